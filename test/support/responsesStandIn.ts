import { type Outcome, type PublicResponseState, responseLimits } from '@vivencia/contract/response';
import { revisionOrder } from '@vivencia/contract/revision';
import { publicResponseSchema } from '../../packages/collector/src/ingest/responseSchema.ts';

/** One response as the stand-in has it. */
export interface StoredResponse {
  state: PublicResponseState;
  /** How often each revision came and changed something; more than once would be counted twice. */
  accepted: Record<number, number>;
}

const outcomes = { first: 'stored', lower: 'stale', equal: 'unchanged', higher: 'amended' } as const satisfies Record<
  string,
  Outcome
>;

/** What a state says, apart from how late it was sent. */
const saying = ({ ageMs, ...state }: PublicResponseState) => JSON.stringify(Object.entries(state).sort());

const problem = (status: number, code: string) => ({ status, body: JSON.stringify({ status, code }) });

/** Takes deliveries as `POST /v1/responses` does, schema and revisions included, and keeps them in memory. */
export function responsesStandIn() {
  const stored = new Map<string, StoredResponse>();

  const judge = (state: PublicResponseState): Outcome | 'revision_conflict' | 'invalid_response' => {
    if (!publicResponseSchema.safeParse(state).success) return 'invalid_response';
    const known = stored.get(state.id);
    const order = revisionOrder(known?.state.revision, state.revision);
    if (known && order === 'equal' && saying(known.state) !== saying(state)) return 'revision_conflict';
    if (order === 'first' || order === 'higher') {
      const accepted = known?.accepted ?? {};
      accepted[state.revision] = (accepted[state.revision] ?? 0) + 1;
      stored.set(state.id, { state, accepted });
    }
    return outcomes[order];
  };

  const take = (posted: PublicResponseState | PublicResponseState[], bytes: number) => {
    if (bytes > responseLimits.bodyBytes) return problem(413, 'body_too_large');
    if (!Array.isArray(posted)) {
      const outcome = judge(posted);
      if (outcome === 'invalid_response') return problem(422, outcome);
      if (outcome === 'revision_conflict') return problem(409, outcome);
      return { status: 200, body: JSON.stringify({ id: posted.id, outcome }) };
    }
    const isWhole = posted.length > 0 && posted.length <= responseLimits.statesInOneDelivery;
    if (!isWhole || new Set(posted.map(({ site }) => site)).size > 1) return problem(422, 'invalid_response');
    const results = posted.map((state) => {
      const outcome = judge(state);
      const refused = outcome === 'invalid_response' || outcome === 'revision_conflict';
      return { id: state.id, ...(refused ? { outcome: 'refused', code: outcome } : { outcome }) };
    });
    return { status: 200, body: JSON.stringify({ results }) };
  };

  return { stored, take };
}
