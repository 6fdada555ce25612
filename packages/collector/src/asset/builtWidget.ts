import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { settingsPlaceholder } from '@vivencia/contract/loaderSettings';
import { promptsByTag } from '@vivencia/contract/promptTags';

/** The widget's files as `npm run build` left them, read into memory once: a fixed map, so no path of a request is one. */
export interface BuiltWidget {
  /** The loader, in the two parts between which a site's settings stand. */
  loader: { before: string; after: string };
  /** File name of the prompt chunk by the language tags that it is for. */
  prompts: Record<string, string>;
  files: ReadonlyMap<string, string>;
}

/** @throws Error where the widget was not built */
export function readBuiltWidget(): BuiltWidget {
  const manifestFile = createRequire(import.meta.url).resolve('@vivencia/widget/manifest.json');
  const folder = dirname(manifestFile);
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8')) as Record<string, { file: string }>;
  const files = new Map(
    Object.values(manifest).map(({ file }) => [file, readFileSync(join(folder, file), 'utf8')] as const),
  );
  const loaderFile = manifest.loader?.file ?? '';
  const parts = (files.get(loaderFile) ?? '').split(settingsPlaceholder);
  const [before, after] = parts;
  if (before === undefined || after === undefined || parts.length !== 2) {
    throw new Error(`the built loader must name ${settingsPlaceholder} exactly once`);
  }
  files.delete(loaderFile);
  const prompts = Object.entries(manifest).flatMap(([name, { file }]) =>
    name.startsWith('prompt.') ? [[name.slice('prompt.'.length), file] as const] : [],
  );
  return { loader: { before, after }, prompts: promptsByTag(Object.fromEntries(prompts)), files };
}
