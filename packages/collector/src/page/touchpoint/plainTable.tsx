import type { Child } from 'hono/jsx';
import type { View } from '../kit/view.ts';

/** A table of figures that stays one on a phone: it scrolls in its own frame, also by the keyboard. */
export const Plain = ({ view, label, children }: { view: View; label: string; children?: Child }) => (
  <section class="slide" aria-label={`${label}. ${view.words.touchpointPage.scroll}`} tabindex={0}>
    <table class="figs">
      <caption class="hide">{label}</caption>
      {children}
    </table>
  </section>
);
