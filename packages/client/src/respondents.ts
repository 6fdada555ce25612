import { pathPart } from './address.ts';
import type { CallOptions } from './callOptions.ts';
import type { Transport } from './transport.ts';

export function respondents(transport: Transport) {
  return {
    /**
     * Deletes a person's responses and comments; the counts of the scores stay. Repeated by itself, because what is
     * gone stays gone; no error where nothing was.
     */
    erase: (respondent: string, options?: CallOptions) =>
      transport.remove(`/v1/respondents/${pathPart(respondent, 'respondent')}`, options),
  };
}
