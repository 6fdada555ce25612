import { pathPart } from './address.ts';
import type { CallOptions } from './callOptions.ts';
import type { Transport } from './transport.ts';

export interface KioskToCreate {
  touchpoint: string;
  /** Where it stands, for people: "Exit north". */
  name: string;
  /** Language of the page: es, pt-BR; absent, the browser's. */
  locale?: string | null | undefined;
}

export interface Kiosk {
  id: string;
  name: string;
  touchpoint: string;
  locale: string | null;
  /** ISO 8601 */
  created: string;
}

export interface OpenedKiosk extends Kiosk {
  /** To open on the tablet; shown once, and whoever has it can answer there. */
  url: string;
}

const path = '/v1/kiosks';

export function kiosks(transport: Transport) {
  return {
    /** Makes a kiosk's page. Not repeated by itself unless the collector says that it did nothing: two would be made. */
    create: (kiosk: KioskToCreate, options?: CallOptions) => transport.postOnce<OpenedKiosk>(path, kiosk, options),

    list: async (options?: CallOptions) => (await transport.get<{ kiosks: Kiosk[] }>(path, {}, options)).kiosks,

    /** Ends a kiosk's page. Repeated by itself, because it ends once. */
    revoke: (id: string, options?: CallOptions) => transport.remove(`${path}/${pathPart(id, 'id')}`, options),
  };
}
