import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type Emotion, emotions } from '@vivencia/contract/emotion';
import { packageFile } from '../packageFile.ts';

let read: Map<string, { file: string; bytes: Buffer }> | undefined;

/** Read when a mail is first written, or its pictures are asked for: most collectors send none. */
function images() {
  read ??= new Map(
    emotions.map((emotion) => {
      const bytes = readFileSync(packageFile(`faces/${emotion}.png`));
      const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 8);
      return [emotion, { file: `${emotion}.${hash}.png`, bytes }];
    }),
  );
  return read;
}

/** Path of an emotion's picture, below the collector's own. */
export const faceImagePath = (emotion: Emotion) => `/faces/${images().get(emotion)?.file ?? ''}`;

/** A picture by its file name. */
export const faceImage = (file: string): Buffer | null =>
  [...images().values()].find((image) => image.file === file)?.bytes ?? null;
