/** What a kiosk's address says where it asks nothing. It is read by whoever looks after the device. */
interface Words {
  ended: string;
  endedLead: string;
  unknown: string;
  unknownLead: string;
  /** How many answers wait on the device, by `{n}`. */
  oneWaits: string;
  manyWait: string;
  noScript: string;
}

const en: Words = {
  ended: 'This screen asks nothing any more',
  endedLead: 'It was ended. To ask again, make a new address for it and open that on this device.',
  unknown: 'There is no such screen',
  unknownLead: 'Check the address, or make a new one and open that on this device.',
  oneWaits:
    'One answer that was given here is still on this device, and stays for 7 days. A new address for the same touchpoint sends it when it is opened here.',
  manyWait:
    '{n} answers that were given here are still on this device, and stay for 7 days. A new address for the same touchpoint sends them when it is opened here.',
  noScript: 'This screen needs JavaScript.',
};

const es: Words = {
  ended: 'Esta pantalla ya no pregunta nada',
  endedLead: 'Se ha dado de baja. Para volver a preguntar, crea una dirección nueva y ábrela en este dispositivo.',
  unknown: 'Esta pantalla no existe',
  unknownLead: 'Comprueba la dirección, o crea una nueva y ábrela en este dispositivo.',
  oneWaits:
    'Una respuesta dada aquí sigue en este dispositivo y se guarda 7 días. Una dirección nueva del mismo punto de contacto la envía al abrirse aquí.',
  manyWait:
    '{n} respuestas dadas aquí siguen en este dispositivo y se guardan 7 días. Una dirección nueva del mismo punto de contacto las envía al abrirse aquí.',
  noScript: 'Esta pantalla necesita JavaScript.',
};

const ca: Words = {
  ended: 'Aquesta pantalla ja no pregunta res',
  endedLead: 'S’ha donat de baixa. Per tornar a preguntar, crea una adreça nova i obre-la en aquest dispositiu.',
  unknown: 'Aquesta pantalla no existeix',
  unknownLead: 'Comprova l’adreça, o crea’n una de nova i obre-la en aquest dispositiu.',
  oneWaits:
    'Una resposta donada aquí encara és en aquest dispositiu i s’hi guarda 7 dies. Una adreça nova del mateix punt de contacte l’envia en obrir-s’hi.',
  manyWait:
    '{n} respostes donades aquí encara són en aquest dispositiu i s’hi guarden 7 dies. Una adreça nova del mateix punt de contacte les envia en obrir-s’hi.',
  noScript: 'Aquesta pantalla necessita JavaScript.',
};

export const words: Readonly<Record<string, Words>> = { en, es, ca };

export const wordsIn = (locale: string): [locale: string, words: Words] => {
  const language = locale.replace(/-.*/, '');
  const own = words[language];
  return own ? [language, own] : ['en', en];
};
