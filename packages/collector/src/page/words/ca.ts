import { access } from './access/ca.ts';
import type { Words } from './en.ts';
import { install } from './install/ca.ts';
import { settings } from './settings/ca.ts';
import { touchpoint } from './touchpoint/ca.ts';

/** "el 8 d’octubre", "l’1 de maig" */
const theDay = (date: string) => (/^(1|11)\b/.test(date) ? `l’${date}` : `el ${date}`);
const ofTheDay = (date: string) => (/^(1|11)\b/.test(date) ? `de l’${date}` : `del ${date}`);

/** Feelings are named with a noun, which avoids gender. */
export const ca: Words = {
  emotion: {
    happy: 'Alegria',
    excited: 'Entusiasme',
    relieved: 'Alleujament',
    reassured: 'Confiança',
    grateful: 'Gratitud',
    proud: 'Orgull',
    calm: 'Calma',
    inspired: 'Inspiració',
    indifferent: 'Indiferència',
    confused: 'Confusió',
    worried: 'Preocupació',
    disappointed: 'Decepció',
    frustrated: 'Frustració',
    angry: 'Enuig',
    sad: 'Tristesa',
    bored: 'Avorriment',
    ignored: 'Desatenció',
  },
  feeling: {
    happy: 'alegria',
    excited: 'entusiasme',
    relieved: 'alleujament',
    reassured: 'confiança',
    grateful: 'gratitud',
    proud: 'orgull',
    calm: 'calma',
    inspired: 'inspiració',
    indifferent: 'indiferència',
    confused: 'confusió',
    worried: 'preocupació',
    disappointed: 'decepció',
    frustrated: 'frustració',
    angry: 'enuig',
    sad: 'tristesa',
    bored: 'avorriment',
    ignored: 'desatenció',
  },
  stage: { before: 'abans', during: 'durant', after: 'després' },

  menuLabel: 'Pàgines',
  menu: { overview: 'Resum', install: 'Instal·lació', access: 'Accés' },
  notNow: 'Ara mateix no es pot.',
  notNowLead:
    'El servidor rep massa peticions alhora, està comprovant el seu fitxer o no té espai al disc. No ha canviat res i un enllaç per entrar encara serveix: torna a carregar la pàgina d’aquí a un moment. Si no s’arregla, digue-ho a qui porta el servidor; el registre diu per què.',
  editorsOnlyTitle: 'Això és per a qui edita.',
  tooLarge: 'És massa d’un sol cop.',
  tooLargeLead: 'No s’ha desat res. Torna enrere, escurça el que has escrit i torna-ho a enviar.',
  editorsOnly: 'Això només ho pot fer qui té permís d’edició: demana-l’hi, o a qui porta el servidor.',
  access,
  install,
  settings,
  touchpointPage: touchpoint,

  periodLabel: 'Període',
  periods: { '24h': '24 h', '7': '7 dies', '30': '30 dies', '90': '90 dies', '365': 'Un any' },
  otherDates: 'Altres dates',
  from: 'Des de',
  to: 'Fins a',
  show: 'Mostra',
  misread: {
    dates: 'No entenem aquestes dates, així que aquí hi ha els darrers 30 dies.',
    filter: 'No entenem aquest filtre, així que no s’aplica.',
  },
  filter: {
    title: 'Filtra',
    segment: 'De qui són les respostes',
    everybody: 'De tothom',
    channel: 'Canal',
    locale: 'Idioma',
    channels: {
      web: 'Web',
      app: 'App',
      email: 'Correu electrònic',
      sms: 'SMS',
      qr: 'Codi QR',
      kiosk: 'Quiosc',
      phone: 'Telèfon',
      chat: 'Xat',
      store: 'Botiga',
    },
    version: 'Versió de la configuració',
    everyVersion: 'Totes les versions',
    compare: 'Compara amb el període anterior',
    chosen: 'Filtres aplicats',
    drop: 'Treu:',
  },

  headlineClear: (title, value, feeling) => ['«', title, `» és el que més impacta: ${value} de 100, `, ...feeling, '.'],
  headlineClose: (title, value, feeling, next, more) => [
    '«',
    title,
    `» encapçala la llista: ${value} de 100, `,
    ...feeling,
    '; «',
    next,
    more === 0 ? '» podria impactar igual.' : `» i ${more} més podrien impactar igual.`,
  ],
  headlineOnly: (title, value, feeling) => ['«', title, `» impacta ${value} de 100, `, ...feeling, '.'],
  mostly: (feeling) => ['sobretot ', feeling],
  withMixed: 'amb sensacions dispars',
  mixed: 'Dispar',
  feelingOver: (feeling, reason) => [feeling, ' per «', reason, '»'],
  moved: ({ way, kind }, date) =>
    ({
      worse: { step: `va empitjorar ${theDay(date)}`, ramp: `empitjora des ${ofTheDay(date)}` },
      better: { step: `va millorar ${theDay(date)}`, ramp: `millora des ${ofTheDay(date)}` },
      stronger: { step: `impacta més des ${ofTheDay(date)}`, ramp: `impacta cada vegada més des ${ofTheDay(date)}` },
      weaker: { step: `impacta menys des ${ofTheDay(date)}`, ramp: `impacta cada vegada menys des ${ofTheDay(date)}` },
    })[way][kind],
  movedWithin: (way, from, to) =>
    `${{ worse: 'va empitjorar', better: 'va millorar', stronger: 'va començar a impactar més', weaker: 'va començar a impactar menys' }[way]} entre ${theDay(from)} i ${theDay(to)}`,
  movedIt: (moved) => ` ${moved.charAt(0).toUpperCase()}${moved.slice(1)}.`,
  movedFrom: (figure, before, after) => `${figure}: abans ${before}, d’ençà ${after}.`,
  unmoved: { quiet: ': no es veu cap canvi. ', sparse: ': hi ha massa poques respostes per veure un canvi. ' },
  movedToo: (title, moved) => [' «', title, `» ${moved}.`],
  movedShort: (way, date, isSure) =>
    `${{ worse: 'pitjor', better: 'millor', stronger: 'impacta més', weaker: 'impacta menys' }[way]} des ${ofTheDay(date)}${isSure ? '' : ', aprox.'}`,
  felt: (emotion) => ca.feeling[emotion],
  leaving: (n, text, emotion) =>
    n === 1
      ? `De qui respon, més o menys 1 persona a la setmana se’n va amb ${emotion}.`
      : `De qui respon, unes ${text} persones a la setmana se’n van amb ${emotion}.`,
  mostOften: (feeling) => ['amb ', feeling, ' com a més freqüent'],
  sure: {
    quite: 'La certesa és alta',
    fairly: 'La certesa és raonable',
    little: 'La certesa encara és baixa',
  },
  sureBecause: (sure, answers, interval) => `${sure}: ${answers}, ${interval}.`,
  howSure: 'Amb quina certesa?',
  notSeparable: 'Aquests punts de contacte encara no es distingeixen entre ells.',

  csv: {
    link: 'Com a taula (CSV)',
    rankLow: 'Lloc des de',
    rankHigh: 'Lloc fins a',
    key: 'Clau',
    stage: 'Etapa',
    low: (figure) => `${figure}, mínim (95 %)`,
    high: (figure) => `${figure}, màxim (95 %)`,
    change: (figure) => `${figure}, canvi`,
  },

  journey: {
    title: 'El viatge emocional',
    lead: 'A dalt, el que és positiu; a baix, el que és negatiu. Un punt més gran té més respostes, i la línia fina indica on pot ser en realitat.',
    stage: { before: 'Abans', during: 'Durant', after: 'Després', none: 'Sense etapa' },
    notHeard: 'sense senyals',
    noAnswers: 'sense respostes',
    peak: 'pic',
    end: 'final',
    more: (n) => (n === 1 ? 'I 1 més, a la taula de dalt.' : `I ${n} més, a la taula de dalt.`),
    noStage: 'Dona’ls una etapa a la seva configuració i ocuparan el seu lloc en el viatge.',
    figures: 'Les xifres',
    point: (title, balance) => `${title} ${balance}`,
    scrolls: 'El viatge emocional, es desplaça cap als costats',
  },
  needs: {
    title: 'Què necessita una persona ara',
    lead: 'Els comentaris més recents de qui ha sentit alguna cosa negativa amb força: els dels darrers 30 dies, es filtri el que es filtri a dalt.',
    none: 'En els darrers 30 dies ningú que ho hagi passat malament amb força ha deixat un comentari, es filtri el que es filtri a dalt.',
  },

  touchpoints: 'Punts de contacte per índex d’impacte emocional',
  rank: 'Lloc',
  ranksAloud: (low, high) => `llocs ${low} a ${high}`,
  ranksOf: (ranks, of) => `${ranks} ${of === 11 ? 'd’' : 'de '}${of}`,
  touchpoint: 'Punt de contacte',
  intensity: 'Impacte',
  negative: 'negatiu',
  positive: 'positiu',
  mostlyLabel: 'El més freqüent',
  trend: 'Tendència',
  trendTitle: (title, from, to) => `${title}: balanç emocional de ${from} al principi a ${to} al final`,
  changeStandsOut: 'destaca',
  changeMayBeChance: 'pot ser atzar',
  changeName: (figure) => `${figure}, canvi des del període anterior`,
  changeTooFew: 'falten respostes per comparar',
  comparedWith: (period) => `En comparació amb ${period}`,
  movedName: 'Va canviar',
  movedBetween: (from, to) => `entre ${theDay(from)} i ${theDay(to)}`,
  sortBy: (column) => `Ordena per: ${column}`,
  answersLabel: 'Respostes',
  answers: (n, text) => (n === 1 ? '1 resposta' : `${text} respostes`),
  answersUnit: (n) => (n === 1 ? 'resposta' : 'respostes'),
  rate: (percent) => `respon el ${percent}`,
  barTitle: (title, value, interval, negative, positive) =>
    `${title}: índex d’impacte emocional ${value} (${interval}), negatiu ${negative}, positiu ${positive}`,
  moreAnswers: (n) => (n === 1 ? 'Falta 1 resposta per tenir una xifra' : `Falten ${n} respostes per tenir una xifra`),
  atThisPace: (days) =>
    days > 365
      ? '; més d’un any a aquest ritme'
      : days <= 1
        ? '; un dia, més o menys, a aquest ritme'
        : `; uns ${days} dies a aquest ritme`,
  moreRated: (n) =>
    n === 1 ? 'En falta 1 amb intensitat per tenir una xifra' : `En falten ${n} amb intensitat per tenir una xifra`,
  withoutStrength: 'Ningú no ha dit encara amb quina intensitat',
  shownUnanswered: (n, text) =>
    n === 1 ? 'S’ha mostrat una vegada, encara sense resposta' : `S’ha mostrat ${text} vegades, encara sense resposta`,
  passedUnasked: (n, text) =>
    n === 1 ? 'Ha passat una interacció, sense preguntar' : `Han passat ${text} interaccions, sense preguntar`,
  ratedOnly: 'Hi ha valoracions, però ningú no ha dit què ha sentit',
  noneOfThese: 'Cap resposta passa aquest filtre',
  notHeard: 'Sense senyals en aquest període: per aquí no ha passat res',
  barLegend:
    'La barra és l’índex d’impacte, repartit entre el que és negatiu i el que és positiu. La línia fina indica on pot acabar en realitat (95 %). La tendència és la del balanç emocional.',

  notComparable:
    'No tots aquests punts de contacte ofereixen les mateixes emocions, de manera que les seves xifres no són del tot comparables; «Amb quina certesa?» indica quins són diferents.',

  emotionalIntensity: 'Índex d’impacte emocional',
  shrunk: 'Acostat a la resta',
  emotionalBalance: 'Balanç emocional',
  positiveAndNegative: 'Negatiu, positiu',
  counted: 'Compten (n)',
  effective: 'Efectives (n_eff)',
  unrated: 'Sense intensitat, no compten',
  shown: 'Mostrades',
  dismissed: 'Tancades',
  abandoned: 'A mitges',
  answered: 'Respostes',
  responseRate: 'Taxa de resposta',
  passed: 'Interaccions',
  emotionMix: 'Emocions',
  reasonMix: 'Motius',
  askedDifferently: 'Es pregunta amb altres emocions',
  evaluation: { csat: 'Satisfacció (CSAT)', ces: 'Facilitat (CES)', nps: 'Recomanació (NPS)' },
  tooFew: 'falten respostes',
  example: 'Exemple amb respostes inventades',
  exampleTitles: { checkout: 'Pagament', support: 'Xat d’ajuda', delivery: 'Lliurament' },
  aboutTitle: 'Quina certesa tenen aquestes xifres?',
  about: [
    'L’índex d’impacte emocional va de 0 (ningú no va sentir res) a 100 (tothom va sentir alguna cosa amb moltíssima intensitat). El balanç emocional diu cap a quina banda, de −100 a +100.',
    'L’interval al costat d’una xifra conté el valor real en 95 de cada 100 casos. Amb menys de 5 respostes no hi ha xifra.',
    'L’ordre és el dels valors. A partir de quatre, els que venen de poques respostes es poden acostar a la resta, perquè l’atzar els porta fàcilment a un extrem; «Amb quina certesa?» dona llavors el valor que decideix. Diversos llocs, com ara 2–\u20604, volen dir que un punt de contacte encara no es distingeix dels que té a prop.',
    'Aquí només parla qui ha respost, i qui sent amb força respon més: la taxa de resposta diu quanta gent ha callat.',
    'Les respostes tardanes pesen menys, perquè s’oblida. Quant menys és una convenció, no un fet; la intensitat d’una resposta no canvia mai.',
  ],
  allAnswers: 'Totes les respostes',
  promptAnswers: 'Només les dels primers 20 minuts',

  emptyTitle: 'Encara no s’ha preguntat a ningú.',
  emptyLead: 'Aquí veuràs quins punts de contacte impacten més, cap a quina banda i amb quina certesa.',
  emptyNext: 'Enganxa això a les teves pàgines, just abans de tancar el head:',
  emptyThen:
    "No pregunta a ningú fins que acaba una interacció. Digues-ho on acabi, amb vivencia('trigger', 'checkout'). La primera resposta apareix aquí a l’instant, i amb cinc hi ha una xifra.",
  emptyInstall: 'Tots els passos i el que ha arribat fins ara',
  unansweredTitle: 'Sense respostes en aquest període.',
  unansweredLead: (n, text) =>
    `La pregunta s’ha mostrat ${n === 1 ? 'una vegada' : `${text} vegades`}. A sota veus què n’ha fet la gent.`,
  unheardLead:
    'Tampoc no s’ha preguntat res. Prova un període més llarg o comprova que l’etiqueta és a les teves pàgines:',
  unfilter: 'Mostra totes les respostes d’aquest període',
  aheadTitle: 'Aquests dies encara no han arribat.',
  aheadLead: 'Aquí hi haurà el que la gent hi respongui.',
  ratedTitle: 'Hi ha valoracions, però encara cap sentiment.',
  ratedLead:
    'Aquests punts de contacte s’han valorat, però ningú no ha dit què ha sentit. Les valoracions són a «Amb quina certesa?».',
  thinTitle: 'Encara no hi ha prou respostes.',
  thinLead:
    'Un punt de contacte té xifra a partir de 5 respostes. Amb menys, la xifra parlaria més de l’atzar que de la teva clientela.',

  signIn: 'Entra',
  signOut: 'Surt',
  signedInAs: (name) => `Sessió de ${name}`,
  token: 'Clau d’accés',
  tokenLead: 'Enganxa la clau del teu enllaç personal.',
  tokenUsed: 'Aquest enllaç ja s’ha fet servir, s’ha revocat o no ha existit mai.',
  pressToSignIn: 'Prem per entrar. L’enllaç serveix una sola vegada.',
};
