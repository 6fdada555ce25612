export interface Order {
  id: string;
  /** Our own number of the customer; no name, no address. */
  customer: string;
  /** Language that the customer shops in. */
  locale: string;
  deliveredAt: Date | null;
}

/** The orders of this service: in memory, as it is an example. */
export class Orders {
  readonly #byId = new Map<string, Order>();

  place(customer: string, locale: string): Order {
    const order = { id: `order-${1001 + this.#byId.size}`, customer, locale, deliveredAt: null };
    this.#byId.set(order.id, order);
    return order;
  }

  /** The order as it is now; said again, it was delivered when it was said first. `null`: there is none. */
  deliver(id: string, now: Date): Order | null {
    const order = this.#byId.get(id);
    if (!order) return null;
    order.deliveredAt ??= now;
    return order;
  }
}
