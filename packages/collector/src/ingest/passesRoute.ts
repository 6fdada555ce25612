import { responseLimits } from '@vivencia/contract/response';
import type { Context } from 'hono';
import { z } from 'zod';
import { openNoContent } from '../http/anyOrigin.ts';
import { inputErrors } from '../http/inputError.ts';
import { Refusal } from '../http/problem.ts';
import type { Metrics } from '../observe/metrics.ts';
import type { SiteWatch } from '../observe/siteWatch.ts';
import type { SitePass } from '../store/pass.ts';
import type { Store } from '../store/store.ts';
import type { Admit } from './admission.ts';
import { CommitQueue } from './commitQueue.ts';
import { deliveredItems } from './deliveredItems.ts';
import { backendPassSchema, publicPassSchema } from './passSchema.ts';

/** `POST /v1/passes`, and what kiosks count: interactions that passed a touchpoint, asked or not; only counted. */
export function passesRoute(store: Store, now: () => number, metrics: Metrics, watch: SiteWatch) {
  const queue = new CommitQueue<SitePass, null>(async (passes) => {
    await store.recordPasses(passes);
    return passes.map(() => null);
  });

  return (admit: Admit) =>
    async (c: Context, body: unknown): Promise<Response> => {
      const received = now();
      const { items } = deliveredItems(body, responseLimits.statesInOneDelivery, 'invalid_response');
      const { site, origin, fromBackend, quarantined, rateHeaders } = await admit(c, items, received);
      const parsed = z.array(fromBackend ? backendPassSchema : publicPassSchema).safeParse(items);
      if (!parsed.success) {
        watch.refused(site.id, 'invalid_response');
        throw new Refusal('invalid_response', 'A pass is not valid; see errors.', inputErrors(parsed.error, items));
      }
      // Passes are only counts: there is nothing to release later.
      if (quarantined) {
        metrics.dropped('bot');
        return openNoContent();
      }
      await queue.push(
        parsed.data.map((pass) => ({
          site: site.id,
          touchpoint: pass.touchpoint,
          interaction: pass.interaction?.normalize('NFC') ?? null,
          outcome: pass.outcome,
          reason: pass.reason ?? null,
          received,
        })),
      );
      for (const { reason } of parsed.data) metrics.passed(reason ?? null);
      if (origin) watch.saw(site.id, origin, 'prompt');
      return openNoContent(rateHeaders);
    };
}
