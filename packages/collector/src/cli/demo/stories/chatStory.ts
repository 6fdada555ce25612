import type { Mood, Story } from '../story.ts';
import { calmShop, chatting } from './calmShop.ts';

/** Since then two of four people are missing from the chat. */
const shortOfPeopleDaysAgo = 20;

const waiting: Mood = {
  feelings: { ignored: 47, angry: 22, disappointed: 11, confused: 4, relieved: 6, grateful: 4, indifferent: 6 },
  strength: { bad: 4.2, good: 2.8 },
  because: { bad: { waited: 9, 'not-solved': 1 }, good: { 'solved-at-once': 1, friendly: 2 } },
};

/** All is calm, but since a day people wait in the support chat. */
export const chatStory: Story = {
  ...calmShop,
  'support-chat': {
    ...calmShop['support-chat'],
    mood: (daysAgo) => (daysAgo <= shortOfPeopleDaysAgo ? waiting : chatting),
  },
};
