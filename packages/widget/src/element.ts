import type { Vivencia } from './index.ts';

const name = 'vivencia-prompt';

type Stub = Vivencia & { q: unknown[] };
const page = globalThis as { vivencia?: Vivencia };

/** The page's `vivencia`, or the stub that keeps calls for it. */
const vivencia = () =>
  (page.vivencia ??= ((...call: unknown[]) => {
    const stub = page.vivencia as Stub;
    stub.q = stub.q ?? [];
    stub.q.push(call);
  }) as Stub);

/*
 * <vivencia-prompt touchpoint="checkout" interaction="order-1001"> asks in its place in the page as soon as it is there;
 * with `show`, whatever the quiet rules say.
 */
if (typeof HTMLElement !== 'undefined' && !customElements.get(name)) {
  customElements.define(
    name,
    class extends HTMLElement {
      connectedCallback() {
        const attribute = (said: string) => this.getAttribute(said) ?? undefined;
        vivencia()(
          this.hasAttribute('show') ? 'show' : 'trigger',
          attribute('touchpoint') ?? '',
          {
            container: this,
            interaction: attribute('interaction'),
            locale: attribute('locale'),
            ...(this.hasAttribute('unexpected') && { unexpected: true }),
          },
          this,
        );
      }
    },
  );
}
