import { pathPart } from './apiRequest.ts';
import type { CallOptions } from './callOptions.ts';
import type { Touchpoint, TouchpointToPut } from './touchpointSettings.ts';
import type { Transport } from './transport.ts';

export const touchpointPath = (key: string) => `/v1/touchpoints/${pathPart(key, 'touchpoint')}`;

export function touchpoints(transport: Transport) {
  return {
    list: async (options?: CallOptions): Promise<Touchpoint[]> => {
      const request = { method: 'GET', path: '/v1/touchpoints', idempotent: true } as const;
      return (await transport.send<{ touchpoints: Touchpoint[] }>(request, options)).touchpoints;
    },

    get: (key: string, options?: CallOptions) =>
      transport.send<Touchpoint>({ method: 'GET', path: touchpointPath(key), idempotent: true }, options),

    /** Declares it, or replaces its settings wholly. Repeated by itself, because they are the same twice. */
    put: (key: string, settings: TouchpointToPut, options?: CallOptions) =>
      transport.send<Touchpoint>(
        { method: 'PUT', path: touchpointPath(key), body: settings, idempotent: true },
        options,
      ),

    /** Hides it; its answers stay. Repeated by itself, because it is hidden once. */
    hide: (key: string, options?: CallOptions) =>
      transport.send<void>({ method: 'DELETE', path: touchpointPath(key), idempotent: true }, options),
  };
}
