import { pathPart } from './apiRequest.ts';
import type { CallOptions } from './callOptions.ts';
import type { Transport } from './transport.ts';

export function respondents(transport: Transport) {
  return {
    /**
     * Deletes a person's responses and comments; the counts of the scores stay. Repeated by itself, because what is
     * gone stays gone; no error where nothing was.
     */
    erase: (respondent: string, options?: CallOptions) => {
      const path = `/v1/respondents/${pathPart(respondent, 'respondent')}`;
      return transport.send<void>({ method: 'DELETE', path, idempotent: true }, options);
    },
  };
}
