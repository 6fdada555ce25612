import type { Said, TriggerOptions } from '../ask.ts';
import type { Known, Page } from '../page.ts';
import { on } from './events.ts';
import { resume } from './resume.ts';
import type { Run } from './run.ts';

/** What is fetched when something is to be asked, or is left to be delivered. */
export type AskChunk = typeof import('../asking/chunk.ts');

/**
 * The commands, behind one function that never throws: what goes wrong is told as a `failed` event.
 *
 * @param load fetches the chunk that asks, once
 */
export function createCommands(page: Page, load: () => Promise<AskChunk>): Run {
  const fail = (problem: unknown) => page.tell('failed', { problem: `${problem}` });
  const later = (then: (chunk: AskChunk) => unknown, unreachable?: () => unknown) => {
    load().then(then, unreachable).catch(fail);
  };
  const trigger = (touchpoint: string, options?: Said, element?: Element) => {
    // As things are now: when the chunk is here, the page may know somebody else.
    const now = { at: performance.now(), known: page.known };
    later(
      ({ ask }) => ask(page, touchpoint, options, element, now),
      () => page.tell('suppressed', { touchpoint, interaction: options?.interaction, reason: 'offline' }, element),
    );
  };
  // biome-ignore lint/suspicious/noExplicitAny: each command takes what it takes.
  const commands: Record<string, (...args: any[]) => unknown> = {
    trigger,
    /** Asks whatever the quiet rules say, and without delay. */
    show: (touchpoint: string, options?: TriggerOptions, element?: Element) =>
      trigger(touchpoint, { delayMs: 0, ...options, forced: true }, element),
    /** Also what has been triggered and does not show yet. */
    dismiss() {
      page.dismissedAt = performance.now();
      page.dismiss?.();
    },
    on,
    /** Marks what follows as a test, and tells it on the console. */
    debug(marked: boolean) {
      page.test = marked;
    },
    /** Anything but `true` is none: then a prompt that is open goes away without a word. */
    consent(given: boolean) {
      page.consent = given === true;
      if (!page.consent) page.dismiss?.(true);
      resume(page, run);
    },
    /** Who the person is. Where the backend vouches for it, what it wants them to be asked about is asked. */
    identify(id: string, known?: Omit<Known, 'id'>) {
      page.known = { ...known, id };
      resume(page, run);
    },
    /** Forgets the person, and when they were asked, or shall be. What they answered is still delivered. */
    reset() {
      page.known = undefined;
      page.asked = false;
      run('dismiss');
      later(({ forget }) => forget(page));
    },
    /** A trigger is near. A guess that fails is no failure to tell: the trigger fetches again. */
    likely(touchpoint: string) {
      later(
        ({ rehearse }) => rehearse(page, touchpoint),
        () => {},
      );
    },
    /** Delivers what an earlier page could not, and asks what a backend wants to know. */
    resume: () => later(({ resume }) => resume(page)),
    fail,
  };
  const run: Run = (command, ...args) => {
    try {
      const known = Object.hasOwn(commands, command) && commands[command];
      if (known) return known(...args);
      fail(`unknown_command: ${command}`);
    } catch (problem) {
      fail(problem);
    }
  };
  return run;
}
