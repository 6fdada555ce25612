import type { Emotion } from '@vivencia/contract/emotion';
import { access } from './access/en.ts';
import { install } from './install/en.ts';
import { settings } from './settings/en.ts';
import { touchpoint } from './touchpoint/en.ts';

/** What the pages say, in English. The functions take texts that are already written as people read them. */
export const en = {
  emotion: {
    happy: 'Happy',
    excited: 'Excited',
    relieved: 'Relieved',
    reassured: 'Reassured',
    grateful: 'Grateful',
    proud: 'Proud',
    calm: 'Calm',
    inspired: 'Inspired',
    indifferent: 'Indifferent',
    confused: 'Confused',
    worried: 'Worried',
    disappointed: 'Disappointed',
    frustrated: 'Frustrated',
    angry: 'Angry',
    sad: 'Sad',
    bored: 'Bored',
    ignored: 'Ignored',
  },
  /** The feeling itself, inside a sentence. */
  feeling: {
    happy: 'happiness',
    excited: 'excitement',
    relieved: 'relief',
    reassured: 'reassurance',
    grateful: 'gratitude',
    proud: 'pride',
    calm: 'calm',
    inspired: 'inspiration',
    indifferent: 'indifference',
    confused: 'confusion',
    worried: 'worry',
    disappointed: 'disappointment',
    frustrated: 'frustration',
    angry: 'anger',
    sad: 'sadness',
    bored: 'boredom',
    ignored: 'a sense of being ignored',
  },
  stage: { before: 'before', during: 'during', after: 'after' },

  menuLabel: 'Pages',
  menu: { overview: 'Overview', install: 'Install', access: 'Access' },
  notNow: 'Not just now.',
  notNowLead:
    'The collector is asked too much at once, is checking its file, or its disk has no room. Nothing was changed, and a sign-in link can still be used: load this page again in a moment. If this stays, tell whoever runs the collector; its log says why.',
  editorsOnlyTitle: 'This is for editors.',
  tooLarge: 'That is too much at once.',
  tooLargeLead: 'Nothing was saved. Go back, shorten what you wrote, and send it again.',
  editorsOnly: 'Only an editor may do this: ask one of yours, or whoever runs the collector.',
  access,
  install,
  settings,
  touchpointPage: touchpoint,

  periodLabel: 'Period',
  periods: { '24h': '24 h', '7': '7 days', '30': '30 days', '90': '90 days', '365': 'Year' },
  otherDates: 'Other dates',
  from: 'From',
  to: 'To',
  show: 'Show',
  misread: {
    dates: 'Those dates can’t be read, so these are the last 30 days.',
    filter: 'That filter can’t be read, so it is left out.',
  },
  filter: {
    title: 'Filter',
    segment: 'Whose answers',
    everybody: 'Everybody’s',
    channel: 'Channel',
    locale: 'Language',
    channels: {
      web: 'Web',
      app: 'App',
      email: 'E-mail',
      sms: 'SMS',
      qr: 'QR code',
      kiosk: 'Kiosk',
      phone: 'Phone',
      chat: 'Chat',
      store: 'Store',
    },
    version: 'Version of the settings',
    everyVersion: 'Every version',
    compare: 'Compare with the period before',
    chosen: 'Filters in force',
    drop: 'Drop:',
  },

  headlineClear: <T>(title: T, value: string, feeling: T[]) => [
    title,
    ` moves people most, ${value} of 100, `,
    ...feeling,
    '.',
  ],
  headlineClose: <T>(title: T, value: string, feeling: T[], next: T, more: number) => [
    title,
    ` comes first, ${value} of 100, `,
    ...feeling,
    '; ',
    next,
    more === 0 ? '' : more === 1 ? ' and 1 other' : ` and ${more} others`,
    ' may move people as much.',
  ],
  headlineOnly: <T>(title: T, value: string, feeling: T[]) => [
    title,
    ` moves people ${value} of 100, `,
    ...feeling,
    '.',
  ],
  mostly: <T>(feeling: T) => ['mostly ', feeling],
  withMixed: 'with mixed feelings',
  mixed: 'Mixed',
  /** "frustration over delivery time": what a feeling is mostly about. */
  feelingOver: <T>(feeling: T, reason: T) => [feeling, ' (“', reason, '”)'],
  /** What a touchpoint did, and when, as a sentence goes on after its name. */
  moved: (what: Moved, date: string): string =>
    ({
      worse: { step: `got worse on ${date}`, ramp: `has been getting worse since ${date}` },
      better: { step: `got better on ${date}`, ramp: `has been getting better since ${date}` },
      stronger: { step: `rose on ${date}`, ramp: `has been rising since ${date}` },
      weaker: { step: `fell on ${date}`, ramp: `has been falling since ${date}` },
    })[what.way][what.kind],
  /** Of a sudden change whose day is not sure. */
  movedWithin: (way: Moved['way'], from: string, to: string): string =>
    `${{ worse: 'got worse', better: 'got better', stronger: 'rose', weaker: 'fell' }[way]} between ${from} and ${to}`,
  movedIt: (moved: string) => ` It ${moved}.`,
  movedFrom: (figure: string, before: string, after: string) => `${figure}: ${before} before, ${after} since.`,
  unmoved: { quiet: ': no change is seen. ', sparse: ': too few answers to see a change. ' },
  movedToo: <T>(title: T, moved: string) => [' ', title, ` ${moved}.`],
  movedShort: (way: Moved['way'], date: string, isSure: boolean) => `${way} since ${isSure ? '' : 'about '}${date}`,
  /** How one leaves a touchpoint. */
  felt: (emotion: Emotion): string => (emotion === 'ignored' ? 'feeling ignored' : en.emotion[emotion].toLowerCase()),
  leaving: (n: number, text: string, emotion: string) =>
    n === 1
      ? `Of those who answer, about 1 person a week leaves it ${emotion}.`
      : `Of those who answer, about ${text} people a week leave it ${emotion}.`,
  mostOften: <T>(feeling: T) => ['most often ', feeling],
  sure: {
    quite: 'The figure is quite certain',
    fairly: 'The figure is fairly certain',
    little: 'The figure is not very certain yet',
  },
  sureBecause: (sure: string, answers: string, interval: string) => `${sure}: ${answers}, ${interval}.`,
  howSure: 'How sure?',
  notSeparable: 'These touchpoints cannot be told apart yet.',

  csv: {
    link: 'As a table (CSV)',
    rankLow: 'Rank from',
    rankHigh: 'Rank to',
    key: 'Key',
    stage: 'Stage',
    low: (figure: string) => `${figure}, low (95%)`,
    high: (figure: string) => `${figure}, high (95%)`,
    change: (figure: string) => `${figure}, change`,
  },

  journey: {
    title: 'The emotional journey',
    lead: 'Up is positive, down negative; a bigger dot has more answers, and the thin line is where it may really lie.',
    stage: { before: 'Before', during: 'During', after: 'After', none: 'No stage yet' },
    notHeard: 'not heard',
    noAnswers: 'no answers',
    peak: 'peak',
    end: 'end',
    more: (n: number) => (n === 1 ? 'And 1 more, in the table above.' : `And ${n} more, in the table above.`),
    noStage: 'Give touchpoints a stage in their settings, and they take their place in the journey.',
    figures: 'The figures',
    point: (title: string, balance: string) => `${title} ${balance}`,
    scrolls: 'The emotional journey, scrolls sideways',
  },
  needs: {
    title: 'What needs a person now',
    lead: 'The newest comments of people who felt something negative strongly: those of the last 30 days, whatever is filtered above.',
    none: 'Nobody who felt bad strongly has left a comment in the last 30 days, whatever is filtered above.',
  },

  touchpoints: 'Touchpoints by emotional intensity',
  rank: 'Rank',
  ranksAloud: (low: string, high: string) => `rank ${low} to ${high}`,
  ranksOf: (ranks: string, of: number) => `${ranks} of ${of}`,
  touchpoint: 'Touchpoint',
  intensity: 'Intensity',
  negative: 'negative',
  positive: 'positive',
  mostlyLabel: 'Most often',
  trend: 'Trend',
  trendTitle: (title: string, from: string, to: string) =>
    `${title}: emotional balance from ${from} at first to ${to} at last`,
  changeStandsOut: 'stands out',
  changeMayBeChance: 'may be chance',
  changeName: (figure: string) => `${figure}, change since the period before`,
  changeTooFew: 'too few answers to compare',
  comparedWith: (period: string) => `Compared with ${period}`,
  movedName: 'Changed',
  movedBetween: (from: string, to: string) => `between ${from} and ${to}`,
  sortBy: (column: string) => `Sort by: ${column}`,
  answersLabel: 'Answers',
  answers: (n: number, text: string) => (n === 1 ? '1 answer' : `${text} answers`),
  answersUnit: (n: number): string => (n === 1 ? 'answer' : 'answers'),
  rate: (percent: string) => `${percent} responded`,
  barTitle: (title: string, value: string, interval: string, negative: string, positive: string) =>
    `${title}: emotional intensity ${value} (${interval}), negative ${negative}, positive ${positive}`,
  moreAnswers: (n: number) =>
    n === 1 ? '1 more answer, and it gets a figure' : `${n} more answers, and it gets a figure`,
  atThisPace: (days: number) =>
    days > 365
      ? '; more than a year at this pace'
      : days <= 1
        ? '; about a day at this pace'
        : `; about ${days} days at this pace`,
  moreRated: (n: number) => `${n} more with a strength, and it gets a figure`,
  withoutStrength: 'Nobody has said how strongly yet',
  shownUnanswered: (n: number, text: string) =>
    n === 1 ? 'Shown once, no answer yet' : `Shown ${text} times, no answer yet`,
  passedUnasked: (n: number, text: string) =>
    n === 1 ? 'Passed once, not asked' : `Passed ${text} times, never asked`,
  ratedOnly: 'Rated, but nobody has said what they felt',
  noneOfThese: 'No answers that this filter lets through',
  notHeard: 'Not heard in this period: nothing has passed here',
  barLegend:
    'The bar is the intensity, split into what was negative and positive. The thin line: where its end may really lie (95%). The trend is that of the emotional balance.',

  notComparable:
    'Not all of these touchpoints offer the same emotions, so their figures are not strictly comparable; “How sure?” says which ones differ.',

  emotionalIntensity: 'Emotional intensity',
  shrunk: 'Drawn to the others',
  emotionalBalance: 'Emotional balance',
  positiveAndNegative: 'Negative, positive',
  counted: 'Counted (n)',
  effective: 'Effective (n_eff)',
  unrated: 'Left out, without strength',
  shown: 'Shown',
  dismissed: 'Dismissed',
  abandoned: 'Abandoned',
  answered: 'Answered',
  responseRate: 'Response rate',
  passed: 'Interactions',
  emotionMix: 'Emotions',
  reasonMix: 'Reasons',
  askedDifferently: 'Asked with other emotions',
  evaluation: { csat: 'Satisfied (CSAT)', ces: 'Ease (CES)', nps: 'Recommend (NPS)' },
  tooFew: 'not enough answers',
  example: 'Example, with made-up answers',
  exampleTitles: { checkout: 'Checkout', support: 'Support chat', delivery: 'Delivery' },
  aboutTitle: 'How sure are these figures?',
  /** U+2060 keeps a range on one line. */
  about: [
    'Emotional intensity runs from 0 (nobody felt anything) to 100 (everybody felt something extremely). Emotional balance says which way, from −100 to +100.',
    'The interval beside a figure holds the true value in 95 of 100 cases. Below 5 answers there is no figure at all.',
    'The order is that of the values. Once there are four, those from few answers may be drawn to the others, because chance easily puts them on top or at the bottom; “How sure?” then gives the value that decides. Several ranks, such as 2–\u20604, mean that a touchpoint can’t be told from its neighbours yet.',
    'Only those who answered speak here, and people who feel strongly answer more: the response rate says how many stayed silent.',
    'Late answers weigh less, because people forget. How much less is a convention, not a fact; an answer’s intensity is never changed.',
  ],
  allAnswers: 'All answers',
  promptAnswers: 'Only those within 20 minutes',

  emptyTitle: 'Nobody has been asked yet.',
  emptyLead: 'Here you will see which touchpoints move people most, which way, and how sure we can be of it.',
  emptyNext: 'Paste this into your pages, just before the end of the head:',
  emptyThen:
    "It asks nobody until an interaction ends. Say so where it does, with vivencia('trigger', 'checkout'). The first answer shows up here at once, and five make a figure.",
  emptyInstall: 'All steps, and what has been heard so far',
  unansweredTitle: 'No answers in this period.',
  unansweredLead: (n: number, text: string) =>
    `The question was shown ${n === 1 ? 'once' : `${text} times`}. What people did with it stands below.`,
  unheardLead: 'Nothing was asked either. Try a longer period, or check that the script tag is on your pages:',
  unfilter: 'Show all answers of this period',
  aheadTitle: 'These days have not come yet.',
  aheadLead: 'What people answer on them will stand here.',
  ratedTitle: 'Ratings, but no feelings yet.',
  ratedLead: 'These touchpoints were rated, and nobody has said what they felt. The ratings stand under “How sure?”.',
  thinTitle: 'Not enough answers yet.',
  thinLead: 'A touchpoint gets its figure with 5 answers. Fewer would say more about chance than about your customers.',

  signIn: 'Sign in',
  signOut: 'Sign out',
  signedInAs: (name: string) => `Signed in as ${name}`,
  token: 'Access token',
  tokenLead: 'Paste the token from your personal link.',
  tokenUsed: 'This link has been used, was revoked, or never existed.',
  pressToSignIn: 'Press to sign in. The link works once.',
};

/** How a touchpoint moved: which way, and whether at once or ever more. */
export interface Moved {
  way: 'worse' | 'better' | 'stronger' | 'weaker';
  kind: 'step' | 'ramp';
}

export type Words = typeof en;
