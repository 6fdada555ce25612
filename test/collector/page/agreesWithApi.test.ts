import { afterAll, beforeAll, expect, it } from 'vitest';
import { Figures } from '../../../packages/collector/src/page/kit/figures.ts';
import { readScores } from '../../../packages/collector/src/stats/readScores.ts';
import type { TouchpointRow } from '../../../packages/collector/src/stats/scoresReport.ts';
import { delivery, noon } from '../../support/delivery.ts';
import { rowsOf } from './readPage.ts';
import { type TestPages, testPages } from './testPages.ts';

let tested: TestPages;
const dayMs = 24 * 60 * 60 * 1000;

/** The same choices on every machine. */
function dice(seed: number) {
  let state = seed;
  return <T>(of: readonly T[]): T => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return of[(state >>> 8) % of.length] as T;
  };
}

beforeAll(async () => {
  tested = await testPages();
  const pick = dice(7);
  const emotions = ['happy', 'calm', 'relieved', 'indifferent', 'frustrated', 'angry', 'worried'] as const;
  const answers = Array.from({ length: 900 }, () => {
    const emotion = pick(emotions);
    const moment = noon - pick([0, 0.1, 0.5, 1, 2, 3, 5, 9, 20, 29, 40, 70, 200]) * dayMs;
    return delivery(
      tested.site.id,
      {
        status: 'answered',
        touchpoint: pick(['checkout', 'support', 'tour', 'delivery', 'returns', 'search']),
        emotion,
        strength: emotion === 'indifferent' ? null : pick([1, 2, 3, 4, 5, null] as const),
        latencyMs: pick([1_000, 60_000, 3_600_000, 90_000_000, null]),
        segment: [['plan', pick(['pro', 'free', 'team'])]],
        channel: pick(['web', 'chat', 'email'] as const),
        locale: pick(['en', 'es', 'ca']),
        version: pick([1, 2]),
      },
      { moment, received: moment },
    );
  });
  await tested.store.recordStates(answers);
});
afterAll(() => tested.remove());

const pick = dice(11);
const addresses = Array.from({ length: 50 }, () => {
  const query = new URLSearchParams(
    pick([
      { period: '24h' },
      { period: '7' },
      {},
      { period: '90' },
      { period: '365' },
      { from: '2026-11-01', to: '2026-11-20' },
    ]) as Record<string, string>,
  );
  const segment = pick([null, null, 'plan:pro', 'plan:free', 'channel:web', 'channel:sms', 'locale:es', 'plan:none']);
  if (segment) query.set('segment', segment);
  if (pick([true, false, false])) query.set('stratum', 'prompt');
  if (pick([true, false, false])) query.set('version', pick(['1', '2', '9']));
  if (pick([true, false])) query.set('compare', 'before');
  return `${query}`;
});

/** What `GET /v1/scores` is asked for the same answers. */
function askedOfApi(address: string): Record<string, string> {
  const { period, ...asked } = Object.fromEntries(new URLSearchParams(address));
  if (period === '24h') return { ...asked, hours: '24' };
  if (asked.from) return asked;
  const from = new Date(noon - (Number(period ?? 30) - 1) * dayMs).toISOString().slice(0, 10);
  return { ...asked, from, to: '2026-11-22' };
}

const { whole, signed, interval, signedInterval } = new Figures('en');

function figuresOf(row: TouchpointRow): string[] {
  const { intensity, valence } = row;
  const change = row.change?.valence;
  return [
    `Answered ${whole(row.answered)}`,
    `Counted (n) ${whole(row.n)}`,
    `Shown ${whole(row.shown)}`,
    ...(intensity ? [`Emotional intensity ${whole(intensity.value)} (${interval(intensity)})`] : []),
    ...(valence ? [`Emotional balance ${signed(valence.value)} (${signedInterval(valence)})`] : []),
    ...(change ? [`period before ${signed(change.value)} (${signedInterval(change)})`] : []),
  ];
}

it.each(addresses)('the page’s figures are those of GET /v1/scores: ?%s', async (address) => {
  const { report } = await readScores(tested.store, tested.site, askedOfApi(address), noon);
  const page = await tested.page(`/?${address}`);
  expect(page).not.toContain('role="status"');
  const rows = rowsOf(page);
  expect(Object.keys(rows)).toEqual(report.touchpoints.map(({ title }) => title));
  for (const row of report.touchpoints) {
    for (const figure of figuresOf(row)) expect(rows[row.title]).toContain(figure);
  }
  // And those of the table as a file.
  const file = (await (await tested.get(`/ranking.csv?${address}`)).text()).split('\r\n').slice(1, -1);
  expect(file.map((line) => line.split(',')[2])).toEqual(report.touchpoints.map(({ touchpoint }) => touchpoint));
});
