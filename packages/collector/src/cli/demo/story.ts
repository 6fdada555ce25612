import type { Emotion } from '@vivencia/contract/emotion';
import type { Channel } from '@vivencia/contract/response';
import type { DemoTouchpoint } from './northwind.ts';
import type { ReasonKey } from './reasons.ts';

/** How a touchpoint leaves people. Shares are weights. */
export interface Mood {
  feelings: Partial<Record<Emotion, number>>;
  /** Mean strength, 1…5, of negative and of positive feelings. */
  strength: Record<'bad' | 'good', number>;
  /** Why: reasons of negative and of positive feelings. */
  because: Record<'bad' | 'good', Partial<Record<ReasonKey, number>>>;
}

/** Who was asked. */
export interface Customer {
  plan: 'free' | 'pro';
  device: 'mobile' | 'desktop';
}

/** What a story tells of one touchpoint. */
export interface Chapter {
  /** Share of the story's answers, as a weight; or only so many answers, and not more than one in twenty. */
  answers: { share: number } | { few: number };
  /** Share of those asked who answer. */
  answerRate: number;
  /** Only so many days ago was it first asked about; otherwise as long as the story goes back. */
  openedDaysAgo?: number;
  channels: Partial<Record<Channel, number>>;
  /** Share of pro customers, and of mobile devices among the customers of each plan, where they are not the shop's. */
  customers?: Customers;
  /** @param daysAgo whole local days before the last one: 0 is today */
  mood(daysAgo: number, customer: Customer): Mood;
}

export interface Customers {
  pro: number;
  mobile: Record<Customer['plan'], number>;
}

/** A story that a reader of the overview should find in the figures. A touchpoint without a chapter stays unheard. */
export type Story = Partial<Record<DemoTouchpoint, Chapter>>;
