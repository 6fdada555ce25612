import type { Interval } from '../../scoring/interval.ts';

/** How wide, on the scale of 0…100, an interval may be that we call quite or fairly sure. */
const quiteSureWidth = 16;
const fairlySureWidth = 25;

/** How sure a figure on the scale of 0…100 is, in a word. */
export function sureness({ low, high }: Interval): 'quite' | 'fairly' | 'little' {
  const width = high - low;
  return width <= quiteSureWidth ? 'quite' : width <= fairlySureWidth ? 'fairly' : 'little';
}
