import { expect, test } from 'vitest';
import { acceptedTags } from '../../../packages/collector/src/http/acceptedTags.ts';

test.each([
  ['no header', undefined, []],
  ['an empty one', '', []],
  ['one tag', 'es-MX', ['es-MX']],
  ['the most wanted first', 'en;q=0.5, ca-ES;q=0.8, gl', ['gl', 'ca-ES', 'en']],
  ['those of one weight in their order', 'gl, ca', ['gl', 'ca']],
  ['none that is refused', 'en;q=0, es', ['es']],
  ['blanks around the weight', 'es ; q = 0.4, ca;q=0.9', ['ca', 'es']],
])('%s', (_, header, tags) => {
  expect(acceptedTags(header)).toEqual(tags);
});

test('no more than twenty are looked at', () => {
  expect(acceptedTags(Array(5_000).fill('es').join())).toHaveLength(20);
});
