import { createHash, timingSafeEqual } from 'node:crypto';

const digest = (content: string | Uint8Array) => createHash('sha256').update(content).digest();

/** Whether what was given is what was wanted: takes as long whatever is given. */
export const isSame = (given: string | Uint8Array, wanted: string | Uint8Array): boolean =>
  timingSafeEqual(digest(given), digest(wanted));
