import type { Visitor } from './visitor.ts';

/** For the head of a page, before any other script: keeps what goes wrong on the page, and on those after it. */
export const watchErrors = `<script>{
  const keep = (said) => { sessionStorage.errors = (sessionStorage.errors ?? '') + said + '\\n'; };
  addEventListener('error', ({ message, target }) => keep(message ?? 'not loaded: ' + (target.src ?? target.href)), true);
  addEventListener('unhandledrejection', ({ reason }) => keep('unhandled: ' + reason));
  for (const level of ['error', 'warn']) {
    const log = console[level];
    console[level] = (...said) => { keep(level + ': ' + said.join(' ')); log.apply(console, said); };
  }
}</script>`;

/** What went wrong on the pages of the origin that the visitor is at. */
export const errorsSeenBy = (visitor: Visitor): Promise<string[]> =>
  visitor.look(() => (sessionStorage.errors ?? '').split('\n').filter(Boolean));
