/** What the page about access says, in English. The functions take texts that are already written as people read them. */
export const access = {
  title: 'Access',
  headline: (people: number): string =>
    people === 1 ? 'One person may open these pages' : `${people} people may open these pages`,
  lead: (sessions: number): string =>
    sessions === 1 ? 'Signed in now: one browser.' : `Signed in now: ${sessions} browsers.`,
  ownHeadline: 'Where you are signed in',
  ownLead: 'An editor gives out links and decides who may see what.',

  people: 'People',
  role: { viewer: 'viewer', editor: 'editor' },
  roleSays: { viewer: 'reads all pages', editor: 'also changes touchpoints, origins and access' },
  you: 'you',
  since: (date: string) => `since ${date}`,
  lastHere: (date: string) => `last here ${date}`,
  neverHere: 'has not signed in yet',
  newLink: 'New link',
  newLinkFor: (name: string) => `New link for ${name}`,
  revoke: 'Revoke',
  revokeFor: (name: string) => `Revoke ${name}`,
  revokeSure: 'Yes, revoke at once',
  revokedPeople: (people: number): string => (people === 1 ? '1 was revoked' : `${people} were revoked`),
  revokedOn: (date: string) => `revoked ${date}`,
  add: 'Add a person',
  name: 'Name',
  roleLabel: 'Role',
  makeLink: 'Make a sign-in link',
  linkTitle: (name: string) => `The sign-in link for ${name}`,
  linkLead: 'It works once, and it is shown only now. Send it to nobody else.',
  badName: 'A name has 1 to 80 characters, on one line.',

  sessions: 'Signed in',
  thisOne: 'this browser',
  signedInOn: (date: string) => `signed in ${date}`,
  seenOn: (date: string) => `last seen ${date}`,
  endSession: 'Sign out',
  endSessionOf: (name: string) => `Sign out ${name}`,
  endAll: 'Sign me out everywhere',

  shares: 'Shared pages',
  noShares: 'No page is shared. “Share this page…” stands at the foot of each page that can be.',
  sharedOn: (date: string) => `since ${date}`,
  withComments: 'with comments',
  share: 'Share this page…',
  shareTitle: 'Share this page',
  shareLead:
    'Whoever has the link reads this one page, as it is filtered now, without signing in. It can be revoked at any time.',
  shareName: 'Who or what is it for?',
  shareComments: 'With what customers wrote',
  shareMake: 'Make the link',
  shareLinkTitle: (name: string) => `The link “${name}”`,
  shareLinkLead: 'It is shown only now.',
  shareNone: 'This page can’t be shared.',
  overview: 'Overview',
  columns: {
    since: 'Since',
    lastHere: 'Last here',
    revoked: 'Revoked',
    signedIn: 'Signed in',
    lastSeen: 'Last seen',
    page: 'Page',
  },
  sharedPage: 'A shared page, to read only',
  shareGone: 'This link was revoked, or never existed.',
  shareGoneLead: 'Ask whoever gave it to you for a new one.',

  tooManyTitle: 'Too many tokens were refused.',
  tooManyLead: (seconds: number): string =>
    seconds === 1 ? 'Try again in a second.' : `Try again in ${seconds} seconds.`,
  askEditor: 'A link signs in once. Ask an editor of yours for a new one: they find it under Access, as “New link”.',
  askOperator: 'If there is none, whoever runs the collector makes one:',
  unencrypted:
    'This address is not encrypted: whoever shares your network can read what you do here. Ask for one that begins with https.',
};

export type AccessWords = typeof access;
