const text = { type: 'string' };

/** The headers that answers of many routes have, by name. */
export const commonHeaders: Record<string, { description: string; schema: object; example?: unknown }> = {
  'Retry-After': { description: 'Seconds after which to try again', schema: { type: 'integer' }, example: 2 },
  'RateLimit-Policy': {
    description: 'What one key may ask: q requests in w seconds; absent where there is no limit',
    schema: text,
    example: '"key";q=1200;w=60',
  },
  RateLimit: {
    description: 'r: what is left of it; t: seconds after which all of it is there again',
    schema: text,
    example: '"key";r=1199;t=1',
  },
  ETag: { description: 'Of what was read; hand it back as If-None-Match', schema: text },
  'WWW-Authenticate': { description: 'Bearer', schema: text },
};

/** Which of them an answer of a status has. */
export function headerNames(status: number, wantsKey: boolean, isTagged: boolean): string[] {
  const names: string[] = [];
  if (status === 429 || status === 503) names.push('Retry-After');
  if (status === 401) names.push('WWW-Authenticate');
  if (isTagged && (status === 200 || status === 304)) names.push('ETag');
  // Known only where the key is.
  if (wantsKey && ![400, 401, 403, 408, 431].includes(status)) names.push('RateLimit-Policy', 'RateLimit');
  return names;
}
