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
  id: number | string;
  name: string;
  /** Shown once: whoever has it can answer there. */
  url: string;
}

export interface ListedKiosk {
  id: number | string;
  name: string;
  touchpoint: string;
}

const path = '/v1/kiosks';

export function kiosks(transport: Transport) {
  return {
    /** Makes a kiosk's page. Not repeated by itself unless the collector says that it did nothing: two would be made. */
    create: (kiosk: KioskToCreate, options?: CallOptions) => transport.postOnce<Kiosk>(path, kiosk, options),

    list: async (options?: CallOptions) => (await transport.get<{ kiosks: ListedKiosk[] }>(path, {}, options)).kiosks,

    /** Ends a kiosk's page. Repeated by itself, because it ends once. */
    revoke: (id: number | string, options?: CallOptions) =>
      transport.remove(`${path}/${pathPart(String(id), 'id')}`, options),
  };
}
