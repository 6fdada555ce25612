import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refusalStatus } from '../../../packages/contract/src/refusal.ts';
import { launchBrowser } from '../../support/browser.ts';
import { everyLook, hindrances } from '../../support/hindrances.ts';
import type { OpenApiDocument, Operation } from '../../support/openApiDocument.ts';
import { type TestApp, testApp } from '../../support/testApp.ts';

let tested: TestApp;
let page: string;
let document: OpenApiDocument;
beforeAll(async () => {
  tested = await testApp();
  page = await (await tested.app.request('/docs')).text();
  document = await (await tested.app.request('/openapi.json')).json();
});
afterAll(() => tested.remove());

const kibibyte = 1024;

type Named = Operation & { operationId: string; summary: string };

const operations = () =>
  Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ path, method, ...(operation as Named) })),
  );

const idsOf = (html: string) => [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id as string);

/** Text as it stands in HTML. */
const inHtml = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');

/** What an element with an id says, up to the next operation. */
const partOf = (id: string) => page.split(`class="operation" id="${id}"`)[1]?.split('class="operation"')[0] ?? '';

describe('/docs', () => {
  test('is read without a key, from one file of at most 60 KiB, which runs and loads nothing', () => {
    expect(gzipSync(page).length).toBeLessThan(60 * kibibyte);
    expect(page).not.toMatch(/<(script|img|iframe|link rel="stylesheet)|\son\w+=|url\(/i);
    const links = [...page.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, link]) => link as string);
    expect(links.filter((link) => !/^(#|openapi\.json$|data:image\/svg\+xml,)/.test(link))).toEqual([]);
  });

  test('has every operation with its way, scope, parameters and answers', () => {
    for (const { operationId, method, path, summary, security, parameters = [], responses } of operations()) {
      const part = partOf(operationId);
      const says = [
        inHtml(summary),
        `>${method.toUpperCase()}<`,
        `<code>${path}</code>`,
        ...(security ?? []).flatMap(({ Bearer = [] }) => Bearer.map((scope) => `<code>${scope}</code>`)),
        ...parameters.map(({ name }) => `<code>${name}</code>`),
        ...Object.keys(responses)
          .filter((status) => status !== '500')
          .map((status) => `<b class="status">${status}</b>`),
        '<pre>curl',
      ];
      expect([operationId, says.filter((each) => !part.includes(each))]).toEqual([operationId, []]);
    }
  });

  test('has the fields of every body that is sent, and of what has a name', () => {
    for (const [name, { properties = {} }] of Object.entries(document.components.schemas)) {
      const object = page.split(`id="object-${name}"`)[1]?.split('<details')[0] ?? '';
      expect([name, Object.keys(properties).filter((field) => !object.includes(`<code>${field}</code>`))]).toEqual([
        name,
        [],
      ]);
    }
  });

  test('says what each refusal means, once', () => {
    const ids = idsOf(page);
    for (const code of Object.keys(refusalStatus)) expect(ids.filter((id) => id === code)).toEqual([code]);
  });

  test('leads nowhere that is not there', () => {
    const ids = new Set(idsOf(page));
    const links = [...page.matchAll(/href="#([^"]*)"/g)].map(([, id]) => id as string);
    expect(links.filter((id) => !ids.has(id))).toEqual([]);
  });

  test('shows each example of the document as a command', () => {
    for (const { operationId, requestBody } of operations()) {
      const [media] = Object.values(requestBody?.content ?? {});
      for (const { value } of Object.values(media?.examples ?? {})) {
        expect(partOf(operationId)).toContain(inHtml(JSON.stringify(value, null, 2).replaceAll('\n', '\n  ')));
      }
      if (requestBody)
        expect([operationId, partOf(operationId)]).toEqual([operationId, expect.stringContaining('--json')]);
    }
    expect(partOf('getResponsesId')).toContain('/v1/responses/0190a000-0000-7000-8000-000000000001&quot; \\\n  -H');
    expect(partOf('deleteKiosksId')).toContain('curl &quot;$VIVENCIA_URL/v1/kiosks/1&quot; -X DELETE');
    expect(page).toContain('VIVENCIA_URL=&quot;https://collector.example&quot;');
  });

  test('is found from /openapi.json, below a base path too', async () => {
    const below = await testApp({}, { basePath: '/feedback' });
    const at = 'https://collector.example/feedback/openapi.json';
    const { externalDocs } = await (await below.app.request(at)).json();
    const response = await below.app.request(String(new URL(externalDocs.url, at)));
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html; charset=UTF-8']);
    await below.remove();
  });

  test('is sent once to who has it', async () => {
    const etag = (await tested.app.request('/docs')).headers.get('etag') ?? '';
    const again = await tested.app.request('/docs', { headers: { 'if-none-match': etag } });
    expect([etag, again.status, await again.text()]).toEqual([expect.stringMatching(/^"/), 304, '']);
  });

  test('hinders nobody, on narrow and wide screens, light and dark', { timeout: 120_000 }, async () => {
    const browser = await launchBrowser();
    const tab = await browser.newPage();
    await tab.setContent(page);
    expect(await hindrances(tab, everyLook)).toEqual([]);
    await browser.close();
  });
});
