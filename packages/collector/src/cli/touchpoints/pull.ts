import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { writeDeclarations } from '../../declare/declarationFile.ts';
import type { Site } from '../../store/site.ts';
import type { Store } from '../../store/store.ts';
import { Failed } from '../exit.ts';

/** Writes a site's declared touchpoints; how many they are. A file that was there is replaced whole or not at all. */
export async function pullTouchpoints(store: Store, site: Site, file: string): Promise<number> {
  const declared = (await store.listTouchpoints(site.id)).filter(({ confirmed }) => confirmed);
  const text = writeDeclarations(new Map(declared.map(({ key, settings }) => [key, settings])));
  const unfinished = `${file}.partial-${process.pid}`;
  try {
    writeFileSync(unfinished, text);
    renameSync(unfinished, file);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw new Failed(`${file} cannot be written: ${(error as NodeJS.ErrnoException).code}`);
  }
  return declared.length;
}
