import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect } from 'vitest';
import type { Engine } from './engine.ts';
import { launchFirefox } from './firefox.ts';
import { heading, widgetIsThere } from './onPage.ts';
import { errorsSeenBy } from './pageErrors.ts';
import { patienceMs, type Visitor, visitorAt } from './visitor.ts';
import { launchWebkit } from './webkit.ts';

const pictures = new URL('../.output/engines/', import.meta.url).pathname;
const fadeMs = 250;

export const patience = { timeout: patienceMs, interval: 50 };

export interface Setting {
  visitor: Visitor;
  /** Opens a page that has the widget. */
  visit(address: string): Promise<void>;
  /** Waits until the prompt says so in its heading. */
  reads(text: string): Promise<void>;
  asked(): Promise<void>;
  thanked(): Promise<void>;
  /** Keeps what is to be seen, under test/.output/engines, to be looked at. */
  picture(name: string): Promise<void>;
}

/** The same tests in each engine. Each fails, too, where its page had errors. */
export const inEachEngine = (tests: (setting: Setting) => void): void =>
  describe.each([
    ['Firefox', launchFirefox],
    ['WebKitGTK', launchWebkit],
  ])('%s', (name, launch) => {
    let engine: Engine;
    const visitor = visitorAt(() => engine);

    beforeAll(async () => {
      engine = await launch();
      console.info(engine.version);
    });
    afterAll(() => engine?.close());
    afterEach(async () => {
      expect(await errorsSeenBy(visitor)).toEqual([]);
    });

    const reads = (text: string) => expect.poll(() => visitor.look(heading), patience).toBe(text);
    tests({
      visitor,
      reads,
      asked: () => reads('How did that leave you feeling?'),
      thanked: () => reads('Thank you. This helps us improve.'),
      async visit(address) {
        await visitor.visit(address);
        await visitor.see(widgetIsThere);
      },
      async picture(what) {
        await wait(fadeMs);
        mkdirSync(pictures, { recursive: true });
        writeFileSync(join(pictures, `${name}-${what}.png`), await engine.screenshot());
      },
    });
  });
