/** Why, in the demo shop: each reason of a feeling on one side, with its label in the languages of its customers. */
export const reasons = {
  'hard-to-find': { en: 'Hard to find things', es: 'Cuesta encontrar las cosas', ca: 'Costa trobar les coses' },
  banners: { en: 'Banners in the way', es: 'Avisos que estorban', ca: 'Avisos que fan nosa' },
  'clear-range': { en: 'Easy to look around', es: 'Fácil de recorrer', ca: 'Fàcil de recórrer' },
  'search-results': { en: 'Search results', es: 'Resultados de búsqueda', ca: 'Resultats de la cerca' },
  photos: { en: 'Photos and sizes', es: 'Fotos y tallas', ca: 'Fotos i talles' },
  prices: { en: 'Good prices', es: 'Buenos precios', ca: 'Bons preus' },
  'long-form': { en: 'Too many questions', es: 'Demasiadas preguntas', ca: 'Massa preguntes' },
  password: { en: 'Password rules', es: 'Reglas de la contraseña', ca: 'Regles de la contrasenya' },
  'quick-form': { en: 'It was quick', es: 'Fue rápido', ca: 'Va ser ràpid' },
  'card-form': { en: 'Card form', es: 'Formulario de la tarjeta', ca: 'Formulari de la targeta' },
  'delivery-cost': { en: 'Delivery cost', es: 'Gastos de envío', ca: "Despeses d'enviament" },
  'few-steps': { en: 'Few steps', es: 'Pocos pasos', ca: 'Pocs passos' },
  'ways-to-pay': { en: 'Ways to pay', es: 'Formas de pago', ca: 'Formes de pagament' },
  late: { en: 'Came late', es: 'Llegó tarde', ca: 'Va arribar tard' },
  damaged: { en: 'Damaged parcel', es: 'Paquete dañado', ca: 'Paquet malmès' },
  'on-time': { en: 'Came on time', es: 'Llegó a tiempo', ca: "Va arribar a l'hora" },
  tracking: { en: 'Easy to follow', es: 'Fácil de seguir', ca: 'Fàcil de seguir' },
  waited: { en: 'Waited too long', es: 'Demasiada espera', ca: "Massa estona d'espera" },
  'not-solved': { en: 'Not solved', es: 'Sin resolver', ca: 'Sense resoldre' },
  'solved-at-once': { en: 'Solved at once', es: 'Resuelto al momento', ca: 'Resolt al moment' },
  friendly: { en: 'Friendly help', es: 'Trato amable', ca: 'Tracte amable' },
  'refund-time': { en: 'Slow refund', es: 'Reembolso lento', ca: 'Reemborsament lent' },
  'return-label': { en: 'Return label', es: 'Etiqueta de devolución', ca: 'Etiqueta de devolució' },
  'easy-return': { en: 'Easy to send back', es: 'Fácil de devolver', ca: 'Fàcil de tornar' },
} as const;

export type ReasonKey = keyof typeof reasons;
