import type { Mood, Story } from '../story.ts';
import { calmShop } from './calmShop.ts';

const unpaid: Mood = {
  feelings: { frustrated: 48, disappointed: 16, angry: 16, confused: 4, relieved: 6, indifferent: 10 },
  strength: { bad: 4.2, good: 2.6 },
  because: { bad: { 'refund-time': 4, 'return-label': 1 }, good: { 'easy-return': 1 } },
};

/** Since then the first page has a new menu and no banners. */
const newMenuDaysAgo = 25;

const lost: Mood = {
  feelings: { indifferent: 26, confused: 24, disappointed: 17, frustrated: 9, happy: 12, reassured: 7, excited: 5 },
  strength: { bad: 2.6, good: 2.3 },
  because: { bad: { 'hard-to-find': 3, banners: 3 }, good: { 'clear-range': 1 } },
};

const guided: Mood = {
  feelings: { happy: 28, reassured: 18, excited: 14, indifferent: 25, confused: 8, disappointed: 5, frustrated: 2 },
  strength: { bad: 2.4, good: 2.4 },
  because: { bad: { 'hard-to-find': 1, banners: 1 }, good: { 'clear-range': 1 } },
};

/** Returns leave people badly, and always have; but few have answered. The first visit got better. */
export const returnsStory: Story = {
  ...calmShop,
  returns: { ...calmShop.returns, answers: { few: 60 }, mood: () => unpaid },
  'first-visit': { ...calmShop['first-visit'], mood: (daysAgo) => (daysAgo <= newMenuDaysAgo ? guided : lost) },
};
