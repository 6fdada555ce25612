import { createHash } from 'node:crypto';
import { emotionSign } from '@vivencia/contract/emotion';
import { emotionsOffered } from '@vivencia/contract/emotionSet';
import type { KioskPage } from '@vivencia/contract/kiosk';
import type { Wording } from '@vivencia/contract/touchpoint';
import type { KioskGrant } from '../store/kiosk.ts';
import type { Touchpoint } from '../store/site.ts';

/** What the prompts say in each locale where a touchpoint says nothing of its own. */
export type Prompts = ReadonlyMap<string, { words: PromptWords }>;

interface PromptWords
  extends Pick<KioskPage['words'], 'question' | 'strength' | 'strengths' | 'thanks' | 'back' | 'skip'> {
  dir?: 'rtl';
  emotions: Record<keyof typeof emotionSign, string>;
}

/** What a touchpoint's kiosk asks in a locale: its own words where it has some. */
export function kioskPage(
  kiosk: KioskGrant,
  { key, version, settings }: Touchpoint,
  locale: string,
  words: PromptWords,
): KioskPage {
  const own: Wording = settings.wording[locale] ?? settings.wording[locale.replace(/-.*/, '')] ?? {};
  const emotions = emotionsOffered(settings.emotions).toSorted((a, b) => emotionSign[b] - emotionSign[a]);
  return {
    mark: markOf(kiosk),
    touchpoint: key,
    version,
    locale,
    emotions,
    strength: settings.strength,
    words: {
      question: own.question ?? words.question,
      emotions: Object.fromEntries(emotions.map((emotion) => [emotion, words.emotions[emotion]])),
      strength: own.strength ?? words.strength,
      strengths: words.strengths,
      thanks: own.thanks ?? words.thanks,
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
