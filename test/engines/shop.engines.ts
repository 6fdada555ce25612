import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type RunningServer, startServer, vivencia } from '../support/runningServer.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { inEachEngine, patience } from './inEachEngine.ts';
import { focused, promptIsThere, standing, widgetIsThere } from './onPage.ts';
import { watchErrors } from './pageErrors.ts';

/*
 * The way of an answer in engines that are not Chromium's: the real server, the demo shop, mouse and keys. What does
 * not depend on the engine is tested more closely in Chromium.
 */

/** Of the demo shop's page: gives up what only secure pages have. */
const withoutLocks = `<script>
  if (location.search === '?no-locks') Object.defineProperty(navigator, 'locks', { value: undefined });
</script>`;

inEachEngine(({ visitor, visit, reads, asked, thanked, picture }) => {
  const { folder, remove } = temporaryFolder();
  let server: RunningServer;
  let shop: string;

  beforeAll(async () => {
    const demo = join(folder, 'shop');
    cpSync('examples/plain-html', demo, { recursive: true });
    const page = readFileSync(join(demo, 'index.html'), 'utf8');
    writeFileSync(join(demo, 'index.html'), page.replace('<head>', `<head>${watchErrors}${withoutLocks}`));
    server = await startServer(folder, '--demo', demo);
    shop = /http:\/\/127\.0\.0\.1:\d+\/(?=\n)/.exec(server.printed)?.[0] ?? '';
  });
  afterAll(async () => {
    await server?.end('SIGTERM');
    remove();
  });
  beforeEach(() => visit(shop));
  // A test that stopped it may have ended anywhere.
  afterEach(() => {
    server.process.kill('SIGCONT');
  });

  /** What the collector has, oldest first. */
  const stored = async (): Promise<object[]> =>
    (await vivencia(folder, 'export')).stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line));
  const newest = () => expect.poll(async () => (await stored()).at(-1), { ...patience, interval: 200 });
  const checkOut = async () => {
    await visitor.tap('button', 'Add to basket');
    await visitor.tap('button', 'Pay');
    await asked();
  };

  test('the checkout asks; face, strength, reason and comment arrive', async () => {
    await checkOut();
    await picture('1-emotion');
    expect(await visitor.look(standing)).toEqual({
      inTopLayer: true,
      width: 320,
      fromRight: 20,
      fromBottom: 20,
      aboveAll: true,
    });
    await visitor.tap('.emotions label', 'Frustrated');
    await newest().toMatchObject({ status: 'answered', emotion: 'frustrated', strength: null });
    await reads('How strongly do you feel it?');
    await picture('2-strength');
    await visitor.tap('.strengths label', 'Strongly');
    await reads('What was it about?');
    await visitor.tap('.reasons label', 'Payment');
    await visitor.tap('textarea');
    await visitor.type('The card form — "loses" everything.');
    await picture('3-why');
    await visitor.tap('.send');
    await thanked();
    await picture('4-thanks');
    await newest().toMatchObject({
      touchpoint: 'checkout',
      status: 'answered',
      emotion: 'frustrated',
      strength: 4,
      reasons: ['payment'],
      comment: 'The card form — "loses" everything.',
    });
  });

  test('the end of the support chat asks by its attribute alone; leaving after two taps loses nothing', async () => {
    await visitor.tap('button', 'Questions? Chat with us');
    await visitor.type('Where is my order?');
    await visitor.press('Enter');
    await visitor.tap('button', 'End chat');
    await asked();
    await visitor.tap('.emotions label', 'Relieved');
    await visitor.tap('.strengths label', 'Fairly');
    await visit(shop);
    await newest().toMatchObject({
      touchpoint: 'support-chat',
      status: 'answered',
      emotion: 'relieved',
      strength: 3,
      comment: null,
    });
  });

  test('leaving unanswered is told; whoever comes back finds the prompt, and may answer', async () => {
    await checkOut();
    await newest().toMatchObject({ status: 'shown' });
    await visitor.visit('about:blank');
    await newest().toMatchObject({ touchpoint: 'checkout', status: 'abandoned', emotion: null });
    await visitor.back();
    await asked();
    await visitor.tap('.emotions label', 'Indifferent');
    await reads('What was it about?');
    await newest().toMatchObject({ touchpoint: 'checkout', status: 'answered', emotion: 'indifferent' });
  });

  test.each([
    ['with Web Locks', ''],
    ['without them, as on plain http', '?no-locks'],
  ])('a delivery that was under way when the page was left holds nothing up, %s', async (_, query) => {
    await visit(shop + query);
    await checkOut();
    await newest().toMatchObject({ status: 'shown' });
    server.process.kill('SIGSTOP');
    await visitor.tap('.emotions label', 'Indifferent');
    await reads('What was it about?');
    await visitor.visit('about:blank');
    await visitor.back();
    await wait(1_000);
    server.process.kill('SIGCONT');
    await visitor.see(widgetIsThere);
    // A page that holds a lock does not come back as it was in Firefox: it is loaded again.
    const isKept = await visitor.look(promptIsThere);
    if (isKept) await visitor.tap('.reasons label', 'Price');
    await newest().toMatchObject({ emotion: 'indifferent', reasons: isKept ? ['price'] : [] });
  });

  test('everything by keyboard: arrows look around, Space and Enter answer', async () => {
    await visitor.tabTo('button');
    await visitor.press('Enter');
    await visitor.tabTo('primary');
    await visitor.press('Enter');
    await asked();
    await newest().toMatchObject({ status: 'shown', emotion: null });
    expect(await visitor.look(focused), 'it takes no focus').toBe('body');
    await visitor.tabTo('excited');
    await visitor.press('ArrowRight');
    await visitor.press('ArrowDown');
    expect(await visitor.look(focused)).toBe('relieved');
    await wait(400);
    await newest().toMatchObject({ status: 'shown', emotion: null });
    await visitor.press('Space');
    await reads('How strongly do you feel it?');
    await expect.poll(() => visitor.look(focused), patience).toBe('1');
    await visitor.press('ArrowRight');
    await wait(400);
    await newest().toMatchObject({ status: 'answered', emotion: 'relieved', strength: null });
    await visitor.press('Enter');
    await reads('What was it about?');
    await visitor.tabTo('textarea');
    await visitor.type('ok');
    await visitor.tabTo('send');
    await visitor.press('Enter');
    await thanked();
    await newest().toMatchObject({ emotion: 'relieved', strength: 2, comment: 'ok' });
    await visitor.press('Escape');
    await expect.poll(() => visitor.look(promptIsThere), patience).toBe(false);
  });

  test('Escape belongs to the page until focus is inside, then it dismisses', async () => {
    await checkOut();
    await visitor.press('Escape');
    await wait(200);
    expect(await visitor.look(promptIsThere)).toBe(true);
    await visitor.tabTo('excited');
    await visitor.press('Escape');
    await expect.poll(() => visitor.look(promptIsThere), patience).toBe(false);
    await newest().toMatchObject({ status: 'dismissed', emotion: null });
  });

  test('all of it came exactly once, and the tallies agree', async () => {
    expect(await stored()).toMatchObject([
      { touchpoint: 'checkout', status: 'answered', emotion: 'frustrated' },
      { touchpoint: 'support-chat', status: 'answered', emotion: 'relieved' },
      ...Array(3).fill({ touchpoint: 'checkout', status: 'answered', emotion: 'indifferent' }),
      { touchpoint: 'checkout', status: 'answered', emotion: 'relieved' },
      { touchpoint: 'checkout', status: 'dismissed' },
    ]);
    expect((await vivencia(folder, 'verify')).code).toBe(0);
    const { secretKey } = JSON.parse((await vivencia(folder, 'key', 'add', '--site', 'Demo shop', '--json')).stdout);
    const scores = await fetch(`${server.url}/v1/scores`, { headers: { authorization: `Bearer ${secretKey}` } });
    const { touchpoints } = await scores.json();
    expect(touchpoints.filter(({ passed }: { passed: number }) => passed)).toMatchObject([
      { touchpoint: 'checkout', passed: 6, shown: 6, answered: 5 },
      { touchpoint: 'support-chat', passed: 1, shown: 1, answered: 1 },
    ]);
  });
});
