import { defaultSettings, type TouchpointSettings } from '@vivencia/contract/touchpoint';
import { type ReasonKey, reasons } from './reasons.ts';

type Told = Partial<Omit<TouchpointSettings, 'reasons'>> & { reasons?: ReasonKey[] };

/** The touchpoints that the demo shop has declared, in the order of a customer's way. */
const told = {
  'first-visit': {
    title: 'First visit',
    stage: 'before',
    owner: 'Marketing',
    note: 'First page, menu and banners. The menu is the same on all pages.',
    triggers: [{ on: 'visible', selector: '.footer' }],
    reasons: ['hard-to-find', 'banners', 'clear-range'],
  },
  search: {
    title: 'Search and products',
    stage: 'before',
    owner: 'Catalogue team',
    note: 'Search index, filters, photos and size charts. Photos come from the suppliers.',
    triggers: [{ on: 'event', name: 'shop:product-left' }],
    reasons: ['search-results', 'photos', 'prices'],
  },
  'sign-up': {
    title: 'Opening an account',
    stage: 'before',
    owner: 'Accounts team',
    note: 'Form, confirmation by e-mail, rules for passwords.',
    triggers: [{ on: 'url', match: 'ends', value: '/welcome' }],
    reasons: ['long-form', 'password', 'quick-form'],
  },
  checkout: {
    title: 'Checkout',
    stage: 'during',
    owner: 'Payments team',
    note: 'Basket, address, card form, and the redirect to the bank and back. The card form is our provider’s.',
    triggers: [{ on: 'purchase' }, { on: 'url', match: 'contains', value: '/order-received' }],
    reasons: ['card-form', 'delivery-cost', 'few-steps', 'ways-to-pay'],
  },
  'store-pickup': {
    title: 'Store pick-up',
    stage: 'during',
    owner: 'Shops',
    note: 'Declared, and not asked about yet: the code at the counter is still to be printed.',
  },
  delivery: {
    title: 'Delivery',
    stage: 'after',
    owner: 'Logistics',
    note: 'Warehouse and two couriers. Pro customers are served by the express courier.',
    reasons: ['late', 'damaged', 'on-time', 'tracking'],
  },
  'support-chat': {
    title: 'Support chat',
    stage: 'after',
    owner: 'Customer care',
    note: 'Four people from 9 to 21 h. Behind it: the order system, and a list of answers.',
    emotions: [
      'grateful',
      'happy',
      'relieved',
      'reassured',
      'indifferent',
      'confused',
      'disappointed',
      'ignored',
      'angry',
    ],
    evaluation: 'csat',
    triggers: [{ on: 'chat', product: 'chatwoot' }],
    reasons: ['waited', 'not-solved', 'solved-at-once', 'friendly'],
  },
  returns: {
    title: 'Returns',
    stage: 'after',
    unexpected: true,
    owner: 'Logistics',
    note: 'Label, collection, check in the warehouse, refund by the bank.',
    reasons: ['refund-time', 'return-label', 'easy-return'],
  },
  'gift-wrap': {
    title: 'Gift wrapping',
    stage: 'after',
    owner: 'Shops',
    note: 'By hand, on request. Asked about by a code on the ribbon.',
  },
} as const satisfies Record<string, Told>;

/** Somebody put it on the page without telling Vivencia, so it is heard and not confirmed. */
export const unconfirmedTouchpoint = 'newsletter-popup';

export type DemoTouchpoint = keyof typeof told | typeof unconfirmedTouchpoint;

/** The declared touchpoints as the store takes them. */
export const declaredTouchpoints: [key: string, settings: TouchpointSettings][] = Object.entries<Told>(told).map(
  ([key, { reasons: offered = [], ...settings }]) => [
    key,
    {
      ...defaultSettings(key),
      ...settings,
      reasons: offered.map((reason) => ({ key: reason, label: { ...reasons[reason] } })),
    },
  ],
);

/** Whether nobody expects to pass there, so that quiet rules do not hold. */
export const isUnexpected = (key: DemoTouchpoint): boolean => (told as Record<string, Told>)[key]?.unexpected ?? false;

/** Whether those who answer are asked for a rating (csat) besides. */
export const isRated = (key: DemoTouchpoint): boolean => (told as Record<string, Told>)[key]?.evaluation === 'csat';
