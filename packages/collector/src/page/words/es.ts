import { access } from './access/es.ts';
import type { Words } from './en.ts';
import { install } from './install/es.ts';
import { settings } from './settings/es.ts';
import { touchpoint } from './touchpoint/es.ts';

/** Feelings are named with a noun, which avoids gender. */
const feelings = {
  happy: 'alegría',
  excited: 'entusiasmo',
  relieved: 'alivio',
  reassured: 'confianza',
  grateful: 'gratitud',
  proud: 'orgullo',
  calm: 'calma',
  inspired: 'inspiración',
  indifferent: 'indiferencia',
  confused: 'confusión',
  worried: 'preocupación',
  disappointed: 'decepción',
  frustrated: 'frustración',
  angry: 'enfado',
  sad: 'tristeza',
  bored: 'aburrimiento',
  ignored: 'desatención',
};

export const es: Words = {
  emotion: {
    happy: 'Alegría',
    excited: 'Entusiasmo',
    relieved: 'Alivio',
    reassured: 'Confianza',
    grateful: 'Gratitud',
    proud: 'Orgullo',
    calm: 'Calma',
    inspired: 'Inspiración',
    indifferent: 'Indiferencia',
    confused: 'Confusión',
    worried: 'Preocupación',
    disappointed: 'Decepción',
    frustrated: 'Frustración',
    angry: 'Enfado',
    sad: 'Tristeza',
    bored: 'Aburrimiento',
    ignored: 'Desatención',
  },
  feeling: feelings,
  stage: { before: 'antes', during: 'durante', after: 'después' },

  menuLabel: 'Páginas',
  menu: { overview: 'Resumen', install: 'Instalación', access: 'Acceso' },
  notNow: 'Ahora mismo no se puede.',
  notNowLead:
    'El servidor recibe demasiadas peticiones a la vez, está comprobando su archivo o no tiene espacio en disco. No ha cambiado nada y un enlace para entrar sigue sirviendo: vuelve a cargar la página dentro de un momento. Si no se arregla, díselo a quien lleva el servidor; el registro dice por qué.',
  editorsOnlyTitle: 'Esto es para quien edita.',
  tooLarge: 'Es demasiado de una vez.',
  tooLargeLead: 'No se ha guardado nada. Vuelve atrás, acorta lo que has escrito y envíalo otra vez.',
  editorsOnly: 'Esto solo puede hacerlo quien tiene permiso de edición: pídeselo, o a quien lleva el servidor.',
  access,
  install,
  settings,
  touchpointPage: touchpoint,

  periodLabel: 'Periodo',
  periods: { '24h': '24 h', '7': '7 días', '30': '30 días', '90': '90 días', '365': 'Un año' },
  otherDates: 'Otras fechas',
  from: 'Desde',
  to: 'Hasta',
  show: 'Ver',
  misread: {
    dates: 'No entendemos esas fechas, así que aquí van los últimos 30 días.',
    filter: 'No entendemos ese filtro, así que no se aplica.',
  },
  filter: {
    title: 'Filtrar',
    segment: 'De quién son las respuestas',
    everybody: 'De todo el mundo',
    channel: 'Canal',
    locale: 'Idioma',
    channels: {
      web: 'Web',
      app: 'App',
      email: 'Correo electrónico',
      sms: 'SMS',
      qr: 'Código QR',
      kiosk: 'Quiosco',
      phone: 'Teléfono',
      chat: 'Chat',
      store: 'Tienda',
    },
    version: 'Versión de los ajustes',
    everyVersion: 'Todas las versiones',
    compare: 'Comparar con el periodo anterior',
    chosen: 'Filtros aplicados',
    drop: 'Quitar:',
  },

  headlineClear: (title, value, feeling) => ['«', title, `» es lo que más impacta: ${value} de 100, `, ...feeling, '.'],
  headlineClose: (title, value, feeling, next, more) => [
    '«',
    title,
    `» encabeza la lista: ${value} de 100, `,
    ...feeling,
    '; «',
    next,
    more === 0 ? '» podría impactar igual.' : `» y ${more} más podrían impactar igual.`,
  ],
  headlineOnly: (title, value, feeling) => ['«', title, `» impacta ${value} de 100, `, ...feeling, '.'],
  mostly: (feeling) => ['sobre todo ', feeling],
  withMixed: 'con sensaciones dispares',
  mixed: 'Dispar',
  feelingOver: (feeling, reason) => [feeling, ' por «', reason, '»'],
  moved: ({ way, kind }, date) =>
    ({
      worse: { step: `empeoró el ${date}`, ramp: `empeora desde el ${date}` },
      better: { step: `mejoró el ${date}`, ramp: `mejora desde el ${date}` },
      stronger: { step: `impacta más desde el ${date}`, ramp: `impacta cada vez más desde el ${date}` },
      weaker: { step: `impacta menos desde el ${date}`, ramp: `impacta cada vez menos desde el ${date}` },
    })[way][kind],
  movedWithin: (way, from, to) =>
    `${{ worse: 'empeoró', better: 'mejoró', stronger: 'empezó a impactar más', weaker: 'empezó a impactar menos' }[way]} entre el ${from} y el ${to}`,
  movedIt: (moved) => ` ${moved.charAt(0).toUpperCase()}${moved.slice(1)}.`,
  movedFrom: (figure, before, after) => `${figure}: antes ${before}, desde entonces ${after}.`,
  unmoved: { quiet: ': no se ve ningún cambio. ', sparse: ': hay muy pocas respuestas para ver un cambio. ' },
  movedToo: (title, moved) => [' «', title, `» ${moved}.`],
  movedShort: (way, date, isSure) =>
    `${{ worse: 'peor', better: 'mejor', stronger: 'impacta más', weaker: 'impacta menos' }[way]} desde el ${date}${isSure ? '' : ', aprox.'}`,
  felt: (emotion) => feelings[emotion],
  leaving: (n, text, emotion) =>
    n === 1
      ? `De quienes responden, más o menos 1 persona a la semana se va con ${emotion}.`
      : `De quienes responden, unas ${text} personas a la semana se van con ${emotion}.`,
  mostOften: (feeling) => ['con ', feeling, ' como lo más frecuente'],
  sure: {
    quite: 'La certeza es alta',
    fairly: 'La certeza es razonable',
    little: 'La certeza es todavía baja',
  },
  sureBecause: (sure, answers, interval) => `${sure}: ${answers}, ${interval}.`,
  howSure: '¿Con qué certeza?',
  notSeparable: 'Estos puntos de contacto aún no se distinguen entre sí.',

  csv: {
    link: 'Como tabla (CSV)',
    rankLow: 'Puesto desde',
    rankHigh: 'Puesto hasta',
    key: 'Clave',
    stage: 'Etapa',
    low: (figure) => `${figure}, mínimo (95 %)`,
    high: (figure) => `${figure}, máximo (95 %)`,
    change: (figure) => `${figure}, cambio`,
  },

  journey: {
    title: 'El recorrido emocional',
    lead: 'Arriba, lo positivo; abajo, lo negativo. Un punto más grande tiene más respuestas, y la línea fina indica dónde puede estar en realidad.',
    stage: { before: 'Antes', during: 'Durante', after: 'Después', none: 'Sin etapa' },
    notHeard: 'sin señales',
    noAnswers: 'sin respuestas',
    peak: 'pico',
    end: 'final',
    more: (n) => (n === 1 ? 'Y 1 más, en la tabla de arriba.' : `Y ${n} más, en la tabla de arriba.`),
    noStage: 'Dales una etapa en sus ajustes y ocuparán su lugar en el recorrido.',
    figures: 'Las cifras',
    point: (title, balance) => `${title} ${balance}`,
    scrolls: 'El recorrido emocional, se desplaza hacia los lados',
  },
  needs: {
    title: 'Qué necesita a una persona ahora',
    lead: 'Los comentarios más recientes de quienes sintieron algo negativo con fuerza: los de los últimos 30 días, se filtre lo que se filtre arriba.',
    none: 'En los últimos 30 días nadie que lo pasara mal con fuerza ha dejado un comentario, se filtre lo que se filtre arriba.',
  },

  touchpoints: 'Puntos de contacto por índice de impacto emocional',
  rank: 'Puesto',
  ranksAloud: (low, high) => `puestos ${low} a ${high}`,
  ranksOf: (ranks, of) => `${ranks} de ${of}`,
  touchpoint: 'Punto de contacto',
  intensity: 'Impacto',
  negative: 'negativo',
  positive: 'positivo',
  mostlyLabel: 'Lo más frecuente',
  trend: 'Tendencia',
  trendTitle: (title, from, to) => `${title}: balance emocional de ${from} al principio a ${to} al final`,
  changeStandsOut: 'destaca',
  changeMayBeChance: 'puede ser azar',
  changeName: (figure) => `${figure}, cambio desde el periodo anterior`,
  changeTooFew: 'faltan respuestas para comparar',
  comparedWith: (period) => `En comparación con ${period}`,
  movedName: 'Cambió',
  movedBetween: (from, to) => `entre el ${from} y el ${to}`,
  sortBy: (column) => `Ordenar por: ${column}`,
  answersLabel: 'Respuestas',
  answers: (n, text) => (n === 1 ? '1 respuesta' : `${text} respuestas`),
  answersUnit: (n) => (n === 1 ? 'respuesta' : 'respuestas'),
  rate: (percent) => `responde el ${percent}`,
  barTitle: (title, value, interval, negative, positive) =>
    `${title}: índice de impacto emocional ${value} (${interval}), negativo ${negative}, positivo ${positive}`,
  moreAnswers: (n) =>
    n === 1 ? 'Falta 1 respuesta para tener una cifra' : `Faltan ${n} respuestas para tener una cifra`,
  atThisPace: (days) =>
    days > 365
      ? '; más de un año a este ritmo'
      : days <= 1
        ? '; un día, más o menos, a este ritmo'
        : `; unos ${days} días a este ritmo`,
  moreRated: (n) =>
    n === 1 ? 'Falta 1 con intensidad para tener una cifra' : `Faltan ${n} con intensidad para tener una cifra`,
  withoutStrength: 'Nadie ha dicho aún con cuánta intensidad',
  shownUnanswered: (n, text) =>
    n === 1 ? 'Se mostró una vez, aún sin respuesta' : `Se mostró ${text} veces, aún sin respuesta`,
  passedUnasked: (n, text) =>
    n === 1 ? 'Pasó una interacción, sin preguntar' : `Pasaron ${text} interacciones, sin preguntar`,
  ratedOnly: 'Hay valoraciones, pero nadie ha dicho qué sintió',
  noneOfThese: 'Ninguna respuesta pasa este filtro',
  notHeard: 'Sin señales en este periodo: por aquí no ha pasado nada',
  barLegend:
    'La barra es el índice de impacto, repartido entre lo negativo y lo positivo. La línea fina indica dónde puede acabar en realidad (95 %). La tendencia es la del balance emocional.',

  notComparable:
    'No todos estos puntos de contacto ofrecen las mismas emociones, así que sus cifras no son del todo comparables; «¿Con qué certeza?» indica cuáles son distintos.',

  emotionalIntensity: 'Índice de impacto emocional',
  shrunk: 'Acercado al resto',
  emotionalBalance: 'Balance emocional',
  positiveAndNegative: 'Negativo, positivo',
  counted: 'Cuentan (n)',
  effective: 'Efectivas (n_eff)',
  unrated: 'Sin intensidad, no cuentan',
  shown: 'Mostradas',
  dismissed: 'Cerradas',
  abandoned: 'A medias',
  answered: 'Respondidas',
  responseRate: 'Tasa de respuesta',
  passed: 'Interacciones',
  emotionMix: 'Emociones',
  reasonMix: 'Motivos',
  askedDifferently: 'Se pregunta con otras emociones',
  evaluation: { csat: 'Satisfacción (CSAT)', ces: 'Facilidad (CES)', nps: 'Recomendación (NPS)' },
  tooFew: 'faltan respuestas',
  example: 'Ejemplo con respuestas inventadas',
  exampleTitles: { checkout: 'Pago', support: 'Chat de ayuda', delivery: 'Entrega' },
  aboutTitle: '¿Qué certeza tienen estas cifras?',
  about: [
    'El índice de impacto emocional va de 0 (nadie sintió nada) a 100 (todo el mundo sintió algo con muchísima intensidad). El balance emocional dice hacia qué lado, de −100 a +100.',
    'El intervalo junto a una cifra contiene el valor real en 95 de cada 100 casos. Con menos de 5 respuestas no hay cifra.',
    'El orden es el de los valores. A partir de cuatro, los que vienen de pocas respuestas se pueden acercar al resto, porque el azar los lleva con facilidad a un extremo; «¿Con qué certeza?» da entonces el valor que decide. Varios puestos, como 2–\u20604, significan que un punto de contacto aún no se distingue de los que tiene cerca.',
    'Aquí solo habla quien respondió, y quien siente con fuerza responde más: la tasa de respuesta dice cuánta gente calló.',
    'Las respuestas tardías pesan menos, porque se olvida. Cuánto menos es una convención, no un hecho; la intensidad de una respuesta nunca cambia.',
  ],
  allAnswers: 'Todas las respuestas',
  promptAnswers: 'Solo las de los primeros 20 minutos',

  emptyTitle: 'Todavía no se ha preguntado a nadie.',
  emptyLead: 'Aquí verás qué puntos de contacto impactan más, hacia qué lado y con qué certeza.',
  emptyNext: 'Pega esto en tus páginas, justo antes de cerrar el head:',
  emptyThen:
    "No pregunta a nadie hasta que termina una interacción. Dilo donde termine, con vivencia('trigger', 'checkout'). La primera respuesta aparece aquí al momento, y con cinco hay una cifra.",
  emptyInstall: 'Todos los pasos y lo que ha llegado hasta ahora',
  unansweredTitle: 'Sin respuestas en este periodo.',
  unansweredLead: (n, text) =>
    `La pregunta se mostró ${n === 1 ? 'una vez' : `${text} veces`}. Abajo ves qué hizo la gente con ella.`,
  unheardLead:
    'Tampoco se preguntó nada. Prueba con un periodo más largo o comprueba que la etiqueta está en tus páginas:',
  unfilter: 'Ver todas las respuestas de este periodo',
  aheadTitle: 'Esos días aún no han llegado.',
  aheadLead: 'Aquí estará lo que la gente responda en ellos.',
  ratedTitle: 'Hay valoraciones, pero aún ningún sentimiento.',
  ratedLead:
    'Estos puntos de contacto se han valorado, pero nadie ha dicho qué sintió. Las valoraciones están en «¿Con qué certeza?».',
  thinTitle: 'Aún no hay respuestas suficientes.',
  thinLead:
    'Un punto de contacto tiene cifra a partir de 5 respuestas. Con menos, la cifra hablaría más del azar que de tu clientela.',

  signIn: 'Entrar',
  signOut: 'Salir',
  signedInAs: (name) => `Sesión de ${name}`,
  token: 'Clave de acceso',
  tokenLead: 'Pega la clave de tu enlace personal.',
  tokenUsed: 'Este enlace ya se usó, se revocó o nunca existió.',
  pressToSignIn: 'Pulsa para entrar. El enlace sirve una sola vez.',
};

/** Spanish of the Americas. */
export const es419: Words = {
  ...es,
  emotion: { ...es.emotion, angry: 'Enojo' },
  feeling: { ...es.feeling, angry: 'enojo' },
  felt: (emotion) => (emotion === 'angry' ? 'enojo' : feelings[emotion]),
};
