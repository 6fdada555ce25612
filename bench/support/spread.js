/** How far the middle half of the values lies apart, as [low, high]: other work on the machine widens it. */
export const spread = (values) => {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share) => sorted[Math.floor((sorted.length - 1) * share)];
  return [at(0.25), at(0.75)];
};
