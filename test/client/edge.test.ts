import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createContext, runInContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { secretKey } from './answering.ts';

/*
 * The client where there is no Node: on Deno, Bun, Workers.
 */

const folder = fileURLToPath(new URL('../../packages/client', import.meta.url));
const budget = 4 * 1024;

/** The whole client in one file. */
async function bundled(options: { format: 'esm' } | { format: 'iife'; globalName: string }): Promise<string> {
  const entryPoints = [`${folder}/dist/index.js`];
  const given = {
    entryPoints,
    bundle: true,
    minify: true,
    platform: 'neutral',
    target: 'es2022',
    write: false,
  } as const;
  const { outputFiles } = await build({ ...given, ...options });
  return outputFiles[0]?.text ?? '';
}

test('it is at most 4 KB, all of it, and the README says how large', async () => {
  const size = gzipSync(await bundled({ format: 'esm' }), { level: 9 }).length;
  expect(size).toBeLessThanOrEqual(budget);
  const readme = readFileSync(`${folder}/README.md`, 'utf8');
  const said = Number(/([\d.]+) KB gzipped/.exec(readme)?.[1]);
  expect(Math.abs(said - size / 1_024), `${size} bytes`).toBeLessThanOrEqual(0.1);
});

test('it depends on nothing and imports nothing but itself', () => {
  const { dependencies, peerDependencies } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
  expect([dependencies, peerDependencies]).toEqual([undefined, undefined]);
  const imported = readdirSync(`${folder}/src`).flatMap((file) =>
    [...readFileSync(`${folder}/src/${file}`, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(
      ([, name]) => name,
    ),
  );
  expect(imported.length).toBeGreaterThan(20);
  expect(imported.filter((name) => !/^\.\/\w+\.ts$/.test(name ?? ''))).toEqual([]);
});

test('it needs no more than every runtime of the web has', async () => {
  const asked: string[] = [];
  const fetch = async (address: string, init: RequestInit) => {
    asked.push(`${init.method} ${address}`);
    return new Response('{"id": "a", "outcome": "stored"}');
  };
  const web = { fetch, URL, URLSearchParams, AbortController, AbortSignal, TextEncoder, crypto, performance };
  const context = createContext({
    ...web,
    setTimeout,
    clearTimeout,
    secretKey,
    identitySecret: `is_${secretKey.slice(3)}`,
  });
  const program = `${await bundled({ format: 'iife', globalName: 'vivencia' })}
    const client = vivencia.createClient({ url: 'https://feedback.shop.example', secretKey });
    Promise.all([
      client.responses.send({ touchpoint: 'delivery', emotion: 'happy' }),
      client.identitySignature(identitySecret, 'c-77'),
    ])`;
  const [sent, signature] = await runInContext(program, context);
  expect([sent.outcome, signature]).toEqual(['stored', expect.stringMatching(/^[0-9a-f]{64}$/)]);
  expect(asked).toEqual(['POST https://feedback.shop.example/v1/responses']);
});
