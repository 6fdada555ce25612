import type { AccessWords } from './en.ts';

export const access: AccessWords = {
  title: 'Acceso',
  headline: (people) =>
    people === 1 ? 'Una persona puede abrir estas páginas' : `${people} personas pueden abrir estas páginas`,
  lead: (sessions) =>
    sessions === 1 ? 'Con sesión abierta: un navegador.' : `Con sesión abierta: ${sessions} navegadores.`,
  ownHeadline: 'Dónde tienes la sesión abierta',
  ownLead: 'Los enlaces los da alguien con permiso de edición, que también decide quién ve qué.',

  people: 'Personas',
  role: { viewer: 'lectura', editor: 'edición' },
  roleSays: { viewer: 'lee todas las páginas', editor: 'cambia además puntos de contacto, orígenes y accesos' },
  you: 'tú',
  since: (date) => `desde el ${date}`,
  lastHere: (date) => `última visita: ${date}`,
  neverHere: 'aún no ha entrado',
  newLink: 'Enlace nuevo',
  newLinkFor: (name) => `Enlace nuevo para ${name}`,
  revoke: 'Retirar',
  revokeFor: (name) => `Retirar ${name}`,
  revokeSure: 'Sí, retirar ya',
  revokedPeople: (people) => (people === 1 ? '1 acceso retirado' : `${people} accesos retirados`),
  revokedOn: (date) => `retirado el ${date}`,
  add: 'Añadir a alguien',
  name: 'Nombre',
  roleLabel: 'Permiso',
  makeLink: 'Crear enlace de entrada',
  linkTitle: (name) => `El enlace de entrada de ${name}`,
  linkLead: 'Funciona una sola vez y solo se muestra ahora. No se lo envíes a nadie más.',
  badName: 'Un nombre tiene de 1 a 80 caracteres, en una línea.',

  sessions: 'Sesiones abiertas',
  thisOne: 'este navegador',
  signedInOn: (date) => `abierta el ${date}`,
  seenOn: (date) => `último uso: ${date}`,
  endSession: 'Cerrar',
  endSessionOf: (name) => `Cerrar la sesión de ${name}`,
  endAll: 'Cerrar todas mis sesiones',

  shares: 'Páginas compartidas',
  noShares: 'No hay ninguna. «Compartir esta página…» está al pie de cada página que se puede compartir.',
  sharedOn: (date) => `desde el ${date}`,
  withComments: 'con comentarios',
  share: 'Compartir esta página…',
  shareTitle: 'Compartir esta página',
  shareLead:
    'Quien tenga el enlace lee solo esta página, tal como está filtrada ahora y sin entrar. Lo puedes retirar cuando quieras.',
  shareName: '¿Para quién o para qué es?',
  shareComments: 'Con lo que han escrito los clientes',
  shareMake: 'Crear el enlace',
  shareLinkTitle: (name) => `El enlace «${name}»`,
  shareLinkLead: 'Solo se muestra ahora.',
  shareNone: 'Esta página no se puede compartir.',
  overview: 'Resumen',
  columns: {
    since: 'Desde',
    lastHere: 'Última visita',
    revoked: 'Retirado',
    signedIn: 'Abierta',
    lastSeen: 'Último uso',
    page: 'Página',
  },
  sharedPage: 'Página compartida, solo para leer',
  shareGone: 'Este enlace se ha retirado o no ha existido nunca.',
  shareGoneLead: 'Pide uno nuevo a quien te lo dio.',

  tooManyTitle: 'Se han rechazado demasiadas claves.',
  tooManyLead: (seconds) =>
    seconds === 1 ? 'Prueba otra vez dentro de un segundo.' : `Prueba otra vez dentro de ${seconds} segundos.`,
  askEditor:
    'Cada enlace sirve para entrar una vez. Pide otro a alguien con permiso de edición: está en Acceso, «Enlace nuevo».',
  askOperator: 'Si no hay nadie, lo crea quien lleva el servidor:',
  unencrypted:
    'Esta dirección no va cifrada: quien comparta tu red puede leer lo que haces aquí. Pide una que empiece por https.',
};
