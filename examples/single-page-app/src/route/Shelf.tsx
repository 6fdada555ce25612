import { type Coffee, coffees, euros } from '../coffee.ts';
import { Page } from '../Page.tsx';

export function Shelf({ add }: { add(coffee: Coffee): void }) {
  return (
    <Page title="This week’s coffees">
      <ul class="shelf">
        {coffees.map((coffee) => (
          <li key={coffee.name}>
            <span class="bag" data-roast={coffee.roast} aria-hidden="true" />
            <h2>{coffee.name}</h2>
            <p>
              {coffee.notes}, {coffee.roast} roast
            </p>
            <p class="price">{euros(coffee.price)}</p>
            <button type="button" onClick={() => add(coffee)}>
              Add to basket
            </button>
          </li>
        ))}
      </ul>
    </Page>
  );
}
