import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Emotion } from '@vivencia/contract/emotion';
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
  /** The script of a kiosk's page, and the one that keeps that page on the device. */
  kiosk: { page: string; worker: string };
  /** What is served under `assetsPath`. */
  files: ReadonlyMap<string, string>;
}

export interface BuiltPrompt {
  /** File name under `assetsPath`. */
  file: string;
  /** The beginning of the language tags that it is for, as a regular expression. */
  tag: string;
  words: PromptWords;
}

/** What a prompt says in one language, where its touchpoint says nothing of its own. */
export interface PromptWords extends Record<Exclude<keyof Wording, 'evaluation'>, string> {
  evaluation: Record<EvaluationScale, string>;
  /** Where it is not written from left to right. */
  dir?: 'rtl';
  emotions: Record<Emotion, string>;
  /** Strengths 1…5. */
  strengths: readonly string[];
  /** Each scale's question, and what its lowest and its highest value mean. */
  ratings: Record<EvaluationScale, readonly [question: string, low: string, high: string]>;
  /** Under the comment: nothing personal, please. */
  privacy: string;
  back: string;
  next: string;
  skip: string;
  send: string;
}

interface Built {
  file: string;
  tag?: string;
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
  const isServedElsewhere = (name: string) => name === 'loader' || isTrigger(name) || name.startsWith('kiosk');
  return {
    loader: { before, after },
    ask: manifest.ask?.file ?? '',
    prompts: new Map(
      Object.entries(manifest).flatMap(([name, { file, tag, words }]) =>
        tag && words ? [[name.slice('prompt.'.length), { file, tag, words }] as const] : [],
      ),
    ),
    triggers: new Map(names.filter(isTrigger).map((name) => [name.slice('trigger.'.length), code(name)])),
    kiosk: { page: code('kiosk'), worker: code('kiosk.worker') },
    files: new Map(
      names.filter((name) => !isServedElsewhere(name)).map((name) => [manifest[name]?.file ?? '', code(name)]),
    ),
  };
}
