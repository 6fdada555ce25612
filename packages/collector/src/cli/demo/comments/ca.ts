import type { CommentWords } from './commentWords.ts';

export const ca: CommentWords = {
  happened: {
    'hard-to-find': [
      'Em va costar moltíssim trobar els impermeables.',
      'A la portada no sabia per on començar.',
      'El menú té massa opcions.',
    ],
    banners: [
      'Tres avisos abans de veure un sol producte.',
      "L'avís del descompte em tapava mitja pantalla.",
      'He hagut de tancar el mateix avís a cada pàgina.',
    ],
    'clear-range': [
      'En uns segons vaig veure tot el que veneu.',
      'Una botiga clara, sense embolics.',
      'De seguida vaig trobar tres coses que em van agradar.',
    ],
    'search-results': [
      'Vaig buscar botes i em van sortir mitjons.',
      'El cercador no fa cas de la marca que escric.',
      "Els filtres s'obliden del que havia marcat.",
    ],
    photos: [
      'Les fotos no mostren el color real.',
      'No hi ha guia de talles per a nens.',
      "No hi ha cap foto de l'abric per darrere.",
    ],
    prices: [
      'Bon preu per a la qualitat que té.',
      'Més barat que a tot arreu on vaig mirar.',
      'El preu estava clar des del principi.',
    ],
    'long-form': [
      'Per què voleu la meva data de naixement si només compro una bufanda?',
      'Dues pàgines de preguntes per obrir un compte.',
      'Vaig tornar enrere i el formulari ho havia esborrat tot.',
    ],
    password: [
      'Em va rebutjar la contrasenya quatre vegades.',
      "Les regles de la contrasenya surten quan ja l'has escrita.",
      'No va acceptar la contrasenya que em proposava el mòbil.',
    ],
    'quick-form': [
      "Compte obert en menys d'un minut.",
      'Només nom i correu, perfecte.',
      "Donar-se d'alta és cosa de segons.",
    ],
    'card-form': [
      'En tornar del banc, el formulari de la targeta tornava a estar buit.',
      'Vaig posar el número de la targeta tres vegades i res.',
      'El banc va dir que sí i la vostra pàgina no va dir res.',
      'Vaig tornar de la pàgina del banc i les dades de la targeta havien desaparegut.',
      'No sé si he pagat o no.',
    ],
    'delivery-cost': [
      "Les despeses d'enviament només surten al final.",
      "Set euros d'enviament per un parell de mitjons.",
      'Hi deia enviament gratuït i després no ho era.',
    ],
    'few-steps': ['Pagat en dos passos.', 'La meva adreça ja hi era.', 'Pagar va ser ràpid i senzill.'],
    'ways-to-pay': [
      'Que bé poder pagar amb el mòbil.',
      'Poder-ho pagar en tres terminis em va anar de meravella.',
      'Hi havia totes les formes de pagament que faig servir.',
    ],
    late: [
      'Ho van prometre per dimarts i va arribar divendres.',
      'El repartidor va dir que no hi havia ningú, i jo era a casa.',
      'Deu dies per a un paquet que ve del poble del costat.',
    ],
    damaged: [
      'La caixa va arribar oberta i mullada.',
      'Una de les dues tasses va arribar feta miques.',
      'Semblava que algú hagués trepitjat el paquet.',
    ],
    'on-time': [
      'Va arribar un dia abans.',
      'Va arribar just quan vau dir.',
      "Ho vaig demanar al vespre i l'endemà ja ho tenia.",
    ],
    tracking: [
      'Vaig poder veure tot el dia per on anava el paquet.',
      "Els missatges sobre l'entrega eren molt clars.",
      "Vaig canviar el dia d'entrega amb dos tocs.",
    ],
    waited: [
      'Quaranta minuts a la cua per a una sola pregunta.',
      'El xat deia dos minuts i va ser mitja hora.',
      'No va contestar ningú i al final el xat es va tancar sol.',
      'Vaig escriure tres vegades i encara era el número nou de la cua.',
      'Vaig esperar tant que vaig acabar trucant.',
    ],
    'not-solved': [
      'Van ser amables, però el problema continua igual.',
      "Em van passar d'una persona a una altra.",
      'Em van enviar un enllaç que ja havia llegit.',
    ],
    'solved-at-once': [
      'Resolt en tres minuts.',
      "Van trobar la meva comanda de seguida i me'n van enviar una altra.",
      'Una pregunta, una resposta i llestos.',
      "Ni tan sols ho vaig haver d'explicar dues vegades.",
    ],
    friendly: [
      'La Marta va ser molt amable i va tenir molta paciència.',
      "Es notava que a l'altra banda hi havia algú amb ganes d'ajudar.",
      "L'endemà em van escriure per saber si funcionava.",
    ],
    'refund-time': [
      'Cinc setmanes i encara no tinc els diners.',
      'Teniu el paquet des del dia tres, on és el meu reemborsament?',
      'Em van dir deu dies i ja en fa trenta.',
    ],
    'return-label': [
      "No hi havia manera d'imprimir l'etiqueta de devolució.",
      "A la caixa no hi havia l'etiqueta i ningú no et diu on demanar-la.",
      "A Correus no els va funcionar el codi de l'etiqueta.",
    ],
    'easy-return': [
      'Tornar-ho va ser més fàcil del que em pensava.',
      'Ho van venir a recollir a casa.',
      'En dos dies ja tenia els diners.',
    ],
  },
  after: {
    bad: [
      'Això ha de millorar.',
      'Mireu-ho, si us plau.',
      'Molt molest.',
      'És la segona vegada que em passa.',
      "M'esperava més de vosaltres.",
      "Una llàstima, perquè la botiga m'agrada.",
    ],
    good: [
      'Gràcies!',
      'Continueu així.',
      'Hi tornaré.',
      'Tant de bo totes les botigues fossin així.',
      'Una sorpresa agradable.',
      'Així dona gust.',
    ],
  },
};
