import { responseLimits } from '@vivencia/contract/response';
import { InvalidQuery, type QueryError } from './invalidQuery.ts';
import { readWindow, type Window } from './window.ts';

/** The parameters of a request for scores, as they came. */
export type ScoresParameters = {
  [name in 'from' | 'to' | 'segment' | 'stratum' | 'version' | 'test']?: string | undefined;
};

/** Which answers to score. */
export interface ScoresQuery extends Window {
  /** One segment; `channel` and `locale` are built in. */
  segment?: { name: string; value: string };
  /** Only answers within 20 minutes; shown, dismissed and abandoned stay unfiltered. */
  stratum?: 'prompt';
  version?: number;
  /** Count test answers too. */
  test?: boolean;
}

/**
 * Reads the parameters of `GET /v1/scores`.
 *
 * @param now milliseconds since 1970
 * @throws InvalidQuery with everything that is wrong
 * @example readScoresQuery({ segment: 'plan:pro', stratum: 'prompt' }, Date.now(), 'Europe/Madrid')
 */
export function readScoresQuery(parameters: ScoresParameters, now: number, timeZone: string): ScoresQuery {
  const errors: QueryError[] = [];
  const query = {
    ...collect(errors, () => readWindow(parameters, now, timeZone)),
    ...collect(errors, () => readSegment(parameters.segment)),
    ...collect(errors, () => readStratum(parameters.stratum)),
    ...collect(errors, () => readVersion(parameters.version)),
    ...collect(errors, () => readTest(parameters.test)),
  };
  if (errors.length > 0) throw new InvalidQuery(errors);
  return query as ScoresQuery;
}

/** Runs one reader; what is wrong with its parameter joins the errors of the others. */
function collect<T>(errors: QueryError[], read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof InvalidQuery)) throw error;
    errors.push(...error.errors);
    return undefined;
  }
}

const wrong = (path: string, reason: string) => new InvalidQuery([{ path, reason }]);

function readSegment(text: string | undefined): Pick<ScoresQuery, 'segment'> {
  if (text === undefined) return {};
  const colon = text.indexOf(':');
  // Names and values are stored in NFC.
  const name = text.slice(0, Math.max(0, colon)).normalize('NFC');
  const value = text.slice(colon + 1).normalize('NFC');
  const { segmentName, segmentValue } = responseLimits;
  if (name === '' || value === '' || name.length > segmentName || value.length > segmentValue) {
    throw wrong('segment', 'must be one name:value');
  }
  return { segment: { name, value } };
}

function readStratum(text: string | undefined): Pick<ScoresQuery, 'stratum'> {
  if (text === undefined) return {};
  if (text !== 'prompt') throw wrong('stratum', 'must be prompt');
  return { stratum: text };
}

function readVersion(text: string | undefined): Pick<ScoresQuery, 'version'> {
  if (text === undefined) return {};
  if (!/^\d{1,9}$/.test(text)) throw wrong('version', 'must be a whole number');
  return { version: Number(text) };
}

function readTest(text: string | undefined): Pick<ScoresQuery, 'test'> {
  if (text === undefined) return {};
  if (text !== '0' && text !== '1') throw wrong('test', 'must be 0 or 1');
  return { test: text === '1' };
}
