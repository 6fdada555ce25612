import { existsSync, linkSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Failed, Misused } from '../../../../packages/collector/src/cli/exit.ts';
import { RejectsFile, type RejectsForm } from '../../../../packages/collector/src/cli/import/rejectsFile.ts';
import { checkRejectsPath } from '../../../../packages/collector/src/cli/import/rejectsPath.ts';
import { temporaryFolder } from '../../../support/temporaryFolder.ts';

let folder: string;
let remove: () => void;
beforeEach(() => {
  ({ folder, remove } = temporaryFolder());
  writeFileSync(`${folder}/vivencia.db`, 'SQLite format 3');
  writeFileSync(`${folder}/answers.csv`, 'a,b\n');
});
afterEach(() => remove());

const check = (name: string) => checkRejectsPath(`${folder}/${name}`, `${folder}/answers.csv`, `${folder}/vivencia.db`);

const row = { line: 2, names: ['a', 'b'], values: ['1', '{"x":1}\n'] };
const forms: [name: string, form: RejectsForm][] = [
  ['csv', { format: 'csv', names: ['a', 'b'], delimiter: ',' }],
  ['tsv', { format: 'csv', names: ['say "a",\nor', 'b'], delimiter: '\t' }],
  ['ndjson', { format: 'ndjson', mark: false }],
  ['marked', { format: 'ndjson', mark: true }],
];
test.each(forms)('a former file of rejects is written over: %s', (name, form) => {
  const file = new RejectsFile(`${folder}/${name}`, form);
  file.add({ row, reason: 'because "so"', madeId: null });
  file.close();
  expect(() => check(name)).not.toThrow();
  check('not-there-yet.csv');
  expect(existsSync(`${folder}/not-there-yet.csv`)).toBe(false);
});

test.each(['', '-wal', '-shm', '-journal'])('vivencia.db%s is not, whether it is there or not', (ending) => {
  expect(() => check(`vivencia.db${ending}`)).toThrow(Misused);
  symlinkSync(folder, `${folder}/link`);
  expect(() => check(`link/vivencia.db${ending}`)).toThrow(/would write over/);
});

test('nor is the file itself by another name', () => {
  linkSync(`${folder}/answers.csv`, `${folder}/linked.csv`);
  expect(() => check('linked.csv')).toThrow(/would write over .*answers\.csv/);
});

test.each<[name: string, content: string]>([
  ['notes.csv', 'a,b,vivencia_line\n1,2,3\n'],
  ['notes.ndjson', '{"a":"vivencia_line"}\n'],
  ['notes.txt', 'keep me'],
])('nor is somebody’s %s', (name, content) => {
  writeFileSync(`${folder}/${name}`, content);
  expect(() => check(name)).toThrow(Misused);
  expect(() => check(name)).toThrow(/there is another file already; name another file with --rejects/);
  expect(readFileSync(`${folder}/${name}`, 'utf8')).toBe(content);
});

test('a folder, and a folder that is not there', () => {
  mkdirSync(`${folder}/sub`);
  expect(() => check('sub')).toThrow(/it is no file/);
  expect(() => check('nowhere/rejects.csv')).toThrow(/cannot be written to .*nowhere/);
});

test('an empty file is nobody’s', () => {
  writeFileSync(`${folder}/empty`, '');
  expect(() => check('empty')).not.toThrow();
});

test('a disk that is full later fails with the path', () => {
  const file = new RejectsFile('/dev/full', { format: 'ndjson', mark: true });
  expect(() => file.add({ row, reason: 'x', madeId: null })).toThrow(Failed);
  expect(() => file.add({ row, reason: 'x', madeId: null })).toThrow(/^\/dev\/full cannot be written/);
  file.close();
});
