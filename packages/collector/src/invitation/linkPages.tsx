import type { Context } from 'hono';
import type { Invitation } from '../store/invitation.ts';
import type { Store } from '../store/store.ts';
import type { StoredResponse } from '../store/storedResponse.ts';
import type { HostedVisit } from './hostedVisit.ts';
import { emotionOf } from './readForm.ts';
import { type Step, stepsOf } from './steps.ts';
import { AskPage } from './view/askPage.tsx';
import { NoticePage } from './view/noticePage.tsx';
import { StepPage } from './view/stepPage.tsx';

const statusOf = { unknown: 404, used: 409, expired: 410 } as const;

/** Why nothing is asked. */
export const refuse = (c: Context, visit: HostedVisit, standing: keyof typeof statusOf) =>
  c.html(<NoticePage visit={visit} notice={visit.more[standing]} />, statusOf[standing]);

/** The question. */
export const ask = (c: Context, visit: HostedVisit, { touchpoint }: Invitation, status: 200 | 422 = 200) =>
  c.html(<AskPage visit={visit} settings={touchpoint.settings} chosen={emotionOf(c.req.query('emotion'))} />, status);

/** An answer that somebody goes on with. */
export interface GoingOn {
  invitation: Invitation;
  visit: HostedVisit;
  /** Lets whoever has it go on. */
  pass: string;
}

/** What was written and could not be taken: it stands there still. */
type Typed = Partial<Pick<StoredResponse, 'reasons' | 'comment'>>;

/** What is asked after the first tap: the step that the address names, else the next. */
export async function showStep(
  c: Context,
  store: Store,
  { invitation, visit, pass }: GoingOn,
  status: 200 | 409 | 422 = 200,
  typed: Typed = {},
) {
  const answer = await answerOf(store, invitation);
  if (!answer?.emotion) return refuse(c, visit, 'used');
  const { settings } = invitation.touchpoint;
  const steps = stepsOf(settings, answer.emotion);
  const step = steps.find((name) => name === c.req.query('step')) ?? (steps[1] as Step);
  const own: HostedVisit = { ...visit, link: (parameters) => visit.link({ pass, ...parameters }) };
  const isMisread = status === 422;
  return c.html(
    <StepPage
      visit={own}
      settings={settings}
      answer={{ ...answer, ...typed }}
      steps={steps}
      step={step}
      isMisread={isMisread}
    />,
    status,
  );
}

/** The answer as it stands; `undefined` where it was erased. */
export const answerOf = async (store: Store, { site, id }: Invitation) =>
  (await store.readResponsesById(site, [id]))[0];
