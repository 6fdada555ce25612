import type { TriggerOptions } from './ask.ts';
import { connect } from './loader/connect.ts';
import type { Connection } from './loader/fetchSettings.ts';
import type { WidgetEvents } from './page.ts';
import { watchEvents } from './trigger/event.ts';
import { watchPurchases } from './trigger/purchase.ts';
import { watchVisible } from './trigger/visible.ts';
import type { Watcher } from './trigger/watcher.ts';

export type { TriggerOptions } from './ask.ts';
export type { Failure, WidgetEvents } from './page.ts';
export type { Watcher } from './trigger/watcher.ts';

/** The commands. None of them throws: what goes wrong is told as a `failed` event. */
export interface Vivencia {
  /** An interaction has ended: asks, unless the quiet rules say no. `show` asks in any case, and without delay. */
  (command: 'trigger' | 'show', touchpoint: string, options?: TriggerOptions, element?: Element): void;
  /** Closes the prompt that is open. */
  (command: 'dismiss'): void;
  /** Forgets the person, and when they were asked. */
  (command: 'reset'): void;
  /** Without consent nobody is asked and nothing is stored. */
  (command: 'consent', given: boolean): void;
  /** Marks what follows as a test, and tells it on the console. */
  (command: 'debug', marked: boolean): void;
  /**
   * Who the person is: their segment, and the id that a backend knows them by. The id is honoured only with that
   * backend's HMAC-SHA256 of it under the site's identity secret: then it goes with their answers, and what the backend
   * told of them is asked about.
   */
  (command: 'identify', id: string, known?: { signature?: string; segment?: Record<string, unknown> }): void;
  /** Listens to an event; the returned function stops it. */
  <E extends keyof WidgetEvents>(command: 'on', event: E, listener: (detail: WidgetEvents[E]) => void): () => void;
}

export interface Options extends Connection {
  /** What follows is a test: marked, never counted. */
  test?: boolean;
  /** Whether to wait for `vivencia('consent', true)`. */
  consent?: 'required';
  /** Of `@vivencia/widget/adapters/…`, those of the chat products that the site's triggers name. */
  adapters?: Watcher[];
}

/**
 * Starts Vivencia in an application that brings it with its own bundle, and makes it `window.vivencia`. A page has one:
 * called again, or after a script tag, it returns the one that is there. Where there is no page, as on a server, it
 * does nothing. What is wrong with its options is told as a `failed` event.
 *
 * @example const vivencia = createVivencia({ site: 'pk_…', collector: 'https://collector.example' });
 *          vivencia('trigger', 'checkout', { interaction: 'order-1001' });
 */
export function createVivencia({ test, consent, adapters = [], ...connection }: Options = {} as Options): Vivencia {
  if (typeof document === 'undefined') return (() => () => {}) as unknown as Vivencia;
  const said = { ...(test && { test: '' }), ...(consent && { consent }) };
  return connect(connection, said, async () => [watchEvents, watchPurchases, watchVisible, ...adapters]) as Vivencia;
}
