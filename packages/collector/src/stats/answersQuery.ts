import { channels, responseLimits } from '@vivencia/contract/response';
import type { Stratum } from './answerCounts.ts';
import { wrong } from './invalidQuery.ts';
import { readParts } from './readParts.ts';
import { readWindow, type Window } from './window.ts';

/** The parameters that choose answers, as they came. */
export type AnswersParameters = {
  [name in 'from' | 'to' | 'hours' | 'timeZone' | 'segment' | 'stratum' | 'version' | 'test']?: string | undefined;
};

/** Which answers to score. */
export interface AnswersQuery extends Window {
  /** One segment; `channel` and `locale` are built in. */
  segment?: { name: string; value: string };
  /** Only answers within 20 minutes; shown, dismissed and abandoned stay unfiltered. */
  stratum?: Stratum;
  version?: number;
  /** Count test answers too. */
  test?: boolean;
}

/**
 * Reads the parameters that choose answers.
 *
 * @param now milliseconds since 1970
 * @param timeZone the site's
 * @throws InvalidQuery with everything that is wrong
 * @example readAnswersQuery({ segment: 'plan:pro', stratum: 'prompt' }, Date.now(), 'Europe/Madrid')
 */
export function readAnswersQuery(parameters: AnswersParameters, now: number, timeZone: string): AnswersQuery {
  return readParts(
    () => readWindow(parameters, now, timeZone),
    () => checkTimeZone(parameters.timeZone, timeZone),
    () => readSegment(parameters.segment),
    () => readStratum(parameters.stratum),
    () => readVersion(parameters.version),
    () => readTest(parameters.test),
  );
}

/** Hours and days are counted in the site's time zone, so no other can be had; but it may be named. */
function checkTimeZone(text: string | undefined, timeZone: string) {
  if (text !== undefined && text !== timeZone) throw wrong('timeZone', `must be the site's, ${timeZone}`);
  return {};
}

function readSegment(text: string | undefined): Pick<AnswersQuery, 'segment'> {
  if (text === undefined) return {};
  const colon = text.indexOf(':');
  // Names and values are stored in NFC.
  const name = text.slice(0, Math.max(0, colon)).normalize('NFC');
  const value = text.slice(colon + 1).normalize('NFC');
  const { segmentName, segmentValue } = responseLimits;
  if (name === '' || value === '' || name.length > segmentName || value.length > segmentValue) {
    throw wrong('segment', 'must be one name:value');
  }
  if (name === 'channel' && !(channels as readonly string[]).includes(value)) {
    throw wrong('segment', `must be a channel of ${channels.join(', ')}`);
  }
  return { segment: { name, value } };
}

function readStratum(text: string | undefined): Pick<AnswersQuery, 'stratum'> {
  if (text === undefined) return {};
  if (text !== 'prompt') throw wrong('stratum', 'must be prompt');
  return { stratum: text };
}

function readVersion(text: string | undefined): Pick<AnswersQuery, 'version'> {
  if (text === undefined) return {};
  if (!/^\d{1,9}$/.test(text)) throw wrong('version', 'must be a whole number');
  return { version: Number(text) };
}

function readTest(text: string | undefined): Pick<AnswersQuery, 'test'> {
  if (text === undefined) return {};
  if (text !== '0' && text !== '1') throw wrong('test', 'must be 0 or 1');
  return { test: text === '1' };
}
