import { promptLatencyBin } from '@vivencia/contract/latency';
import { isEnough } from '../../scoring/enoughAnswers.ts';
import { readAnswersQuery } from '../../stats/answersQuery.ts';
import { momentsOf } from '../../stats/moments.ts';
import { type SegmentScores, segmentScores } from '../../stats/segmentScores.ts';
import { type Reversal, reversals } from '../../stats/simpson.ts';
import type { Site } from '../../store/site.ts';
import type { Store } from '../../store/store.ts';
import type { TouchpointReading } from './readTouchpoint.ts';

/** A touchpoint's segments side by side, and where their mix misleads. */
export interface SegmentReading {
  segments: SegmentScores[];
  reversals: Reversal[];
  /** Answers that were compared by two segments at once. */
  compared: number;
  /** Whether there are more responses than were looked at. */
  isCut: boolean;
}

/** Of a site's responses the newest so many are looked at: a tally knows one segment at a time, so rows have to be read. */
export const mostLooked = 100_000;

type Asked = Pick<TouchpointReading, 'touchpoint' | 'window' | 'parameters'>;

const queryOf = (site: Site, { touchpoint, parameters }: Asked, now: number) => {
  const { stratum, version } = readAnswersQuery(parameters, now, site.timeZone);
  return { stratum, query: { site: site.id, touchpoint: touchpoint.key, ...(version !== undefined && { version }) } };
};

/** A touchpoint's segments side by side. */
export async function readSegmentScores(store: Store, site: Site, asked: Asked, now: number): Promise<SegmentScores[]> {
  const { stratum, query } = queryOf(site, asked, now);
  return segmentScores(await store.readSegmentTallies({ ...query, ...asked.window }), stratum);
}

export async function readSegments(store: Store, site: Site, asked: Asked, now: number): Promise<SegmentReading> {
  const { stratum, query } = queryOf(site, asked, now);
  const segments = await readSegmentScores(store, site, asked, now);
  const comparable = segments
    .map(({ name, values }) => ({ name, values: values.filter(({ n }) => isEnough(n)).map(({ value }) => value) }))
    .filter(({ values }) => values.length > 1);
  if (comparable.length < 2) return { segments, reversals: [], compared: 0, isCut: false };
  const found = await store.readJointAnswers({
    ...query,
    ...momentsOf(asked.window, site.timeZone),
    segments: comparable,
    look: mostLooked,
  });
  const groups =
    stratum === 'prompt' ? found.groups.filter(({ latencyBin }) => latencyBin === promptLatencyBin) : found.groups;
  const compared = groups.reduce((sum, { count }) => sum + count, 0);
  return { segments, reversals: reversals(comparable, groups), compared, isCut: found.isCut };
}
