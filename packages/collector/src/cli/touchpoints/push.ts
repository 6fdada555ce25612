import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { type DeclarationChanges, declarationChanges } from '../../declare/declarationChanges.ts';
import { type Declarations, readDeclarations } from '../../declare/declarationFile.ts';
import type { KeptTouchpoint, Site } from '../../store/site.ts';
import type { Store } from '../../store/store.ts';
import { Failed, Misused } from '../exit.ts';
import { say } from '../say.ts';
import { diffLines } from './diffLines.ts';

export interface PushFlags {
  json?: boolean;
  dryRun?: boolean;
  yes?: boolean;
}

/** Makes a site's touchpoints what a file declares, after it was shown and wanted. */
export async function pushTouchpoints(store: Store, site: Site, file: string, flags: PushFlags): Promise<void> {
  const declared = read(file);
  const kept = await store.listKeptTouchpoints(site.id);
  const changes = declarationChanges(kept, declared);
  refuseMerged(changes, file);
  const { added, changed, hidden } = changes;
  const isNothing = added.length + changed.length + hidden.length === 0;
  const tell = (applied: boolean, lines: string[]) => say(flags.json, { ...shown(changes), applied }, lines);
  if (isNothing) return tell(false, [`${site.name} is as ${file} says.`]);
  const diff = diffLines(changes);
  if (flags.dryRun) return tell(false, [...diff, '', 'Nothing was changed.']);
  if (!flags.yes) {
    if (!process.stdin.isTTY) throw new Misused('say --yes to change it, or --dry-run to see what would change');
    process.stderr.write(`${diff.join('\n')}\n\n`);
    if (!(await isWanted(site))) throw new Failed('nothing was changed');
  }
  const isDone = await store.declareTouchpoints(site.id, {
    declared: [...added, ...changed].map(({ key, settings }) => ({ key, settings, base: versionOf(kept, key) })),
    hidden: hidden.map((key) => ({ key, base: versionOf(kept, key) })),
  });
  if (!isDone) throw new Failed('somebody has changed a touchpoint meanwhile, and nothing was changed: push it again');
  const done = `Changed ${site.name}: ${added.length} added, ${changed.length} changed, ${hidden.length} hidden.`;
  tell(true, flags.yes ? [...diff, '', done] : [done]);
}

/** @throws Failed naming each place where something is wrong */
function read(file: string): Declarations {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new Failed(`${file} cannot be read: ${(error as NodeJS.ErrnoException).code}`);
  }
  const found = readDeclarations(text);
  if ('declared' in found) return found.declared;
  const lines = found.errors.map(({ path, reason }) => `  ${[path, reason].filter(Boolean).join(' ')}`);
  throw new Failed(`${file} is not valid, and nothing was changed:\n${lines.join('\n')}`);
}

function refuseMerged({ merged }: DeclarationChanges, file: string): void {
  if (merged.length === 0) return;
  const lines = merged.map(({ key, into }) => `  touchpoints.${key} is counted at ${into}`);
  throw new Failed(`${file} declares what was merged, and nothing was changed:\n${lines.join('\n')}`);
}

async function isWanted({ name }: Site): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^y(es)?$/i.test((await terminal.question(`Change ${name}? [y/N] `)).trim());
  } finally {
    terminal.close();
  }
}

const versionOf = (kept: KeptTouchpoint[], key: string) =>
  kept.find((touchpoint) => touchpoint.key === key)?.version ?? 0;

const shown = ({ added, changed, hidden }: DeclarationChanges) => ({
  added: added.map(({ key }) => key),
  changed: changed.map(({ key, fields }) => ({ key, fields })),
  hidden,
});
