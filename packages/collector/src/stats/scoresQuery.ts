import { type AnswersParameters, type AnswersQuery, readAnswersQuery } from './answersQuery.ts';
import { wrong } from './invalidQuery.ts';
import { readParts } from './readParts.ts';

/** The parameters of a request for scores, as they came. */
export type ScoresParameters = AnswersParameters & { compare?: string | undefined };

/** Which answers to score. */
export interface ScoresQuery extends AnswersQuery {
  /** Whether to say how the scores differ from those of the period before, which is as long. */
  compare?: 'before';
}

/**
 * Reads the parameters of `GET /v1/scores`.
 *
 * @param now milliseconds since 1970
 * @throws InvalidQuery with everything that is wrong
 */
export const readScoresQuery = (parameters: ScoresParameters, now: number, timeZone: string): ScoresQuery =>
  readParts(
    () => readAnswersQuery(parameters, now, timeZone),
    () => readCompare(parameters.compare),
  );

function readCompare(text: string | undefined): Pick<ScoresQuery, 'compare'> {
  if (text === undefined) return {};
  if (text !== 'before') throw wrong('compare', 'must be before');
  return { compare: text };
}
