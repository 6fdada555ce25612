import type { Child } from 'hono/jsx';

/** A headline where there is no figure, and what to know or do about it. */
export const Nothing = ({ title, children }: { title: string; children?: Child }) => (
  <>
    <h1>{title}</h1>
    <p class="lead">{children}</p>
  </>
);
