/** What a column of a file can say. */
const ownFields = [
  'id',
  'touchpoint',
  'emotion',
  'strength',
  'csat',
  'ces',
  'nps',
  'reasons',
  'comment',
  'at',
  'latency',
  'interaction',
  'respondent',
  'locale',
  'channel',
  'unexpected',
  'test',
  'version',
] as const;

/** What else `vivencia export` writes; files from elsewhere seldom have it. */
const exportedFields = [
  'status',
  'revision',
  'invitation',
  'latencyMs',
  'evaluation',
  'evaluationScale',
  'evaluationValue',
  'segment',
  'quarantined',
  'discarded',
] as const;

type NamedField = (typeof ownFields)[number] | (typeof exportedFields)[number];

/** `segment.plan` is what the segment `plan` says. */
export type Field = NamedField | `segment.${string}`;

/** Any of these makes a row an answer. */
export const answerFields = ['emotion', 'csat', 'ces', 'nps', 'evaluation', 'evaluationValue'] as const;

const named: ReadonlySet<string> = new Set([...ownFields, ...exportedFields]);

export const isField = (text: string): text is Field => named.has(text) || /^segment\../.test(text);

/** All fields, as a message names them. */
export const fieldList = [...named, 'segment.NAME'].join(', ');
