import type { KioskPage } from '@vivencia/contract/kiosk';
import type { PublicResponseState } from '@vivencia/contract/response';
import { createOutbox, type Outbox } from '../delivery/outbox.ts';
import { post } from '../delivery/post.ts';
import type { Answers } from '../prompt/promptModel.ts';
import { responseId } from '../prompt/responseId.ts';

/** Days of a busy hall; half of what a browser stores for a site. */
const mostKept = 5_000;

/** Who delivers is not known any more; what is delivered is none the worse. */
const endings = ['kiosk_revoked', 'not_found'];

/** A kiosk's outbox. What it is refused because the kiosk was ended it keeps. */
export const kioskOutbox = (address: string, mark: string, ended: () => void): Outbox =>
  createOutbox({
    address: `${address}/responses`,
    site: mark,
    mostKept,
    async post(to, body) {
      const posted = await post(to, body);
      const { code } = (posted.said ?? {}) as { code?: string };
      if (posted.answer?.ok || !endings.includes(code ?? '')) return posted;
      ended();
      // As if nobody had answered: it waits.
      return {};
    },
    tell: (event, detail) => event === 'failed' && console.warn('vivencia', detail),
    drop() {},
  });

/** Delivers what each person says, at every tap: whoever walks away or pulls the plug takes nothing with them. */
export function deliverAnswers(
  { mark, touchpoint, version, locale }: Pick<KioskPage, 'mark' | 'touchpoint' | 'version' | 'locale'>,
  outbox: Pick<Outbox, 'put' | 'flush'>,
): (answers: Answers, isFirst: boolean) => void {
  let id = '';
  let revision = 0;
  let since = 0;
  return ({ emotion, strength }, isFirst) => {
    if (isFirst) {
      id = responseId(Date.now());
      revision = 0;
      since = performance.now();
    }
    const state: PublicResponseState = {
      site: mark,
      id,
      revision: revision++,
      touchpoint,
      status: 'answered',
      emotion,
      strength,
      locale,
      channel: 'kiosk',
      version,
    };
    outbox.put({ state, since });
    void outbox.flush();
  };
}
