import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { settingsPlaceholder } from '@vivencia/contract/loaderSettings';
import type { EvaluationScale } from '@vivencia/contract/scale';
import type { Wording } from '@vivencia/contract/touchpoint';

/** The widget's files as `npm run build` left them, read into memory once: a fixed map, so no path of a request is one. */
export interface BuiltWidget {
  /** The loader, in the two parts between which a site's settings stand. */
  loader: { before: string; after: string };
  /** File name of the chunk that asks. */
  ask: string;
  /** The prompt's chunk by locale, and what it says where a touchpoint says nothing of its own. */
  prompts: ReadonlyMap<string, BuiltPrompt>;
  /** Source of the expression that watches for a kind of trigger, by its `triggerModule`. */
  triggers: ReadonlyMap<string, string>;
  /** What is served under `assetsPath`. */
  files: ReadonlyMap<string, string>;
}

export interface BuiltPrompt {
  /** File name under `assetsPath`. */
  file: string;
  words: PromptWords;
}

interface PromptWords extends Record<Exclude<keyof Wording, 'evaluation'>, string> {
  evaluation: Record<EvaluationScale, string>;
}

interface Built {
  file: string;
  words?: PromptWords;
}

/** @throws Error where the widget was not built */
export function readBuiltWidget(): BuiltWidget {
  const manifestFile = createRequire(import.meta.url).resolve('@vivencia/widget/manifest.json');
  const folder = dirname(manifestFile);
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8')) as Record<string, Built>;
  const code = (name: string) => readFileSync(join(folder, manifest[name]?.file ?? name), 'utf8');
  const parts = code('loader').split(settingsPlaceholder);
  const [before, after] = parts;
  if (before === undefined || after === undefined || parts.length !== 2) {
    throw new Error(`the built loader must name ${settingsPlaceholder} exactly once`);
  }
  const names = Object.keys(manifest);
  const isTrigger = (name: string) => name.startsWith('trigger.');
  return {
    loader: { before, after },
    ask: manifest.ask?.file ?? '',
    prompts: new Map(
      Object.entries(manifest).flatMap(([name, { file, words }]) =>
        words ? [[name.slice('prompt.'.length), { file, words }] as const] : [],
      ),
    ),
    triggers: new Map(names.filter(isTrigger).map((name) => [name.slice('trigger.'.length), code(name)])),
    files: new Map(
      names
        .filter((name) => name !== 'loader' && !isTrigger(name))
        .map((name) => [manifest[name]?.file ?? '', code(name)]),
    ),
  };
}
