/** Whether an origin has the domain of an allowed one: `https://www.shop.example` beside `https://shop.example`. */
export function isAkin(origin: string, allowed: readonly string[]): boolean {
  const host = hostOf(origin);
  return host !== null && allowed.some((entry) => areAkin(host, hostOf(entry)));
}

function areAkin(a: string, b: string | null): boolean {
  if (b === null) return false;
  return a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`) || domainOf(a) === domainOf(b);
}

const hostOf = (origin: string): string | null =>
  /^https?:\/\/(?:\*\.)?(\[[^\]]*\]|[^:]+)/.exec(origin)?.[1]?.replace(/^www\./, '') ?? null;

/** The last three parts of a longer name: two may be no more than `co.uk`. An address of numbers is all of itself. */
function domainOf(host: string): string {
  return /^\[|\.\d+$/.test(host) ? host : host.split('.').slice(-3).join('.');
}
