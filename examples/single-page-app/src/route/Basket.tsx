import { useLocation } from 'preact-iso/router';
import { type Coffee, euros } from '../coffee.ts';
import { Page } from '../Page.tsx';
import { vivencia } from '../vivencia.ts';

export function Basket({ basket, empty }: { basket: Coffee[]; empty(): void }) {
  const { route } = useLocation();

  function placeOrder(event: Event) {
    event.preventDefault();
    const order = `order-${Date.now().toString(36)}`;
    empty();
    route(`/thanks?order=${order}`);
    // The interaction has ended. The prompt stands on the page, not in a route: it stays when the route changes. Where
    // the code shall not know of Vivencia, a URL trigger for /thanks in the touchpoint's settings does the same.
    vivencia('trigger', 'checkout', { interaction: order });
  }

  return (
    <Page title="Your basket">
      {basket.length === 0 ? (
        <p>
          Nothing yet. <a href="/">To the shelf</a>
        </p>
      ) : (
        <div class="basket">
          <ul>
            {basket.map(({ name, price }, place) => (
              <li key={place}>
                {name}, {euros(price)}
              </li>
            ))}
          </ul>
          <form id="checkout" onSubmit={placeOrder}>
            <label>
              Name <input name="name" autocomplete="name" value="Ada Ferrer" required />
            </label>
            <label>
              Address <input name="address" autocomplete="street-address" value="Carrer de Verdi 12" required />
            </label>
            <button type="submit" class="primary">
              Pay {euros(basket.reduce((sum, { price }) => sum + price, 0))}
            </button>
          </form>
        </div>
      )}
    </Page>
  );
}
