/** What the routes are for, in the order in which somebody new needs them; the first whose form fits a route has it. */
export const tags = [
  {
    name: 'Interactions',
    description:
      'Half of all interactions end where no page is. Your backend says so, and the person’s next page asks.',
    form: /^\w+ \/v1\/interactions/,
  },
  {
    name: 'Invitations',
    description: 'A link for one person and one answer: in a mail, an SMS, or as a QR code on a parcel.',
    form: /^\w+ \/v1\/invitations/,
  },
  {
    name: 'Kiosks',
    description: 'A tablet in a shop or a hall that asks whoever passes.',
    form: /^\w+ \/v1\/kiosks/,
  },
  {
    name: 'Deliveries',
    description:
      'What was felt, as the widget and surfaces of your own deliver it. A state is kept once for each id and revision, so it may be sent again.',
    form: /^post \/v1\/(responses|passes|armed)/,
  },
  {
    name: 'Scores',
    description: 'How strong the feelings at each touchpoint are, which ones they are, and how sure that is.',
    form: /^get \/v1\/(scores|touchpoints\/\{key\}\/)/,
  },
  {
    name: 'Responses',
    description: 'Look-ups and export of all that is kept, what is not counted among them, each marked.',
    form: /^get \/v1\/responses/,
  },
  {
    name: 'Touchpoints',
    description: 'Where is asked, when, about what and in which words.',
    form: /^\w+ \/v1\/touchpoints/,
  },
  { name: 'Site', description: 'What holds for all touchpoints of a site.', form: /^\w+ \/v1\/site/ },
  {
    name: 'Erasure',
    description: 'When somebody wants to be forgotten.',
    form: /^\w+ \/v1\/respondents/,
  },
  {
    name: 'Widget files',
    description: 'What pages load. Anybody may; there is no secret in them.',
    form: /^\w+ \/(s|assets)\//,
  },
  { name: 'Health', description: 'For whoever runs the collector.', form: /./ },
];

/**
 * @param method in small letters
 * @param path with its parameters in braces
 */
export const tagOf = (method: string, path: string) =>
  tags.find(({ form }) => form.test(`${method} ${path}`))?.name ?? 'Health';
