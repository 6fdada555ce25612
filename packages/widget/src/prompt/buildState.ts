import { builtInSegments, type PublicResponseState, responseLimits, type Status } from '@vivencia/contract/response';
import type { Ask } from '../ask.ts';
import type { Page } from '../page.ts';
import type { Answers } from './promptModel.ts';

/** Where a response stands: what changes from one delivery to the next. */
export interface Standing {
  id: string;
  revision: number;
  status: Status;
  answers?: Answers | undefined;
  latencyMs?: number | undefined;
}

/** What is asked, as far as the state tells of it. */
export type Asked = Pick<
  Ask,
  'site' | 'touchpoint' | 'interaction' | 'unexpected' | 'segment' | 'locale' | 'version' | 'known' | 'armed'
> & {
  page: Pick<Page, 'test'>;
};

/** What names something may not have: controls and their like, and halves of characters that were cut. */
const unnameable = /\p{C}/gu;

function named(said: unknown, most: number): string | undefined {
  try {
    return `${said ?? ''}`.normalize().slice(0, most).replace(unnameable, '') || undefined;
  } catch {
    // Some objects have no words.
  }
}

/**
 * The whole state of a response, as the collector takes it. What the host page says may be of any shape and length: it
 * is made to fit, because a refused delivery would lose the answer with it. What is absent is `undefined`.
 */
export function buildState(ask: Asked, { answers, ...standing }: Standing): PublicResponseState {
  const { site, touchpoint, interaction, unexpected, page, version, known, armed } = ask;
  const { identifier, segments, segmentName, segmentValue } = responseLimits;
  const segment: Record<string, string> = {};
  for (const [trait, said] of Object.entries(ask.segment ?? {})) {
    const name = named(trait.replace(/:/g, ''), segmentName);
    const value = named(said, segmentValue);
    const fits = name && value && !(builtInSegments as readonly string[]).includes(name);
    if (fits && Object.keys(segment).length < segments) segment[name] = value;
  }
  return {
    site,
    touchpoint,
    ...standing,
    ...answers,
    interaction: named(interaction, identifier),
    unexpected: !!unexpected || undefined,
    respondent: known?.signature && named(known.id, identifier),
    signature: known?.signature && `${known.signature}`,
    segment,
    locale: ask.locale,
    channel: armed?.channel ?? 'web',
    version,
    test: page.test || undefined,
  };
}
