import type { CommentWords } from './commentWords.ts';

export const es: CommentWords = {
  happened: {
    'hard-to-find': [
      'Me costó muchísimo encontrar los chubasqueros.',
      'En la portada no sabía por dónde empezar.',
      'El menú tiene demasiadas opciones.',
    ],
    banners: [
      'Tres avisos antes de ver un solo producto.',
      'El aviso del descuento me tapaba media pantalla.',
      'He tenido que cerrar el mismo aviso en cada página.',
    ],
    'clear-range': [
      'En unos segundos vi todo lo que vendéis.',
      'Una tienda clara, sin líos.',
      'Enseguida encontré tres cosas que me gustaron.',
    ],
    'search-results': [
      'Busqué botas y me salieron calcetines.',
      'El buscador no hace caso de la marca que escribo.',
      'Los filtros se olvidan de lo que había marcado.',
    ],
    photos: [
      'Las fotos no muestran el color real.',
      'No hay guía de tallas para niños.',
      'No hay ninguna foto del abrigo por detrás.',
    ],
    prices: [
      'Buen precio para la calidad que tiene.',
      'Más barato que en todos los sitios donde miré.',
      'El precio estaba claro desde el principio.',
    ],
    'long-form': [
      '¿Para qué queréis mi fecha de nacimiento si solo compro una bufanda?',
      'Dos páginas de preguntas para abrir una cuenta.',
      'Volví atrás y el formulario lo había borrado todo.',
    ],
    password: [
      'Me rechazó la contraseña cuatro veces.',
      'Las reglas de la contraseña salen cuando ya la has escrito.',
      'No aceptó la contraseña que me proponía el móvil.',
    ],
    'quick-form': [
      'Cuenta abierta en menos de un minuto.',
      'Solo nombre y correo, perfecto.',
      'Darse de alta es cuestión de segundos.',
    ],
    'card-form': [
      'Al volver del banco, el formulario de la tarjeta estaba vacío otra vez.',
      'Puse el número de la tarjeta tres veces y nada.',
      'El banco dijo que sí y vuestra página no dijo nada.',
      'Volví de la página del banco y los datos de la tarjeta habían desaparecido.',
      'No sé si he pagado o no.',
    ],
    'delivery-cost': [
      'Los gastos de envío solo aparecen al final.',
      'Siete euros de envío por un par de calcetines.',
      'Ponía envío gratis y luego no lo era.',
    ],
    'few-steps': ['Pagado en dos pasos.', 'Mi dirección ya estaba puesta.', 'Pagar fue rápido y sencillo.'],
    'ways-to-pay': [
      'Qué bien poder pagar con el móvil.',
      'Poder pagarlo en tres plazos me vino de maravilla.',
      'Estaban todas las formas de pago que uso.',
    ],
    late: [
      'Lo prometieron para el martes y llegó el viernes.',
      'El repartidor dijo que no había nadie, y yo estaba en casa.',
      'Diez días para un paquete que viene del pueblo de al lado.',
    ],
    damaged: [
      'La caja llegó abierta y mojada.',
      'Una de las dos tazas llegó hecha pedazos.',
      'Parecía que alguien había pisado el paquete.',
    ],
    'on-time': [
      'Llegó un día antes.',
      'Llegó justo cuando dijisteis.',
      'Lo pedí por la noche y al día siguiente ya lo tenía.',
    ],
    tracking: [
      'Pude ver todo el día por dónde iba el paquete.',
      'Los mensajes sobre la entrega eran muy claros.',
      'Cambié el día de entrega con dos toques.',
    ],
    waited: [
      'Cuarenta minutos en la cola para una sola pregunta.',
      'El chat decía dos minutos y fue media hora.',
      'No contestó nadie y al final el chat se cerró solo.',
      'Escribí tres veces y seguía en el puesto nueve de la cola.',
      'Esperé tanto que acabé llamando por teléfono.',
    ],
    'not-solved': [
      'Fueron amables, pero el problema sigue igual.',
      'Me pasaron de una persona a otra.',
      'Me mandaron un enlace que ya había leído.',
    ],
    'solved-at-once': [
      'Resuelto en tres minutos.',
      'Encontraron mi pedido al momento y me mandaron otro.',
      'Una pregunta, una respuesta y listo.',
      'Ni siquiera tuve que explicarlo dos veces.',
    ],
    friendly: [
      'Marta fue muy amable y tuvo mucha paciencia.',
      'Se notaba que al otro lado había alguien con ganas de ayudar.',
      'Al día siguiente me escribieron para saber si funcionaba.',
    ],
    'refund-time': [
      'Cinco semanas y sigo sin el dinero.',
      'Tenéis el paquete desde el día tres, ¿dónde está mi reembolso?',
      'Me dijeron diez días y ya van treinta.',
    ],
    'return-label': [
      'No había manera de imprimir la etiqueta de devolución.',
      'En la caja no venía la etiqueta y nadie te dice dónde pedirla.',
      'En Correos no les funcionó el código de la etiqueta.',
    ],
    'easy-return': [
      'Devolverlo fue más fácil de lo que pensaba.',
      'Vinieron a recogerlo a casa.',
      'En dos días tenía el dinero de vuelta.',
    ],
  },
  after: {
    bad: [
      'Esto tiene que mejorar.',
      'Miradlo, por favor.',
      'Muy molesto.',
      'Es la segunda vez que me pasa.',
      'Esperaba más de vosotros.',
      'Una pena, porque la tienda me gusta.',
    ],
    good: [
      '¡Gracias!',
      'Seguid así.',
      'Volveré.',
      'Ojalá todas las tiendas fueran así.',
      'Una grata sorpresa.',
      'Así da gusto.',
    ],
  },
};
