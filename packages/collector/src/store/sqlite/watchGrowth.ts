import { statSync } from 'node:fs';
import type { Progress } from '../progress.ts';

const lookEveryMs = 200;

/** Tells how far a file has grown towards the size of another, in bytes, until `written` is settled. */
export async function watchGrowth<T>(
  growing: string,
  model: string,
  written: Promise<T>,
  progress: Progress = () => {},
): Promise<T> {
  const size = (file: string) => statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  const looking = setInterval(() => {
    const done = size(growing);
    progress(done, Math.max(done, size(model)));
  }, lookEveryMs);
  try {
    return await written;
  } finally {
    clearInterval(looking);
  }
}
