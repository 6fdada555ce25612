import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { temporaryFolder } from '../support/temporaryFolder.ts';

/*
 * The package as those who install it have it: packed, and unpacked in a service's node_modules.
 */

const root = fileURLToPath(new URL('../../', import.meta.url));
const { folder, remove } = temporaryFolder();
const installed = join(folder, 'node_modules/@vivencia/client');
const run = promisify(execFile);

const program = `
  import { createClient, VivenciaError, type ErrorCode } from '@vivencia/client';
  const client = createClient({ url: 'https://feedback.shop.example', secretKey: 'sk_${'a'.repeat(43)}' });
  export async function ended(interaction: string) {
    const { armed } = await client.interactions.record({ touchpoint: 'delivery', interaction, endedAt: new Date() });
    // @ts-expect-error no such feeling
    await client.responses.send({ touchpoint: 'delivery', emotion: 'meh' });
    // @ts-expect-error no end
    await client.interactions.record({ touchpoint: 'delivery', interaction });
    for await (const { at, emotion } of client.responses.list({ limit: 5 })) at.concat(emotion ?? '');
    const [first] = (await client.scores.get({ compare: 'before' })).touchpoints;
    // @ts-expect-error may not have enough answers
    first?.intensity.value;
    return armed satisfies boolean;
  }
  export const codeOf = (error: unknown): ErrorCode | null => (error instanceof VivenciaError ? error.code : null);
`;

beforeAll(async () => {
  await run('npm', ['pack', '--workspace', '@vivencia/client', '--pack-destination', folder], { cwd: root });
  const archive = readdirSync(folder).find((file) => file.endsWith('.tgz')) ?? '';
  mkdirSync(installed, { recursive: true });
  await run('tar', ['-xzf', archive, '-C', installed, '--strip-components=1'], { cwd: folder });
  mkdirSync(join(folder, 'node_modules/@types'));
  symlinkSync(`${root}node_modules/@types/node`, join(folder, 'node_modules/@types/node'));
  symlinkSync(`${root}node_modules/undici-types`, join(folder, 'node_modules/undici-types'));
  writeFileSync(join(folder, 'package.json'), '{"type": "module"}');
  writeFileSync(join(folder, 'service.ts'), program);
}, 60_000);
afterAll(remove);

test('it holds what runs, its types, its README and its licence', () => {
  const files = readdirSync(installed, { recursive: true, encoding: 'utf8' }).sort();
  expect(files.filter((file) => !/^dist\/\w+\.(js|d\.ts)$/.test(file))).toEqual([
    'LICENSE',
    'README.md',
    'dist',
    'package.json',
  ]);
});

test('Node imports it', async () => {
  const code = `import * as all from '@vivencia/client'; console.log(Object.keys(all).join())`;
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', code], { cwd: folder });
  expect(stdout.trim()).toBe('VivenciaError,createClient,identitySignature,newId');
});

test.each([
  ['a service on Node', ['--lib', 'es2023', '--types', 'node']],
  ['a Worker', ['--lib', 'es2023,dom', '--types', '']],
])('its types serve %s', { timeout: 60_000 }, async (_, platform) => {
  const options = [
    '--noEmit',
    '--strict',
    '--module',
    'nodenext',
    '--target',
    'es2023',
    '--exactOptionalPropertyTypes',
  ];
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  const { stdout } = await run(process.execPath, [compiler, ...options, ...platform, 'service.ts'], {
    cwd: folder,
  }).catch((problem: { stdout: string }) => problem);
  expect(stdout).toBe('');
});
