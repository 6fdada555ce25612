const emotions = ['excited', 'happy', 'relieved', 'indifferent', 'confused', 'disappointed', 'frustrated'];
const strengths = [1, 2, 3, 4, 5];
const locales = ['en', 'es', 'ca'];

/** A response as the widget delivers it once both taps are made; the `n`th differs from its neighbours as people do. */
export const answeredState = (site, id, n) => ({
  site,
  touchpoint: `touchpoint-${n % 8}`,
  id,
  revision: 2,
  status: 'answered',
  latencyMs: 800 + ((n * 7919) % 60_000),
  emotion: emotions[n % emotions.length],
  strength: strengths[(n * 3) % strengths.length],
  reasons: [],
  segment: {},
  locale: locales[n % locales.length],
  channel: 'web',
  version: 1,
  ageMs: 0,
});
