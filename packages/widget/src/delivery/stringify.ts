/** JSON that is ours also where the page has given arrays or strings a `toJSON` of its own, as Prototype.js 1.6 does. */
export const stringify = (value: object): string =>
  JSON.stringify(value, function (this: Record<string, unknown>, key) {
    return this[key];
  });
