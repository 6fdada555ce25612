import { pathPart } from './address.ts';
import type { CallOptions } from './callOptions.ts';
import type { Touchpoint, TouchpointToPut } from './touchpointSettings.ts';
import type { Transport } from './transport.ts';

export const touchpointPath = (key: string) => `/v1/touchpoints/${pathPart(key, 'touchpoint')}`;

export function touchpoints(transport: Transport) {
  return {
    list: async (options?: CallOptions) =>
      (await transport.get<{ touchpoints: Touchpoint[] }>('/v1/touchpoints', {}, options)).touchpoints,

    get: (key: string, options?: CallOptions) => transport.get<Touchpoint>(touchpointPath(key), {}, options),

    /** Declares it, or replaces its settings wholly. Repeated by itself, because they are the same twice. */
    put: (key: string, settings: TouchpointToPut, options?: CallOptions) =>
      transport.put<Touchpoint>(touchpointPath(key), settings, options),

    /** Hides it; its answers stay. Repeated by itself, because it is hidden once. */
    hide: (key: string, options?: CallOptions) => transport.remove(touchpointPath(key), options),
  };
}
