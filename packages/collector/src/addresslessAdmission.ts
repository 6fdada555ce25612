import type { Context } from 'hono';
import { Admission, type AdmissionSettings } from './ingest/admission.ts';
import { RateLimit } from './ingest/rateLimit.ts';

/** What stands in a request's environment where nobody can say whose address it came from. */
export const addressless = { clientAddress: null };

/**
 * Admission that also knows addressless requests, as other people's servers may hand them over: they have no network
 * prefix to be limited by, so site and touchpoint are all. One bucket for all of them would refuse a whole shop as if it
 * were one visitor.
 */
export class AddresslessAdmission extends Admission {
  readonly #withoutPrefix: Admission;

  constructor(settings: AdmissionSettings) {
    super(settings);
    this.#withoutPrefix = new Admission({ ...settings, prefixLimit: new RateLimit(0) });
  }

  override admit(c: Context, items: readonly unknown[], now: number) {
    return c.env === addressless ? this.#withoutPrefix.admit(c, items, now) : super.admit(c, items, now);
  }
}
