import type { Customer, Mood, Story } from '../story.ts';
import { calmShop, paying } from './calmShop.ts';

/** Since then the bank's page sends people back to a card form that is empty again. */
const brokenDaysAgo = 45;

const losingTheCardForm: Mood = {
  feelings: {
    frustrated: 56,
    angry: 12,
    disappointed: 6,
    confused: 5,
    relieved: 6,
    happy: 5,
    reassured: 3,
    indifferent: 7,
  },
  strength: { bad: 4.05, good: 2.8 },
  because: { bad: { 'card-form': 9, 'delivery-cost': 1 }, good: { 'few-steps': 2, 'ways-to-pay': 3 } },
};

const delighted: Mood = {
  feelings: {
    grateful: 36,
    relieved: 28,
    reassured: 10,
    happy: 8,
    indifferent: 8,
    confused: 3,
    disappointed: 4,
    ignored: 2,
    angry: 1,
  },
  strength: { bad: 2.8, good: 3.1 },
  because: { bad: { 'not-solved': 1, waited: 1 }, good: { 'solved-at-once': 4, friendly: 1 } },
};

/**
 * Simpson's paradox. In each plan mobile customers are left worse than those at a desktop; but four in five of them
 * are pro, whom the express courier serves, and so in all they seem to be left better.
 */
const gladOfDelivery: Record<Customer['plan'], Record<Customer['device'], number>> = {
  pro: { desktop: 0.93, mobile: 0.77 },
  free: { desktop: 0.38, mobile: 0.2 },
};
const mobileOfPlan = { pro: 0.8, free: 0.2 };

function receivedBy({ plan, device }: Customer): Mood {
  const glad = gladOfDelivery[plan][device];
  const sorry = 1 - glad;
  return {
    feelings: {
      happy: 0.4 * glad,
      relieved: 0.25 * glad,
      excited: 0.2 * glad,
      reassured: 0.15 * glad,
      disappointed: 0.45 * sorry,
      frustrated: 0.25 * sorry,
      indifferent: 0.2 * sorry,
      confused: 0.1 * sorry,
    },
    strength: { bad: 2.7, good: 2.5 },
    because: { bad: { late: 3, damaged: 1 }, good: { 'on-time': 3, tracking: 2 } },
  };
}

/** Checkout got worse on a day; the support chat delights; at delivery the mix of customers hides who is left worse. */
export const checkoutStory: Story = {
  ...calmShop,
  checkout: { ...calmShop.checkout, mood: (daysAgo) => (daysAgo <= brokenDaysAgo ? losingTheCardForm : paying) },
  'support-chat': { ...calmShop['support-chat'], mood: () => delighted },
  delivery: {
    ...calmShop.delivery,
    customers: { pro: 0.5, mobile: mobileOfPlan },
    mood: (_, customer) => receivedBy(customer),
  },
};
