import type { InstallWords } from './en.ts';

export const install: InstallWords = {
  title: 'Instal·lació',
  headlineNew: 'Tres passos fins a la primera resposta',
  headlineSeen: (origin, when) => ['Vist a ', origin, ` ${when}`],
  headlineAnswered: (origin, when) => ['Funciona: última resposta de ', origin, ` ${when}`],
  onlyRefused: 'S’ha vist, però es rebutja: és el pas 2.',
  notSeen: 'Encara no s’ha vist a cap pàgina.',
  answeredLead: (loaded) => `L’script es va carregar per últim cop ${loaded}.`,
  noAnswerLead: 'Encara no hi ha respostes. Pregunta quan acaba una interacció: és el pas 3.',
  checkAgain: 'Torna-ho a comprovar',

  done: 'fet',
  next: 'pendent',
  pasteTitle: 'Enganxa això a les teves pàgines',
  pasteLead:
    'Just abans del final de head. Mentre ho proves, escriu data-test després d’async: aquestes respostes no compten mai.',
  openTitle: 'Obre una de les teves pàgines',
  openSeen: (origin, when) => ['Vist a ', origin, ` ${when}.`],
  openNotSeen:
    'Encara no s’ha vist. Torna a carregar la pàgina amb les eines del navegador obertes: hi és l’script i respon 200? Una pàgina que no diu d’on ve només es veu quan algú respon.',
  refusedSeen: (origin, when) => ['Rebutjat: ', origin, `, ${when}. Les seves respostes no s’accepten. És teu?`],
  refusedNull: 'una pàgina sense origen, com ara un fitxer',
  allow: 'Permet',
  allowFor: (origin) => `Permet ${origin}`,
  allowAsk: (host) => [
    'Comptarien les respostes de les pàgines de ',
    host,
    '. Mira el nom lletra per lletra: qualsevol pot fer que aquí surti una adreça.',
  ],
  allowNull:
    'Podria ser de qualsevol i per això aquí no es pot permetre: obre la teva pàgina des d’un servidor, com ara http://localhost:3000.',
  endTitle: 'Digues on acaba una interacció',
  endHow: 'Torna a veure com',
  endClick: 'Amb un clic o un formulari enviat: un atribut a l’element.',
  endCode: 'O des del codi:',
  endSeen: (origin, when) => ['Es va preguntar per últim cop a ', origin, `, ${when}.`],
  answerSeen: (origin, when) => ['L’última resposta va arribar de ', origin, `, ${when}.`],
  seeAnswers: 'Mira les respostes',
  endMore:
    'També la poden acabar adreces, compres, xats i elements a la vista: són configuració d’un punt de contacte.',
  early: 'Si el teu codi es pot executar abans que arribi l’script, posa-hi això al davant:',

  policyTitle: 'La teva pàgina té una política de seguretat de contingut (CSP)?',
  policyLead: 'Afegeix exactament això al que té:',
  policyMore:
    'Un nonce a l’etiqueta pot substituir script-src. No cal permetre estils, imatges, tipus de lletra ni marcs, i es pot exigir Trusted Types.',

  originsTitle: 'D’on poden arribar respostes',
  originsNone: 'Encara no es permet cap origen, i per això es rebutja tota resposta d’una pàgina.',
  originLabel: 'Un altre origen, com ara https://shop.example',
  originAdd: 'Permet',
  originRemove: 'Treu',
  originRemoveFor: (origin) => `Treu ${origin}`,
  badOrigin: 'Això no és un origen. S’escriu com https://shop.example, sense camí.',
  tooManyOrigins: 'No es poden permetre més de 50 orígens.',
  askEditor: 'Algú amb permís d’edició en pot afegir d’altres.',

  kiosksTitle: 'Quioscos',
  kioskSince: (date) => `des del ${date}`,
  kioskEnd:
    'Qui porta el servidor dona de baixa un quiosc amb l’ordre que l’acompanya. El que la tauleta no hagi enviat s’hi queda per al proper quiosc del mateix punt de contacte.',
  backends: 'Una interacció acaba on no hi ha cap pàgina? El teu servidor pot comunicar-ho.',
  reference: 'Totes les peticions, amb exemples (en anglès)',

  suppressedTitle: 'Per què no s’ha preguntat',
  askedLastWeek: (n, text) =>
    n === 0
      ? 'En els últims 7 dies no s’ha preguntat a ningú.'
      : n === 1
        ? 'En els últims 7 dies s’ha preguntat un cop.'
        : `En els últims 7 dies s’ha preguntat ${text} cops.`,
  refusedTitle: 'Què s’ha rebutjat',
  heardFrom: 'Tot el que s’ha sentit, per origen (CSV)',
  columns: {
    reason: 'Motiu',
    meaning: 'Què vol dir',
    advice: 'Què cal fer',
    times: 'Cops',
    origin: 'Origen',
    heard: 'Què s’ha sentit',
    lastAt: 'Última vegada',
    allowed: 'Permès ara',
  },
  sighting: {
    loader: 'S’ha carregat l’script',
    prompt: 'S’ha fet la pregunta',
    answer: 'Ha arribat una resposta',
    refused: 'Rebutjat',
  },
  quietWeek: 'En els últims 7 dies s’ha preguntat sempre i no s’ha rebutjat res.',
  lastWeek: 'Els últims 7 dies',
  times: (n, text) => (n === 1 ? 'un cop' : `${text} cops`),

  suppressed: {
    cooldown: [
      'Ja s’havia preguntat aquí',
      'Es descansa 14 dies després d’una resposta i 30 després de tancar-la: «torna a preguntar» del punt de contacte.',
    ],
    gap: [
      'S’acaba de preguntar en un altre lloc',
      'Com a molt un cop per hora i tres al dia, si gapMinutes i dailyCap del lloc no diuen una altra cosa.',
    ],
    sampled: ['No li ha tocat', 'El punt de contacte només pregunta a una part: el seu mostreig.'],
    consent: ['Sense consentiment', "No es pregunta res abans de vivencia('consent', true)."],
    privacy_signal: ['El navegador demana privacitat', 'No cal fer res.'],
    already_asked: [
      'Ja s’ha preguntat per aquesta interacció',
      'Una pregunta per pàgina vista i per interacció. Dona a cada interacció un identificador propi.',
    ],
    open_dialog: ['Hi havia un diàleg obert', 'Activa-ho des de dins o quan s’hagi tancat.'],
    closed_site: ['El lloc no accepta respostes', 'Aquí no cal fer res.'],
    repeat: ['Un quiosc va rebre un altre toc en menys de cinc segons', 'Aquí no cal fer res: compta el primer.'],
    offline: [
      'No es va poder baixar la pregunta',
      'Mira la política de seguretat de contingut de la pàgina i si hi ha un blocador de continguts.',
    ],
  },
  refused: {
    origin_not_allowed: ['D’un origen que no es permet', 'Si és teu, permet-lo a dalt.'],
    too_many_requests: [
      'Massa alhora',
      'Es tornen a enviar soles. Darrere d’un servidor intermediari teu, indica VIVENCIA_TRUSTED_PROXIES, o totes les visites compten com una.',
    ],
    bot: ['D’un robot que diu que ho és', 'Es guarden a part i no compten. No cal fer res.'],
    invalid_response: [
      'No és una resposta vàlida',
      'L’envia algun codi propi: el que es contesta a la petició diu què falla.',
    ],
    revision_conflict: [
      'Dues respostes diferents amb un mateix número',
      'L’envia algun codi propi: cada canvi necessita una revisió més alta.',
    ],
    response_closed: ['Canviada després de més de 7 dies', 'No cal fer res.'],
    other: ['Un altre motiu', 'El que es contesta a la petició diu quin.'],
  },
};
