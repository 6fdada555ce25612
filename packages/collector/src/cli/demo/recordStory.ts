import type { Delivery } from '../../store/delivery.ts';
import type { SitePass } from '../../store/pass.ts';
import type { Progress } from '../../store/progress.ts';
import type { Store } from '../../store/store.ts';
import { Failed } from '../exit.ts';
import type { Told } from './tellStory.ts';

/** As many go into one transaction, as in ingest/commitQueue.ts. */
const inOneBatch = 512;

/** Gives a story to the store as if prompts on pages had delivered it; how many passed. */
export async function recordStory(
  store: Store,
  site: number,
  { asked, told }: { asked: number; told: Iterable<Told> },
  progress: Progress,
): Promise<{ passed: number }> {
  let recorded = 0;
  let passed = 0;
  const record = async (batch: Told[]) => {
    const passes = batch.flatMap((each) => passesOf(site, each));
    const [results] = await Promise.all([
      store.recordStates(batch.map((each) => deliveryOf(site, each))),
      store.recordPasses(passes),
    ]);
    const isStored = results.every((result) => 'outcome' in result && result.outcome === 'stored');
    if (!isStored) throw new Failed('the store refused a demo answer; was the demo site removed meanwhile?');
    passed += passes.length;
    recorded += batch.length;
    progress(recorded, asked);
  };

  // The store writes one batch while the next is told.
  let underWay = Promise.resolve();
  let batch: Told[] = [];
  for (const each of told) {
    batch.push(each);
    if (batch.length < inOneBatch) continue;
    await underWay;
    underWay = record(batch);
    batch = [];
  }
  await underWay;
  await record(batch);
  return { passed };
}

const deliveryOf = (site: number, { at, state }: Told): Delivery => ({
  site,
  state,
  fromBackend: false,
  received: at,
  moment: at,
  latencyLost: false,
  quarantined: false,
});

function passesOf(site: number, { at, state: { touchpoint }, suppressed }: Told): SitePass[] {
  const asked: SitePass = { site, touchpoint, outcome: 'asked', reason: null, received: at };
  return suppressed === null
    ? [asked]
    : [asked, { site, touchpoint, outcome: 'suppressed', reason: suppressed, received: at }];
}
