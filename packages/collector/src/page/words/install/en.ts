/** What the page about installing says, in English. The functions take texts that are already written as people read them. */
export const install = {
  title: 'Install',
  headlineNew: 'Three steps to your first answer',
  headlineSeen: <T>(origin: T, when: string) => ['Seen on ', origin, ` ${when}`],
  headlineAnswered: <T>(origin: T, when: string) => ['It works: last answer from ', origin, ` ${when}`],
  onlyRefused: 'Seen, but refused: step 2.',
  notSeen: 'Not seen on any page yet.',
  answeredLead: (loaded: string) => `The script was last loaded ${loaded}.`,
  noAnswerLead: 'No answer yet. It asks once an interaction ends: step 3.',
  checkAgain: 'Check again',

  done: 'done',
  next: 'to do',
  pasteTitle: 'Paste this into your pages',
  pasteLead:
    'Just before the end of the head. While you try it, write data-test after async: such answers are never counted.',
  openTitle: 'Open one of your pages',
  openSeen: <T>(origin: T, when: string) => ['Seen on ', origin, ` ${when}.`],
  openNotSeen:
    'Not seen yet. Load the page again with the browser’s tools open: is the script there, and does it answer 200? A page that tells no referrer is seen only once somebody answers.',
  refusedSeen: <T>(origin: T, when: string) => [
    'Refused: ',
    origin,
    `, ${when}. Its answers are not taken. Is it yours?`,
  ],
  refusedNull: 'a page without an origin, such as a file',
  allow: 'Allow',
  allowFor: (origin: string) => `Allow ${origin}`,
  allowAsk: <T>(host: T) => [
    'Answers from pages of ',
    host,
    ' would count. Look at it letter by letter: anybody can have an address noted here.',
  ],
  allowNull:
    'It could be anybody’s, so it cannot be allowed here: open your page from a server, such as http://localhost:3000.',
  endTitle: 'Say where an interaction ends',
  endHow: 'Show how again',
  endClick: 'By a click or a sent form: an attribute on it.',
  endCode: 'Or from code:',
  endSeen: <T>(origin: T, when: string) => ['The question was last asked on ', origin, `, ${when}.`],
  answerSeen: <T>(origin: T, when: string) => ['The last answer came from ', origin, `, ${when}.`],
  seeAnswers: 'See the answers',
  endMore: 'Addresses, purchases, chats and elements in view can end one too: those are settings of a touchpoint.',
  early: 'If your code may run before the script has come, put this in front of it:',

  policyTitle: 'Does your page have a content security policy?',
  policyLead: 'Add exactly this to what it has:',
  policyMore:
    'A nonce on the script tag can stand for script-src. No style, image, font or frame needs to be allowed, and Trusted Types may be required.',

  originsTitle: 'Where answers may come from',
  originsNone: 'No origin is allowed yet, so every answer from a page is refused.',
  originLabel: 'Another origin, such as https://shop.example',
  originAdd: 'Allow',
  originRemove: 'Remove',
  originRemoveFor: (origin: string) => `Remove ${origin}`,
  badOrigin: 'That is not an origin. It looks like https://shop.example, without a path.',
  tooManyOrigins: 'No more than 50 origins can be allowed.',
  askEditor: 'An editor can allow more.',

  kiosksTitle: 'Kiosks',
  kioskSince: (date: string) => `since ${date}`,
  kioskEnd:
    'Whoever runs the collector ends one with the command beside it. What the tablet has not sent stays on it for the next kiosk of the same touchpoint.',
  backends: 'Does an interaction end where no page is? Your backend can tell of it.',
  reference: 'All requests, with examples',

  suppressedTitle: 'Why people were not asked',
  askedLastWeek: (n: number, text: string): string =>
    n === 0
      ? 'Nobody was asked in the last 7 days.'
      : n === 1
        ? 'In the last 7 days 1 was asked.'
        : `In the last 7 days ${text} were asked.`,
  refusedTitle: 'What was refused',
  heardFrom: 'All that was heard, by origin (CSV)',
  columns: {
    reason: 'Reason',
    meaning: 'What it means',
    advice: 'What to do',
    times: 'Times',
    origin: 'Origin',
    heard: 'What was heard',
    lastAt: 'Last',
    allowed: 'Allowed now',
  },
  sighting: {
    loader: 'The script was loaded',
    prompt: 'The question was asked',
    answer: 'An answer came',
    refused: 'Refused',
  },
  quietWeek: 'In the last 7 days nobody was passed over and nothing was refused.',
  lastWeek: 'The last 7 days',
  times: (n: number, text: string) => (n === 1 ? 'once' : `${text} times`),

  suppressed: {
    cooldown: [
      'Asked here before',
      'People rest 14 days after an answer and 30 after closing it: “ask again” of the touchpoint.',
    ],
    gap: [
      'Asked somewhere else just now',
      'At most once an hour and three times a day, unless the site’s gapMinutes and dailyCap say otherwise.',
    ],
    sampled: ['Not drawn', 'The touchpoint asks only a share of all: its sampling.'],
    consent: ['No consent', "Nothing is asked before vivencia('consent', true)."],
    privacy_signal: ['The browser asked for privacy', 'Nothing to do.'],
    already_asked: [
      'This interaction was asked about',
      'One question a page view and an interaction. Give each interaction an id of its own.',
    ],
    open_dialog: ['A dialog was open', 'Trigger from inside it, or once it has closed.'],
    closed_site: ['The site takes no answers', 'Nothing to do here.'],
    repeat: ['A kiosk was tapped again within five seconds', 'Nothing to do here: the first tap counts.'],
    offline: [
      'The question could not be fetched',
      'Look at the page’s content security policy, and whether a content blocker is at work.',
    ],
  },
  refused: {
    origin_not_allowed: ['From an origin that is not allowed', 'If it is yours, allow it above.'],
    too_many_requests: [
      'Too many at once',
      'They are sent again by themselves. Behind a proxy of your own, tell VIVENCIA_TRUSTED_PROXIES, or all visitors count as one.',
    ],
    bot: ['From a robot that says so', 'Kept apart and not counted. Nothing to do.'],
    invalid_response: [
      'Not a valid answer',
      'Somebody’s own code sends it: the answer to the request names what is wrong.',
    ],
    revision_conflict: [
      'Two different answers under one number',
      'Somebody’s own code sends it: each change needs a higher revision.',
    ],
    response_closed: ['Changed after more than 7 days', 'Nothing to do.'],
    other: ['Another reason', 'The answer to the request says which.'],
  },
};

export type InstallWords = typeof install;
