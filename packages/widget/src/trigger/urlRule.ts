import type { Trigger } from '@vivencia/contract/touchpoint';

/**
 * Whether a rule matches an address, taken with or without its origin, query and hash: "exact /thanks" also means
 * https://shop.example/thanks?utm_source=mail. A regular expression that does not compile matches
 * nothing, nor does a rule for another signal: both throw.
 */
export const urlMatches = (
  rule: Trigger,
  { origin, pathname, search, hash }: Pick<Location, 'origin' | 'pathname' | 'search' | 'hash'>,
): boolean =>
  [pathname, pathname + search, pathname + search + hash]
    .flatMap((path) => [path, origin + path])
    .some((form) => {
      try {
        const { match, value } = rule as Extract<Trigger, { on: 'url' }>;
        return match === 'exact'
          ? form === value
          : match === 'regexp'
            ? RegExp(value).test(form)
            : form[match === 'contains' ? 'includes' : (`${match}With` as 'startsWith')](value);
      } catch {
        return false;
      }
    });
