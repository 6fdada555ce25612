import { stages as knownStages, type Stage } from '@vivencia/contract/touchpoint';
import type { TouchpointRow } from '../../stats/scoresReport.ts';
import { isScored, type ScoredRow } from './scoredRow.ts';

/** A stage with its touchpoints in order; `none` for those that have no stage. */
export interface JourneyStage {
  stage: Stage | 'none';
  rows: TouchpointRow[];
}

export interface Journey {
  /** Only those that have touchpoints. */
  stages: JourneyStage[];
  /** Of those with a stage, the one whose balance is furthest from zero; ties to the later. */
  peak: ScoredRow | null;
  /** The last with a stage that was heard. */
  end: ScoredRow | null;
  /** How many are left out. */
  more: number;
}

/** More dots than these say less. */
const mostPoints = 12;

/**
 * The touchpoints as a customer meets them. Within a stage nothing is known of their order: they stand by title. Of too
 * many, those that move people least are left out.
 *
 * @param rows in rank order
 */
export function journeyOf(rows: readonly TouchpointRow[], language: string): Journey {
  const shown = rows.slice(0, mostPoints);
  const collator = new Intl.Collator(language);
  const byTitle = (a: TouchpointRow, b: TouchpointRow) => collator.compare(a.title, b.title);
  const stages = ([...knownStages, 'none'] as const)
    .map((stage) => ({
      stage,
      rows: shown.filter((row) => (row.stage ?? 'none') === stage).sort(byTitle),
    }))
    .filter(({ rows }) => rows.length > 0);
  const staged = stages.filter(({ stage }) => stage !== 'none').flatMap(({ rows }) => rows.filter(isScored));
  const peak = staged.reduce<ScoredRow | null>((most, row) => (most && height(most) > height(row) ? most : row), null);
  return { stages, peak, end: staged.at(-1) ?? null, more: rows.length - shown.length };
}

const height = ({ valence }: ScoredRow) => Math.abs(valence.value);
