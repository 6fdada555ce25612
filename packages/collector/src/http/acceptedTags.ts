import { parseAccept } from 'hono/utils/accept';

/** Tags that are looked at: more than anybody reads. */
const mostTags = 20;

/** The tags of an Accept-Language header, most wanted first. */
export const acceptedTags = (header = ''): string[] =>
  parseAccept(header)
    .slice(0, mostTags)
    .filter(({ q }) => q > 0)
    .map(({ type }) => type);
