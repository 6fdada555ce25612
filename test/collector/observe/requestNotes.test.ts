import { pino } from 'pino';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Metrics } from '../../../packages/collector/src/observe/metrics.ts';
import { requestNotes } from '../../../packages/collector/src/observe/observeRequests.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
afterEach(() => void vi.useRealTimers());

test('where every request fails, ten lines a second say so; others are not among them', () => {
  const lines: string[] = [];
  const note = requestNotes(new Metrics(), pino({ level: 'info' }, { write: (line) => void lines.push(line) }));
  const fail = () => note('POST', '/v1/responses', 503, 1);
  vi.advanceTimersByTime(10_000);
  for (let times = 0; times < 25; times++) fail();
  expect(lines).toHaveLength(10);
  note('GET', '/v1/scores', 200, 1);
  expect(lines).toHaveLength(11);
  vi.advanceTimersByTime(1_000);
  for (let times = 0; times < 25; times++) fail();
  expect(lines).toHaveLength(21);
});
