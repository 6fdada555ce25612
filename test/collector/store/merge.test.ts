import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defaultSettings } from '@vivencia/contract/touchpoint';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { defaultSite } from '../../../packages/collector/src/api/siteSchema.ts';
import type { AcceptedState } from '../../../packages/collector/src/store/delivery.ts';
import type { Site } from '../../../packages/collector/src/store/site.ts';
import { openSqliteStore } from '../../../packages/collector/src/store/sqlite/openSqliteStore.ts';
import type { Store } from '../../../packages/collector/src/store/store.ts';
import { acceptedState, delivery, noon } from '../../support/delivery.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

const day = 24 * 60 * 60 * 1000;
const reasons = (...keys: string[]) => keys.map((key) => ({ key, label: { en: key } }));
const answered = (given: Partial<AcceptedState> = {}) =>
  ({ status: 'answered', emotion: 'angry', strength: 4, latencyMs: 5_000, revision: 1, ...given }) as const;

let folder: ReturnType<typeof temporaryFolder>;
let store: Store;
let site: Site;
const file = () => `${folder.folder}/vivencia.db`;
const countsOf = async (key: string) => {
  const tallies = await store.readTallies({ site: site.id, fromDay: 0, toDay: 30_000, test: true });
  return tallies.find(({ touchpoint }) => touchpoint === key);
};
const total = async (key: string) =>
  ((await countsOf(key))?.counts ?? [])
    .filter(({ scale }) => scale === 'felt')
    .reduce((sum, { count }) => sum + count, 0);
const consistent = async () => expect((await store.verify()).differences).toEqual([]);

beforeEach(async () => {
  folder = temporaryFolder();
  store = await openSqliteStore(file());
  ({ site } = await store.addSite({
    ...defaultSite('Shop'),
    retentionDays: { shown: 10, comments: 0, respondents: 0 },
  }));
  await store.putTouchpoint(site.id, 'checkout', {
    ...defaultSettings('checkout'),
    reasons: reasons('price', 'delivery'),
  });
});
afterEach(async () => {
  await store.close();
  folder.remove();
});

describe('merging a touchpoint that was only heard', () => {
  test('moves answers, comments, what was retired and what passed; and what comes later counts there', async () => {
    const ids = [randomUUID(), randomUUID()];
    await store.recordStates([
      delivery(site.id, answered({ touchpoint: 'chekout', id: ids[0] as string, comment: 'late' })),
      delivery(site.id, answered({ touchpoint: 'chekout', test: true })),
      delivery(site.id, answered({ touchpoint: 'chekout', segment: [['plan', 'pro']], channel: 'web', locale: 'es' })),
      delivery(site.id, answered({ touchpoint: 'chekout' }), { quarantined: true }),
      delivery(site.id, answered({ touchpoint: 'checkout', reasons: ['delivery'] })),
      delivery(site.id, { touchpoint: 'chekout' }, { moment: Date.now() - 90 * day, received: Date.now() - 90 * day }),
    ]);
    await store.retire();
    const passed = { site: site.id, touchpoint: 'chekout', reason: null, received: noon } as const;
    await store.recordPasses([
      { ...passed, outcome: 'asked' },
      { ...passed, touchpoint: 'checkout', outcome: 'asked' },
      { ...passed, outcome: 'suppressed', reason: 'cooldown' },
    ]);

    expect(await store.mergeTouchpoint(site.id, 'chekout', 'checkout')).toBe(true);

    await consistent();
    expect(await total('chekout')).toBe(0);
    // One of them is retired, and the quarantined one is counted nowhere.
    expect(await total('checkout')).toBe(5);
    expect((await countsOf('checkout'))?.passed).toBe(3);
    expect((await store.readResponses(site.id, null, 10)).map(({ touchpoint }) => touchpoint)).toEqual(
      Array.from({ length: 5 }, () => 'checkout'),
    );
    expect((await store.readResponsesById(site.id, [ids[0] as string]))[0]?.comment).toBe('late');
    expect((await store.listTouchpoints(site.id)).map(({ key }) => key)).toEqual(['checkout']);
    expect(await store.listMerged(site.id)).toEqual([{ key: 'chekout', into: 'checkout' }]);
    expect(await store.settingsOfVersion(site.id, 'chekout', 1)).toMatchObject({ title: 'Checkout' });

    // Later: a new one, under the old name, with a reason of the new place; the same again; and one that grows.
    const id = ids[0] as string;
    const [fresh, repeated, grown, older] = await store.recordStates([
      delivery(site.id, answered({ touchpoint: 'chekout', reasons: ['price'] })),
      delivery(site.id, answered({ touchpoint: 'chekout', id, comment: 'late' })),
      delivery(site.id, answered({ touchpoint: 'chekout', id, strength: 5, revision: 2, comment: 'late' })),
      delivery(site.id, answered({ touchpoint: 'chekout', id, revision: 0 })),
    ]);
    expect([fresh, repeated, grown, older]).toEqual([
      { outcome: 'stored' },
      { outcome: 'unchanged' },
      { outcome: 'amended' },
      { outcome: 'stale' },
    ]);
    expect(await total('checkout')).toBe(6);
    await store.recordPasses([{ ...passed, outcome: 'asked' }]);
    expect((await countsOf('checkout'))?.passed).toBe(4);
    await consistent();
  });

  test('gives each reason the number that it has there', async () => {
    // Declared, asked with reasons in another order, and then taken for one that was only heard.
    await store.putTouchpoint(site.id, 'pay', { ...defaultSettings('pay'), reasons: reasons('bank', 'price') });
    const said = [['price'], ['bank', 'price'], ['bank']].map((chosen) =>
      delivery(site.id, answered({ touchpoint: 'pay', reasons: chosen })),
    );
    await store.recordStates(said);
    await store.close();
    const { default: Database } = await import('better-sqlite3');
    const connection = new Database(file());
    connection.exec("update touchpoint set confirmed = 0 where key = 'pay'");
    connection.close();
    store = await openSqliteStore(file());

    expect(await store.mergeTouchpoint(site.id, 'pay', 'checkout')).toBe(true);
    await consistent();
    const counts = (await countsOf('checkout'))?.counts.filter(({ scale }) => scale === 'reason') ?? [];
    const byReason = Object.fromEntries(counts.map(({ reason, count }) => [reason, count]));
    expect(byReason).toEqual({ price: 2, bank: 2 });
    expect((await store.readResponses(site.id, null, 10)).map((response) => response.reasons).sort()).toEqual([
      ['bank'],
      ['bank', 'price'],
      ['price'],
    ]);
    expect(await store.recordStates(said)).toEqual(said.map(() => ({ outcome: 'unchanged' })));
  });

  test('takes what was merged into it along, and frees its place below the cap', async () => {
    await store.recordStates([
      delivery(site.id, answered({ touchpoint: 'a' })),
      delivery(site.id, answered({ touchpoint: 'b' })),
    ]);
    expect(await store.mergeTouchpoint(site.id, 'a', 'b')).toBe(true);
    expect(await store.mergeTouchpoint(site.id, 'b', 'checkout')).toBe(true);
    await store.recordStates([delivery(site.id, answered({ touchpoint: 'a' }))]);
    expect(await total('checkout')).toBe(3);
    await consistent();
  });

  test('is refused where it cannot be', async () => {
    await store.recordStates(['heard', 'gone', 'other'].map((touchpoint) => delivery(site.id, { touchpoint })));
    await store.putTouchpoint(site.id, 'hidden', defaultSettings('hidden'));
    await store.hideTouchpoint(site.id, 'hidden');
    await store.mergeTouchpoint(site.id, 'gone', 'checkout');
    for (const [from, into] of [
      ['nobody', 'checkout'],
      ['heard', 'nobody'],
      ['heard', 'heard'],
      ['heard', 'hidden'],
      ['heard', 'gone'],
      ['heard', 'other'],
      ['other', 'checkout'],
      ['checkout', 'heard'],
    ] as const) {
      expect(await store.mergeTouchpoint(site.id, from, into), `${from} into ${into}`).toBe(false);
    }
    expect(await total('heard')).toBe(1);
  });

  test('declaring it again makes it count for itself from then on', async () => {
    await store.recordStates([delivery(site.id, answered({ touchpoint: 'heard' }))]);
    await store.mergeTouchpoint(site.id, 'heard', 'checkout');
    expect(await store.showTouchpoint(site.id, 'heard')).toBe(false);
    await store.putTouchpoint(site.id, 'heard', { ...defaultSettings('heard'), title: 'Own' });
    await store.recordStates([delivery(site.id, answered({ touchpoint: 'heard' }))]);
    expect([await total('heard'), await total('checkout')]).toEqual([1, 1]);
    expect((await store.getTouchpoint(site.id, 'checkout'))?.settings.title).toBe('Checkout');
    await consistent();
  });

  test('killed in the middle: every count is right, and the next start goes on', { timeout: 60_000 }, async () => {
    const count = 20_000;
    const ids: string[] = [];
    for (let done = 0; done < count; done += 5_000) {
      const states = Array.from({ length: 5_000 }, () => acceptedState(answered({ touchpoint: 'heard' })));
      ids.push(...states.map(({ id }) => id));
      await store.recordStates(states.map((state) => delivery(site.id, state)));
    }
    await store.close();

    await killedWhileMerging();

    store = await openSqliteStore(file());
    await consistent();
    const moved = await total('checkout');
    expect(moved).toBeGreaterThan(0);
    expect(moved).toBeLessThan(count);
    expect(moved + (await total('heard'))).toBe(count);
    // What was not moved yet takes its revisions all the same.
    const again = (revision: number) =>
      ids.slice(-3).map((id) => delivery(site.id, answered({ touchpoint: 'heard', id, revision })));
    const outcomes = async (revision: number) =>
      (await store.recordStates(again(revision))).map((result) => 'outcome' in result && result.outcome);
    expect(await outcomes(1)).toEqual(['unchanged', 'unchanged', 'unchanged']);
    expect(await outcomes(2)).toEqual(['amended', 'amended', 'amended']);
    await consistent();

    await store.finishMerges();
    expect([await total('heard'), await total('checkout')]).toEqual([0, count]);
    await consistent();
    expect((await store.listTouchpoints(site.id)).map(({ key }) => key)).toEqual(['checkout']);
  });
});

/** A process of its own merges, and is killed once it has moved something. */
async function killedWhileMerging(): Promise<void> {
  const built = new URL('../../../packages/collector/dist/store/sqlite/openSqliteStore.js', import.meta.url);
  const code = `
    import { openSqliteStore } from ${JSON.stringify(fileURLToPath(built))};
    const store = await openSqliteStore(${JSON.stringify(file())});
    store.mergeTouchpoint(${site.id}, 'heard', 'checkout');
    for (;;) {
      const tallies = await store.readTallies({ site: ${site.id}, fromDay: 0, toDay: 30000 });
      if (tallies.some(({ touchpoint, counts }) => touchpoint === 'checkout' && counts.length > 0)) console.log('moved');
    }`;
  const program = `${folder.folder}/merging.mjs`;
  writeFileSync(program, code);
  const child: ChildProcess = spawn(process.execPath, [program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  await Promise.race([once(child.stdout as NonNullable<ChildProcess['stdout']>, 'data'), ended]);
  child.kill('SIGKILL');
  expect(await ended).toEqual([null, 'SIGKILL']);
}
