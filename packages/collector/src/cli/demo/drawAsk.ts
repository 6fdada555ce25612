import type { SuppressionReason } from '@vivencia/contract/pass';
import type { Status } from '@vivencia/contract/response';
import type { AcceptedState } from '../../store/delivery.ts';
import type { CommentLanguage } from './comments/writeComment.ts';
import type { Dice } from './dice.ts';
import { drawAnswer } from './drawAnswer.ts';
import { type DemoTouchpoint, isUnexpected, unconfirmedTouchpoint } from './northwind.ts';
import type { Chapter, Customer, Customers } from './story.ts';
import { uuid7 } from './uuid7.ts';

const ofTheShop: Customers = { pro: 0.35, mobile: { free: 0.58, pro: 0.58 } };
const languages: Record<CommentLanguage, number> = { en: 40, es: 35, ca: 25 };
/** What becomes of a prompt that is not answered. */
const unanswered: Partial<Record<Status, number>> = { dismissed: 50, shown: 38, abandoned: 12 };
const whyNotAsked: Partial<Record<SuppressionReason, number>> = {
  cooldown: 50,
  gap: 20,
  sampled: 10,
  already_asked: 8,
  consent: 6,
  privacy_signal: 3,
  open_dialog: 2,
  offline: 1,
};

/** How likely it is, for each who is asked, that another passes who is not. */
const suppressedForOneAsked = 0.5;

/** Why somebody who passed was not asked; `null` where nobody was passed over. */
export const drawSuppression = (dice: Dice): SuppressionReason | null =>
  dice.chance(suppressedForOneAsked) ? dice.pick(whyNotAsked) : null;

/** Somebody is asked at a touchpoint. */
interface Asked {
  key: DemoTouchpoint;
  chapter: Chapter;
  /** Milliseconds since 1970. */
  at: number;
  daysAgo: number;
  answers: boolean;
}

/** What became of one prompt. */
export function drawAsk(dice: Dice, { key, chapter, at, daysAgo, answers }: Asked): AcceptedState {
  const customer = drawCustomer(dice, chapter.customers ?? ofTheShop);
  const language = dice.pick(languages) ?? 'en';
  const channel = dice.pick(chapter.channels) ?? 'web';
  const state: AcceptedState = {
    id: uuid7(at, dice),
    revision: 0,
    touchpoint: key,
    status: 'shown',
    emotion: null,
    strength: null,
    reasons: [],
    evaluation: null,
    comment: null,
    latencyMs: null,
    interaction: null,
    unexpected: isUnexpected(key),
    respondent: null,
    segment: [
      ['device', customer.device],
      ['plan', customer.plan],
    ],
    locale: language,
    channel,
    version: key === unconfirmedTouchpoint ? null : 1,
    invitation: null,
    test: false,
  };
  if (answers) return { ...state, ...drawAnswer(dice, key, chapter.mood(daysAgo, customer), language, channel) };
  const status = dice.pick(unanswered) ?? 'shown';
  return { ...state, status, revision: Number(status !== 'shown') };
}

function drawCustomer(dice: Dice, { pro, mobile }: Customers): Customer {
  const plan = dice.chance(pro) ? 'pro' : 'free';
  return { plan, device: dice.chance(mobile[plan]) ? 'mobile' : 'desktop' };
}
