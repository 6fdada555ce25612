import { maximumAgeMs, type Status } from '@vivencia/contract/response';
import type { Ask } from '../ask.ts';
import { buildState } from './buildState.ts';
import type { Answers } from './promptModel.ts';
import { responseId } from './responseId.ts';

/** What becomes of one prompt. */
export interface OpenResponse {
  /** What was told last. */
  status?: Status;
  /**
   * Delivers its whole state, remembers that the person was asked, and tells the page.
   *
   * @param at when it was tapped, on the clock of `performance.now()`
   */
  become(status: Status, answers?: Answers, at?: number): void;
}

/** Opens a response at the moment when its prompt is shown: latencies count from the interaction's end until a tap. */
export function openResponse(ask: Ask): OpenResponse {
  const askedAt = Date.now();
  const shown = performance.now();
  // The end that the host tells is a date; what has passed since then is taken to the clock that does not jump.
  const ago = askedAt - +new Date(ask.endedAt ?? Number.NaN);
  // What is longer ago than an answer may travel was no date, unless the collector says so.
  const ended = ask.armed || ago < maximumAgeMs ? Math.min(ask.at, shown - ago) : ask.at;
  let id: string | undefined;
  let tapped: number | undefined;
  let revision = 0;
  const response: OpenResponse = {
    become(status, answers, at) {
      response.status = status;
      id ??= responseId(askedAt);
      tapped ??= at;
      const latencyMs = tapped && tapped - ended;
      const state = buildState(ask, { id, revision: revision++, status, answers, latencyMs });
      ask.deliver(state, tapped ?? shown);
      if (status === 'abandoned') return;
      ask.remember(askedAt, status === 'answered');
      ask.tell(status, state);
    },
  };
  return response;
}
