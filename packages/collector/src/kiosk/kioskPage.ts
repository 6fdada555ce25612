import { createHash } from 'node:crypto';
import { emotionSign } from '@vivencia/contract/emotion';
import { emotionsOffered } from '@vivencia/contract/emotionSet';
import type { KioskPage } from '@vivencia/contract/kiosk';
import type { Said } from '../asset/said.ts';
import type { KioskGrant } from '../store/kiosk.ts';
import type { Touchpoint } from '../store/site.ts';

/** What a touchpoint's kiosk asks. */
export function kioskPage(kiosk: KioskGrant, { key, version, settings }: Touchpoint, said: Said): KioskPage {
  const { locale, words } = said;
  const emotions = emotionsOffered(settings.emotions).toSorted((a, b) => emotionSign[b] - emotionSign[a]);
  return {
    mark: markOf(kiosk),
    touchpoint: key,
    version,
    locale,
    emotions,
    strength: settings.strength,
    words: {
      question: said.text('question'),
      emotions: Object.fromEntries(emotions.map((emotion) => [emotion, words.emotions[emotion]])),
      strength: said.text('strength'),
      strengths: words.strengths,
      thanks: said.text('thanks'),
      back: words.back,
      skip: words.skip,
    },
  };
}

/**
 * Names site and touchpoint on the device without telling the site's key. It outlives the kiosk: what one has not
 * delivered when it is ended, the next one of the same touchpoint finds there.
 */
export const markOf = ({ site, keys }: KioskGrant): string =>
  `k${createHash('sha256')
    .update(`${site.publicKey} ${keys.at(-1)}`)
    .digest('hex')
    .slice(0, 16)}`;
