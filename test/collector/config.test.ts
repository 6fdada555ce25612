import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { addressOf, readConfig } from '../../packages/collector/src/config.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

describe('the environment is read once', () => {
  test('with defaults', () => {
    expect(readConfig({})).toMatchObject({
      port: 8787,
      host: '127.0.0.1',
      database: resolve('data/vivencia.db'),
      publicUrl: null,
      logLevel: 'info',
    });
  });

  test.each([
    [{}, 'http://127.0.0.1:8787'],
    [{ VIVENCIA_HOST: '0.0.0.0', VIVENCIA_PORT: '80' }, 'http://127.0.0.1:80'],
    [{ VIVENCIA_HOST: '::' }, 'http://127.0.0.1:8787'],
    [{ VIVENCIA_HOST: '::1' }, 'http://[::1]:8787'],
    [
      { VIVENCIA_HOST: '0.0.0.0', VIVENCIA_PUBLIC_URL: 'https://shop.example/feedback/' },
      'https://shop.example/feedback',
    ],
  ])('%j is opened at %s', (environment, address) => {
    expect(addressOf(readConfig(environment))).toBe(address);
  });

  test('flags win over it', () => {
    expect(readConfig({ VIVENCIA_PORT: '1', VIVENCIA_DATABASE: 'a.db' }, { port: '2', data: '/d' })).toMatchObject({
      port: 2,
      database: '/d/vivencia.db',
    });
  });

  test('a public address may have a path, and loses its last slash', () => {
    expect(readConfig({ VIVENCIA_PUBLIC_URL: 'https://shop.example/feedback/' }).publicUrl).toBe(
      'https://shop.example/feedback',
    );
  });

  test('a value may stand in a file', () => {
    const { folder, remove } = temporaryFolder();
    writeFileSync(`${folder}/port`, '1234\n');
    expect(readConfig({ VIVENCIA_PORT_FILE: `${folder}/port` }).port).toBe(1234);
    expect(() => readConfig({ VIVENCIA_PORT_FILE: `${folder}/port`, VIVENCIA_PORT: '1' })).toThrow('not both');
    // An empty secret must not be none.
    writeFileSync(`${folder}/empty`, '\n');
    expect(() => readConfig({ VIVENCIA_METRICS_TOKEN_FILE: `${folder}/empty` })).toThrow('VIVENCIA_METRICS_TOKEN_FILE');
    remove();
    expect(() => readConfig({ VIVENCIA_PORT_FILE: `${folder}/port` })).toThrow('VIVENCIA_PORT_FILE');
  });

  test.each([
    ['VIVENCIA_PORT', '70000'],
    ['VIVENCIA_RATE_SITE', '-1'],
    ['VIVENCIA_DATABASE', 'postgres://db/vivencia'],
    ['VIVENCIA_PUBLIC_URL', 'shop.example'],
    ['VIVENCIA_PUBLIC_URL', 'https://:secret@shop.example'],
    ['VIVENCIA_LOG_LEVEL', 'loud'],
    ['VIVENCIA_TRUSTED_PROXIES', 'everyone'],
    ['VIVENCIA_TRUSTED_PROXIES', '10.0.0.0/8 0.0.0.0/0'],
    ['VIVENCIA_CONNECTIONS', '1e4'],
  ])('%s=%s is refused by name', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(name);
  });
});
