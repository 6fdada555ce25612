import type { AccessWords } from './en.ts';

export const access: AccessWords = {
  title: 'Accés',
  headline: (people) =>
    people === 1 ? 'Una persona pot obrir aquestes pàgines' : `${people} persones poden obrir aquestes pàgines`,
  lead: (sessions) =>
    sessions === 1 ? 'Amb sessió oberta: un navegador.' : `Amb sessió oberta: ${sessions} navegadors.`,
  ownHeadline: 'On tens la sessió oberta',
  ownLead: 'Els enllaços els dona algú amb permís d’edició, que també decideix qui veu què.',

  people: 'Persones',
  role: { viewer: 'lectura', editor: 'edició' },
  roleSays: { viewer: 'llegeix totes les pàgines', editor: 'a més, canvia punts de contacte, orígens i accessos' },
  you: 'tu',
  since: (date) => `des del ${date}`,
  lastHere: (date) => `última visita: ${date}`,
  neverHere: 'encara no ha entrat',
  newLink: 'Enllaç nou',
  newLinkFor: (name) => `Enllaç nou per a ${name}`,
  revoke: 'Retira',
  revokeFor: (name) => `Retira ${name}`,
  revokeSure: 'Sí, retira’l ara',
  revokedPeople: (people) => (people === 1 ? '1 accés retirat' : `${people} accessos retirats`),
  revokedOn: (date) => `retirat el ${date}`,
  add: 'Afegeix algú',
  name: 'Nom',
  roleLabel: 'Permís',
  makeLink: 'Crea l’enllaç d’entrada',
  linkTitle: (name) => `L’enllaç d’entrada de ${name}`,
  linkLead: 'Funciona un sol cop i només es mostra ara. No l’enviïs a ningú més.',
  badName: 'Un nom té d’1 a 80 caràcters, en una línia.',

  sessions: 'Sessions obertes',
  thisOne: 'aquest navegador',
  signedInOn: (date) => `oberta el ${date}`,
  seenOn: (date) => `últim ús: ${date}`,
  endSession: 'Tanca',
  endSessionOf: (name) => `Tanca la sessió de ${name}`,
  endAll: 'Tanca totes les meves sessions',

  shares: 'Pàgines compartides',
  noShares: 'No n’hi ha cap. «Comparteix aquesta pàgina…» és al peu de cada pàgina que es pot compartir.',
  sharedOn: (date) => `des del ${date}`,
  withComments: 'amb comentaris',
  share: 'Comparteix aquesta pàgina…',
  shareTitle: 'Comparteix aquesta pàgina',
  shareLead:
    'Qui tingui l’enllaç llegeix només aquesta pàgina, tal com està filtrada ara i sense entrar. El pots retirar quan vulguis.',
  shareName: 'Per a qui o per a què és?',
  shareComments: 'Amb el que han escrit els clients',
  shareMake: 'Crea l’enllaç',
  shareLinkTitle: (name) => `L’enllaç «${name}»`,
  shareLinkLead: 'Només es mostra ara.',
  shareNone: 'Aquesta pàgina no es pot compartir.',
  overview: 'Resum',
  columns: {
    since: 'Des de',
    lastHere: 'Última visita',
    revoked: 'Retirat',
    signedIn: 'Oberta',
    lastSeen: 'Últim ús',
    page: 'Pàgina',
  },
  sharedPage: 'Pàgina compartida, només per llegir',
  shareGone: 'Aquest enllaç s’ha retirat o no ha existit mai.',
  shareGoneLead: 'Demana’n un de nou a qui te’l va donar.',

  tooManyTitle: 'S’han rebutjat massa claus.',
  tooManyLead: (seconds) =>
    seconds === 1 ? 'Torna-ho a provar d’aquí a un segon.' : `Torna-ho a provar d’aquí a ${seconds} segons.`,
  askEditor:
    'Cada enllaç serveix per entrar un cop. Demana’n un altre a algú amb permís d’edició: és a Accés, «Enllaç nou».',
  askOperator: 'Si no hi ha ningú, el crea qui porta el servidor:',
  unencrypted:
    'Aquesta adreça no va xifrada: qui comparteixi la teva xarxa pot llegir el que hi fas. Demana’n una que comenci per https.',
};
