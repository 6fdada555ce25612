import type { Context, Handler } from 'hono';
import { isDeclaredCrawler } from '../http/declaredCrawler.ts';
import type { Invitation } from '../store/invitation.ts';
import { firstAnswer, laterAnswer } from './answerState.ts';
import type { HostedParts } from './hostedParts.ts';
import { answerOf, ask, type GoingOn, refuse, showStep } from './linkPages.tsx';
import { emotionOf, readForm, readStep } from './readForm.ts';
import { type Step, stepsOf } from './steps.ts';
import { NoticePage } from './view/noticePage.tsx';
import { type Visited, visitLink } from './visitLink.ts';

/** Whoever taps twice means one answer, and is asked on as after one tap. */
const doubleTapMs = 10_000;

/** POST: a tap. The first one is the answer; those after it need the pass that it gave. */
export const takeAnswer =
  (parts: HostedParts): Handler =>
  async (c) => {
    const seconds = waitOf(c, parts, parts.now());
    if (seconds > 0) {
      const { visit } = await visitLink(c, parts);
      c.header('retry-after', String(seconds));
      return c.html(<NoticePage visit={visit} notice={visit.more.later} />, 429);
    }
    // First: it may come slowly, and meanwhile the link may be cancelled, or whom it is for erased.
    const form = await readForm(c);
    const visited = await visitLink(c, parts);
    const { opened, visit, pass } = visited;
    switch (opened.standing) {
      case 'open':
        return answerFirst(c, parts, visited, opened.invitation, form);
      case 'used':
        if (pass) return answerOn(c, parts, { invitation: opened.invitation, visit, pass }, form, visited.now);
        return tappedAgain(c, parts, visited, opened);
      default:
        return refuse(c, visit, opened.standing);
    }
  };

async function answerFirst(
  c: Context,
  parts: HostedParts,
  visited: Visited,
  invitation: Invitation,
  form: URLSearchParams,
) {
  const { store, passes, metrics } = parts;
  const { visit, token, now } = visited;
  const emotion = emotionOf(form.get('emotion'));
  if (!emotion) return ask(c, visit, invitation, 422);
  // A crawler that sends forms has felt nothing.
  if (isDeclaredCrawler(c.req.header('user-agent'))) return ask(c, visit, invitation);
  const [result] = await store.recordStates([firstAnswer(invitation, emotion, visit.said.locale, now)]);
  // `amended`: a page had shown it, and nobody had answered there. Of many taps at once only one is stored.
  const outcome = result && 'outcome' in result ? result.outcome : null;
  if (outcome !== 'stored' && outcome !== 'amended') {
    return tappedAgain(c, parts, visited, { invitation, answeredAt: now });
  }
  metrics.delivered(outcome);
  return c.redirect(visit.link({ pass: passes.write(token, now) }), 303);
}

/** Says that the answer is there already; right after it, also what is asked next. */
function tappedAgain(
  c: Context,
  { store, passes }: HostedParts,
  { visit, token, now }: Visited,
  { invitation, answeredAt }: { invitation: Invitation; answeredAt: number },
) {
  if (now - answeredAt > doubleTapMs) return refuse(c, visit, 'used');
  return showStep(c, store, { invitation, visit, pass: passes.write(token, now) }, 409);
}

async function answerOn(c: Context, parts: HostedParts, going: GoingOn, form: URLSearchParams, now: number) {
  const { invitation, visit, pass } = going;
  const { settings } = invitation.touchpoint;
  const stored = await answerOf(parts.store, invitation);
  if (!stored?.emotion) return refuse(c, visit, 'used');
  const step = stepsOf(settings, stored.emotion).find((name) => name === c.req.query('step'));
  const more = step && readStep(step, form, settings);
  if (!step || !more) {
    const typed = step === 'reasons' ? { reasons: form.getAll('reasons'), comment: form.get('comment') } : {};
    return showStep(c, parts.store, going, 422, typed);
  }
  const later = laterAnswer(invitation, stored, more, now);
  if (later) {
    const [result] = await parts.store.recordStates([later]);
    if (result && 'outcome' in result) parts.metrics.delivered(result.outcome);
  }
  const steps = stepsOf(settings, more.emotion ?? stored.emotion);
  return c.redirect(visit.link({ pass, step: steps[steps.indexOf(step) + 1] as Step }), 303);
}

/** 0, or the whole seconds after which this network may answer again. */
function waitOf(c: Context, { prefixes, prefixLimit }: HostedParts, now: number): number {
  const prefix = prefixLimit.isNone ? null : prefixes.of(c, now);
  if (prefix === null) return 0;
  const seconds = prefixLimit.wait(prefix, 1, now);
  if (seconds === 0) prefixLimit.take(prefix, 1, now);
  return seconds;
}
