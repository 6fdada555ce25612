import type { z } from 'zod';
import type { InputError } from './problem.ts';

/** Names of unknown fields are repeated only where they are plain: everything else in an input stays unsaid. */
const plainName = /^[A-Za-z0-9_]{1,32}$/;

/** Whoever sends more mistakes than this has no use for more of their names. */
const maximumErrors = 20;

/**
 * What zod found, in our words and without the input: the first of it.
 *
 * @param given what was read, only to tell what is missing from what is wrong
 */
export function inputErrors(error: z.core.$ZodError, given: unknown): InputError[] {
  return error.issues
    .slice(0, maximumErrors)
    .flatMap((issue) => errorsOf(issue, given))
    .slice(0, maximumErrors);
}

function errorsOf(issue: z.core.$ZodIssue, given: unknown): InputError[] {
  const path = pathOf(issue.path);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: joined(path, plainName.test(key) ? key : ''), reason: 'unknown field' }));
  }
  return [{ path, reason: reasonOf(issue, given) }];
}

function reasonOf(issue: z.core.$ZodIssue, given: unknown): string {
  switch (issue.code) {
    case 'invalid_type':
      return isMissing(given, issue.path) ? 'is missing' : `must be ${kinds[issue.expected] ?? issue.expected}`;
    case 'too_big':
      return `must be at most ${issue.maximum}${unitOf(issue.origin)}`;
    case 'too_small':
      return `must be at least ${issue.minimum}${unitOf(issue.origin)}`;
    case 'invalid_value':
      return `must be one of ${issue.values.map(String).join(', ')}`;
    case 'invalid_format':
      return formats[issue.format] ?? `must be a ${issue.format}`;
    case 'custom':
      return issue.message;
    default:
      return 'is not valid';
  }
}

const kinds: Record<string, string> = {
  int: 'a whole number',
  number: 'a number',
  string: 'a text',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
};

const formats: Record<string, string> = {
  regex: 'has a form that is not allowed',
  datetime: 'must be a time like 2026-11-30T12:00:00Z, or with its offset: +01:00',
  guid: 'must be a UUID',
  uuid: 'must be a UUID',
};

function isMissing(given: unknown, path: PropertyKey[]): boolean {
  let value = given;
  for (const part of path) value = (value as Record<PropertyKey, unknown> | null | undefined)?.[part];
  return value === undefined;
}

const unitOf = (origin: string) =>
  origin === 'string' ? ' UTF-16 units long' : origin === 'array' || origin === 'record' ? ' in number' : '';

/** Path parts that are the input's own names (of a record) may be anything, so only plain ones are repeated. */
const pathOf = (path: PropertyKey[]) =>
  path.map((part) => (typeof part === 'number' || plainName.test(String(part)) ? String(part) : '*')).join('.');

const joined = (path: string, name: string) => [path, name].filter(Boolean).join('.');
