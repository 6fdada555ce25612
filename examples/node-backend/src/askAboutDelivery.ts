import { type Client, VivenciaError } from '@vivencia/client';
import type { Order } from './orders.ts';

/** What came of it: whether the customer's next page view will ask, and a link that asks. */
export interface Asked {
  armed: boolean;
  link: string;
}

/**
 * Says that a delivery ended, and makes a link for the message that tells the customer so. A parcel is delivered whether
 * or not anybody can be asked about it: where that fails, it is logged and the order goes on.
 */
export async function askAboutDelivery(client: Client, order: Order, deliveredAt: Date): Promise<Asked | null> {
  const delivery = { touchpoint: 'delivery', interaction: order.id, endedAt: deliveredAt, respondent: order.customer };
  try {
    const { armed } = await client.interactions.record(delivery);
    const { url } = await client.invitations.create({ ...delivery, channel: 'email', locale: order.locale });
    return { armed, link: url };
  } catch (error) {
    if (!(error instanceof VivenciaError)) throw error;
    console.error(`${order.id}: nobody is asked. ${error.message}`);
    return null;
  }
}
