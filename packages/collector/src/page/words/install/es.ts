import type { InstallWords } from './en.ts';

export const install: InstallWords = {
  title: 'Instalación',
  headlineNew: 'Tres pasos hasta tu primera respuesta',
  headlineSeen: (origin, when) => ['Visto en ', origin, ` ${when}`],
  headlineAnswered: (origin, when) => ['Funciona: última respuesta de ', origin, ` ${when}`],
  onlyRefused: 'Se ha visto, pero se rechaza: es el paso 2.',
  notSeen: 'Aún no se ha visto en ninguna página.',
  answeredLead: (loaded) => `El script se cargó por última vez ${loaded}.`,
  noAnswerLead: 'Aún no hay respuestas. Pregunta cuando termina una interacción: es el paso 3.',
  checkAgain: 'Comprobar otra vez',

  done: 'hecho',
  next: 'pendiente',
  pasteTitle: 'Pega esto en tus páginas',
  pasteLead:
    'Justo antes del final de head. Mientras lo pruebas, escribe data-test después de async: esas respuestas no cuentan nunca.',
  openTitle: 'Abre una de tus páginas',
  openSeen: (origin, when) => ['Visto en ', origin, ` ${when}.`],
  openNotSeen:
    'Aún no se ha visto. Vuelve a cargar la página con las herramientas del navegador abiertas: ¿está el script y responde 200? Una página que no dice su procedencia solo se ve cuando alguien responde.',
  refusedSeen: (origin, when) => ['Rechazado: ', origin, `, ${when}. Sus respuestas no se aceptan. ¿Es tuyo?`],
  refusedNull: 'una página sin origen, como un archivo',
  allow: 'Permitir',
  allowFor: (origin) => `Permitir ${origin}`,
  allowAsk: (host) => [
    'Contarían las respuestas de las páginas de ',
    host,
    '. Mira el nombre letra por letra: cualquiera puede hacer que aquí salga una dirección.',
  ],
  allowNull:
    'Podría ser de cualquiera y por eso aquí no se puede permitir: abre tu página desde un servidor, como http://localhost:3000.',
  endTitle: 'Di dónde termina una interacción',
  endHow: 'Ver otra vez cómo',
  endClick: 'Con un clic o un formulario enviado: un atributo en él.',
  endCode: 'O desde el código:',
  endSeen: (origin, when) => ['Se preguntó por última vez en ', origin, `, ${when}.`],
  answerSeen: (origin, when) => ['La última respuesta llegó de ', origin, `, ${when}.`],
  seeAnswers: 'Ver las respuestas',
  endMore:
    'También pueden terminarla direcciones, compras, chats y elementos a la vista: son ajustes de un punto de contacto.',
  early: 'Si tu código se puede ejecutar antes de que llegue el script, pon esto delante:',

  policyTitle: '¿Tu página tiene una política de seguridad de contenido (CSP)?',
  policyLead: 'Añade exactamente esto a lo que tiene:',
  policyMore:
    'Un nonce en la etiqueta puede sustituir a script-src. No hace falta permitir estilos, imágenes, fuentes ni marcos, y se puede exigir Trusted Types.',

  originsTitle: 'De dónde pueden llegar respuestas',
  originsNone: 'Aún no se permite ningún origen, así que se rechaza toda respuesta de una página.',
  originLabel: 'Otro origen, como https://shop.example',
  originAdd: 'Permitir',
  originRemove: 'Quitar',
  originRemoveFor: (origin) => `Quitar ${origin}`,
  badOrigin: 'Eso no es un origen. Se escribe como https://shop.example, sin ruta.',
  tooManyOrigins: 'No se pueden permitir más de 50 orígenes.',
  askEditor: 'Alguien con permiso de edición puede añadir otros.',

  kiosksTitle: 'Quioscos',
  kioskSince: (date) => `desde el ${date}`,
  kioskEnd:
    'Quien lleva el servidor da de baja un quiosco con la orden que lo acompaña. Lo que la tableta no haya enviado se queda en ella para el próximo quiosco del mismo punto de contacto.',
  backends: '¿Una interacción termina donde no hay página? Tu servidor puede comunicarlo.',
  reference: 'Todas las peticiones, con ejemplos (en inglés)',

  suppressedTitle: 'Por qué no se ha preguntado',
  askedLastWeek: (n, text) =>
    n === 0
      ? 'En los últimos 7 días no se ha preguntado a nadie.'
      : n === 1
        ? 'En los últimos 7 días se ha preguntado una vez.'
        : `En los últimos 7 días se ha preguntado ${text} veces.`,
  refusedTitle: 'Qué se ha rechazado',
  heardFrom: 'Todo lo que se ha oído, por origen (CSV)',
  columns: {
    reason: 'Motivo',
    meaning: 'Qué significa',
    advice: 'Qué hacer',
    times: 'Veces',
    origin: 'Origen',
    heard: 'Qué se oyó',
    lastAt: 'Última vez',
    allowed: 'Permitido ahora',
  },
  sighting: {
    loader: 'Se cargó el script',
    prompt: 'Se hizo la pregunta',
    answer: 'Llegó una respuesta',
    refused: 'Rechazado',
  },
  quietWeek: 'En los últimos 7 días se ha preguntado siempre y no se ha rechazado nada.',
  lastWeek: 'Los últimos 7 días',
  times: (n, text) => (n === 1 ? 'una vez' : `${text} veces`),

  suppressed: {
    cooldown: [
      'Ya se preguntó aquí',
      'Se descansa 14 días tras una respuesta y 30 tras cerrarla: «preguntar otra vez» del punto de contacto.',
    ],
    gap: [
      'Se acaba de preguntar en otro lugar',
      'Como mucho una vez por hora y tres al día, si gapMinutes y dailyCap del sitio no dicen otra cosa.',
    ],
    sampled: ['No le ha tocado', 'El punto de contacto solo pregunta a una parte: su muestreo.'],
    consent: ['Sin consentimiento', "No se pregunta nada antes de vivencia('consent', true)."],
    privacy_signal: ['El navegador pide privacidad', 'No hay que hacer nada.'],
    already_asked: [
      'Ya se preguntó por esta interacción',
      'Una pregunta por página vista y por interacción. Da a cada interacción su propio identificador.',
    ],
    open_dialog: ['Había un diálogo abierto', 'Actívalo desde dentro o cuando se haya cerrado.'],
    closed_site: ['El sitio no acepta respuestas', 'Aquí no hay que hacer nada.'],
    repeat: [
      'Un quiosco recibió otro toque en menos de cinco segundos',
      'Aquí no hay que hacer nada: cuenta el primero.',
    ],
    offline: [
      'No se pudo descargar la pregunta',
      'Mira la política de seguridad de contenido de la página y si hay un bloqueador de contenidos.',
    ],
  },
  refused: {
    origin_not_allowed: ['De un origen que no se permite', 'Si es tuyo, permítelo arriba.'],
    too_many_requests: [
      'Demasiadas a la vez',
      'Se vuelven a enviar solas. Detrás de un proxy tuyo, indica VIVENCIA_TRUSTED_PROXIES, o todas las visitas cuentan como una.',
    ],
    bot: ['De un robot que dice que lo es', 'Se guardan aparte y no cuentan. No hay que hacer nada.'],
    invalid_response: [
      'No es una respuesta válida',
      'La envía algún código propio: lo que se contesta a la petición dice qué falla.',
    ],
    revision_conflict: [
      'Dos respuestas distintas con un mismo número',
      'La envía algún código propio: cada cambio necesita una revisión más alta.',
    ],
    response_closed: ['Cambiada después de más de 7 días', 'No hay que hacer nada.'],
    other: ['Otro motivo', 'Lo que se contesta a la petición dice cuál.'],
  },
};
