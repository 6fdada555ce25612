import type { Vivencia } from './index.ts';

/** What <vivencia-prompt> may say. */
export interface VivenciaPromptAttributes {
  touchpoint: string;
  /** The host's id of the interaction; it is asked about once. */
  interaction?: string | number | undefined;
  locale?: string | undefined;
  /** Asks whatever the quiet rules say. */
  show?: boolean | undefined;
  unexpected?: boolean | undefined;
}

declare global {
  interface HTMLElementTagNameMap {
    'vivencia-prompt': HTMLElement;
  }
}

const name = 'vivencia-prompt';

type Stub = Vivencia & { q?: unknown[] };
const page = globalThis as { vivencia?: unknown };

/** The page's `vivencia`, or the stub that keeps calls for it. A page that has an id of that name has neither. */
const vivencia = () => {
  if (typeof page.vivencia !== 'function')
    page.vivencia = (...call: unknown[]) => {
      const stub = page.vivencia as Stub;
      stub.q = stub.q ?? [];
      stub.q.push(call);
    };
  return page.vivencia as Vivencia;
};

/*
 * <vivencia-prompt touchpoint="checkout" interaction="order-1001"> asks in its place in the page as soon as it is there,
 * and again when it names another interaction; with `show`, whatever the quiet rules say.
 */
if (typeof HTMLElement !== 'undefined' && !customElements.get(name)) {
  customElements.define(
    name,
    class extends HTMLElement {
      static observedAttributes = ['touchpoint', 'interaction'];
      #asked = '';

      connectedCallback() {
        // Frameworks move elements, and some name the attributes one by one only then.
        queueMicrotask(() => {
          const attribute = (said: string) => this.getAttribute(said) || undefined;
          const [touchpoint = '', interaction] = [attribute('touchpoint'), attribute('interaction')];
          const about = `${touchpoint} ${interaction}`;
          if (!this.isConnected || about === this.#asked) return;
          this.#asked = about;
          vivencia()(
            this.hasAttribute('show') ? 'show' : 'trigger',
            touchpoint,
            {
              container: this,
              interaction,
              locale: attribute('locale'),
              ...(this.hasAttribute('unexpected') && { unexpected: true }),
            },
            this,
          );
        });
      }

      attributeChangedCallback() {
        this.connectedCallback();
      }
    },
  );
}
