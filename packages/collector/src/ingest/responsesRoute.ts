import { responseLimits } from '@vivencia/contract/response';
import type { Context } from 'hono';
import type { Identity } from '../access/identity.ts';
import type { InvitationTokens } from '../access/invitationToken.ts';
import { openJson } from '../http/anyOrigin.ts';
import { inputErrors } from '../http/inputError.ts';
import { Refusal } from '../http/problem.ts';
import type { Metrics } from '../observe/metrics.ts';
import type { SiteWatch } from '../observe/siteWatch.ts';
import type { Delivery, DeliveryResult } from '../store/delivery.ts';
import type { Site } from '../store/site.ts';
import type { Store } from '../store/store.ts';
import { accept } from './accept.ts';
import { type Admit, type Admitted, isObject } from './admission.ts';
import { CommitQueue } from './commitQueue.ts';
import { deliveredItems } from './deliveredItems.ts';
import { invitedState } from './invitedState.ts';
import {
  backendResponseSchema,
  kioskResponseSchema,
  type ParsedState,
  publicResponseSchema,
  type SignedState,
} from './responseSchema.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

interface ResponsesParts {
  store: Store;
  now: () => number;
  metrics: Metrics;
  watch: SiteWatch;
  identity: Identity;
  tokens: InvitationTokens;
}

/**
 * `POST /v1/responses`, and what kiosks deliver: one state, or up to 50 of one site.
 *
 * @returns a route for each way to be admitted; what comes by any of them is written together
 */
export function responsesRoute({ store, now, metrics, watch, identity, tokens }: ResponsesParts) {
  const queue = new CommitQueue<Delivery, DeliveryResult>(async (deliveries) => {
    const results = await store.recordStates(deliveries);
    metrics.committed(deliveries.length);
    return results;
  });
  metrics.watch('queue_length', 'States that wait to be written.', () => queue.length);

  const invited = (item: Delivery | Refusal) => (namesInvitation(item) ? invitedState(item, { store, tokens }) : item);

  return (admit: Admit) =>
    async (c: Context, body: unknown): Promise<Response> => {
      const received = now();
      const { items, isArray } = deliveredItems(body, responseLimits.statesInOneDelivery, 'invalid_response');
      const admitted = await admit(c, items, received);
      const own = items.map((item) => judge(item, admitted, received, identity));
      // Only what names a link waits for one to be looked up.
      const judged = own.some(namesInvitation) ? await Promise.all(own.map(invited)) : own;
      if (!isArray && judged[0] instanceof Refusal) {
        metrics.delivered('refused');
        watch.refused(admitted.site.id, judged[0].code);
        throw judged[0];
      }
      const deliveries = judged.filter((item): item is Delivery => !(item instanceof Refusal));
      const recorded = deliveries.length > 0 ? await queue.push(deliveries) : [];
      const results = judged.map((item) => (item instanceof Refusal ? item : outcomeOf(recorded.shift())));
      for (const result of results) {
        if (!(result instanceof Refusal)) metrics.delivered(result);
        else {
          metrics.delivered('refused', isArray ? result.code : null);
          watch.refused(admitted.site.id, result.code);
        }
      }
      if (admitted.origin && deliveries.length > 0 && !admitted.quarantined) {
        const isAnswer = deliveries.some(({ state }) => state.status === 'answered');
        watch.saw(admitted.site.id, admitted.origin, isAnswer ? 'answer' : 'prompt');
      }
      const { rateHeaders } = admitted;
      if (isArray) {
        return openJson({ results: results.map((result, place) => resultOf(items[place], result)) }, rateHeaders);
      }
      const [only] = results;
      if (only instanceof Refusal) throw only;
      return openJson(resultOf(items[0], only as string), rateHeaders);
    };
}

const namesInvitation = (item: Delivery | Refusal): item is Delivery =>
  !(item instanceof Refusal) && item.state.invitation !== null;

/** More than any state has, with segments that say null: such a thing is not judged part by part. */
const maximumParts = 100;

const partsOf = (value: unknown): number =>
  typeof value === 'object' && value !== null ? 1 + Object.keys(value).length : 1;

const isTooMuch = (item: unknown): boolean =>
  isObject(item) && Object.values(item).reduce((parts: number, value) => parts + partsOf(value), 0) > maximumParts;

function judge(
  item: unknown,
  { site, fromBackend, quarantined, kiosk }: Admitted,
  received: number,
  identity: Identity,
): Delivery | Refusal {
  if (isTooMuch(item)) {
    const errors = [{ path: '', reason: `must be at most ${maximumParts} parts` }];
    return new Refusal('invalid_response', 'The state is not valid; see errors.', errors);
  }
  const schema = kiosk ? kioskResponseSchema : fromBackend ? backendResponseSchema : publicResponseSchema;
  const parsed = schema.safeParse(item);
  if (parsed.success) {
    const state = withoutForgedRespondent(parsed.data, site, identity);
    return accept(state, site.id, fromBackend, received, quarantined, !fromBackend || kiosk !== undefined);
  }
  return new Refusal('invalid_response', 'The state is not valid; see errors.', inputErrors(parsed.error, item));
}

/** Whoever signs wrongly may be anybody: the answer is kept, not who gave it. */
function withoutForgedRespondent(state: SignedState, site: Site, identity: Identity): ParsedState {
  const { signature, respondent } = state;
  const isForged = signature != null && !(respondent != null && identity.isSigned(site, respondent, signature));
  return isForged ? { ...state, respondent: null } : state;
}

function outcomeOf(result: DeliveryResult | undefined): string | Refusal {
  if (!result) throw new Error('the store answered fewer deliveries than it was given');
  if ('outcome' in result) return result.outcome;
  switch (result.refused) {
    case 'response_closed':
      return new Refusal('response_closed', 'It was answered more than 7 days ago and takes no more changes.');
    case 'revision_conflict':
      return new Refusal('revision_conflict', 'Another state with this revision is stored already.');
    case 'invitation_used':
      return new Refusal(
        'invitation_used',
        'What the link asks about has its answer, which only who gave it by that link may change.',
      );
    case 'unknown_site':
      return new Refusal('unknown_site', 'There is no site with this public key.');
    case 'invalid_response':
      return new Refusal('invalid_response', 'The state is not valid; see errors.', [
        { path: result.path, reason: result.reason },
      ]);
  }
}

function resultOf(item: unknown, result: string | Refusal) {
  const given = isObject(item) && typeof item.id === 'string' && uuid.test(item.id) ? item.id.toLowerCase() : null;
  return result instanceof Refusal
    ? { id: given, outcome: 'refused', code: result.code }
    : { id: given, outcome: result };
}
