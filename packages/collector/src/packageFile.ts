import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Found by name, not by place: this code runs from src, from dist and from the bundle. */
const folder = dirname(createRequire(import.meta.url).resolve('@vivencia/collector/package.json'));

/** A file that this package brings with it. */
export const packageFile = (path: string) => join(folder, path);
