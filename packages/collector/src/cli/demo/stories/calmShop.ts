import type { Chapter, Mood, Story } from '../story.ts';

const shopping: Mood = {
  feelings: {
    happy: 22,
    reassured: 15,
    excited: 8,
    relieved: 5,
    indifferent: 28,
    confused: 10,
    disappointed: 8,
    frustrated: 4,
  },
  strength: { bad: 2.6, good: 2.4 },
  because: { bad: { 'search-results': 3, photos: 2 }, good: { prices: 1 } },
};

const looking: Mood = {
  feelings: { happy: 22, excited: 14, reassured: 12, indifferent: 26, confused: 14, disappointed: 8, frustrated: 4 },
  strength: { bad: 2.5, good: 2.4 },
  because: { bad: { 'hard-to-find': 3, banners: 2 }, good: { 'clear-range': 1 } },
};

const registering: Mood = {
  feelings: {
    happy: 16,
    relieved: 14,
    reassured: 14,
    indifferent: 26,
    confused: 14,
    frustrated: 11,
    disappointed: 4,
    angry: 1,
  },
  strength: { bad: 2.8, good: 2.2 },
  because: { bad: { password: 3, 'long-form': 2 }, good: { 'quick-form': 1 } },
};

export const paying: Mood = {
  feelings: {
    happy: 24,
    relieved: 20,
    reassured: 19,
    excited: 6,
    indifferent: 17,
    confused: 5,
    disappointed: 4,
    frustrated: 4,
    angry: 1,
  },
  strength: { bad: 3, good: 2.4 },
  because: { bad: { 'delivery-cost': 4, 'card-form': 1 }, good: { 'few-steps': 3, 'ways-to-pay': 2 } },
};

const receiving: Mood = {
  feelings: {
    happy: 28,
    relieved: 16,
    excited: 10,
    reassured: 8,
    indifferent: 15,
    disappointed: 11,
    frustrated: 8,
    confused: 2,
    angry: 2,
  },
  strength: { bad: 3, good: 2.5 },
  because: { bad: { late: 3, damaged: 1 }, good: { 'on-time': 3, tracking: 2 } },
};

export const chatting: Mood = {
  feelings: {
    grateful: 24,
    relieved: 22,
    happy: 14,
    reassured: 13,
    indifferent: 16,
    confused: 4,
    disappointed: 5,
    ignored: 1,
    angry: 1,
  },
  strength: { bad: 2.8, good: 2.6 },
  because: { bad: { 'not-solved': 3, waited: 1 }, good: { 'solved-at-once': 3, friendly: 2 } },
};

const sendingBack: Mood = {
  feelings: {
    relieved: 24,
    reassured: 14,
    happy: 8,
    indifferent: 18,
    disappointed: 18,
    frustrated: 11,
    confused: 6,
    angry: 1,
  },
  strength: { bad: 2.9, good: 2.6 },
  because: { bad: { 'refund-time': 2, 'return-label': 2 }, good: { 'easy-return': 1 } },
};

const unwrapping: Mood = {
  feelings: { happy: 3, excited: 2, indifferent: 1 },
  strength: { bad: 3, good: 3.6 },
  because: { bad: {}, good: {} },
};

const interrupted: Mood = {
  feelings: { indifferent: 32, frustrated: 20, disappointed: 8, confused: 10, happy: 20, excited: 10 },
  strength: { bad: 2.7, good: 2.2 },
  because: { bad: {}, good: {} },
};

const always = (mood: Mood) => () => mood;

/** The shop when nothing is the matter. Each story changes some of its chapters. */
export const calmShop = {
  'first-visit': { answers: { share: 16 }, answerRate: 0.38, channels: { web: 1 }, mood: always(looking) },
  search: { answers: { share: 18 }, answerRate: 0.41, channels: { web: 1 }, mood: always(shopping) },
  'sign-up': { answers: { share: 8 }, answerRate: 0.44, channels: { web: 1 }, mood: always(registering) },
  checkout: { answers: { share: 24 }, answerRate: 0.52, channels: { web: 1 }, mood: always(paying) },
  delivery: {
    answers: { share: 18 },
    answerRate: 0.4,
    channels: { email: 6, web: 2, sms: 2 },
    mood: always(receiving),
  },
  'support-chat': { answers: { share: 9 }, answerRate: 0.54, channels: { chat: 1 }, mood: always(chatting) },
  returns: { answers: { share: 5 }, answerRate: 0.42, channels: { email: 7, qr: 3 }, mood: always(sendingBack) },
  'gift-wrap': {
    answers: { few: 3 },
    openedDaysAgo: 12,
    answerRate: 0.5,
    channels: { qr: 1 },
    mood: always(unwrapping),
  },
  'newsletter-popup': { answers: { share: 2 }, answerRate: 0.36, channels: { web: 1 }, mood: always(interrupted) },
} satisfies Story & Record<string, Chapter>;
