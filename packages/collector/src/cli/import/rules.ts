import { Misused } from '../exit.ts';
import { type TimeFormat, timeFormats } from './momentOf.ts';

/** Milliseconds in each unit that a latency can be told in. */
const unitMs = { ms: 1, s: 1_000, min: 60_000, h: 3_600_000, d: 86_400_000 } as const;

export const latencyUnits = Object.keys(unitMs);

export interface RuleFlags {
  strengthMax: string;
  latencyUnit: string;
  timeFormat: string;
  revision?: string;
}

/** How the values of a file are read. */
export interface Rules {
  /** The highest strength of the file's own scale. */
  strengthMaximum: number;
  latencyUnitMs: number;
  timeFormat: TimeFormat;
  /** For all rows; `null`: each row's own, or 0. */
  revision: number | null;
}

/** @throws Misused */
export function readRules({ strengthMax, latencyUnit, timeFormat, revision }: RuleFlags): Rules {
  return {
    strengthMaximum: wholeNumber('--strength-max', strengthMax, 1),
    latencyUnitMs: unitMs[oneOf('--latency-unit', latencyUnit, latencyUnits) as keyof typeof unitMs],
    timeFormat: oneOf('--time-format', timeFormat, timeFormats) as TimeFormat,
    revision: revision === undefined ? null : wholeNumber('--revision', revision, 0),
  };
}

function wholeNumber(flag: string, text: string, minimum: number): number {
  if (!/^\d{1,9}$/.test(text) || Number(text) < minimum)
    throw new Misused(`${flag} must be a whole number from ${minimum} on`);
  return Number(text);
}

function oneOf(flag: string, text: string, allowed: readonly string[]): string {
  if (!allowed.includes(text)) throw new Misused(`${flag} must be one of ${allowed.join(', ')}`);
  return text;
}
