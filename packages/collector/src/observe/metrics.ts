import { suppressionReasons } from '@vivencia/contract/pass';
import { type RefusalCode, refusalStatus } from '@vivencia/contract/refusal';
import { outcomes } from '@vivencia/contract/response';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';

/** Why a whole request to deliver was turned away, or its passes not counted. */
export const dropReasons = [
  'rate_prefix',
  'rate_site',
  'rate_touchpoint',
  'origin',
  'bot',
  'overloaded',
  'intake_full',
  'store',
] as const;
export type DropReason = (typeof dropReasons)[number];

/**
 * What the collector counts of itself, for Prometheus. Labels are words of ours, never of an input: no site, key,
 * address or agent, so their number is bounded and they tell nothing of anybody.
 */
export class Metrics {
  readonly registry = new Registry();
  readonly #deliveries = this.#counter('deliveries_total', 'States delivered, by what became of them.', 'outcome', [
    ...outcomes,
    'refused',
  ]);
  readonly #refusals = this.#counter(
    'refusals_total',
    'Requests, and states within them, that were refused, by code.',
    'code',
    Object.keys(refusalStatus),
  );
  readonly #drops = this.#counter(
    'drops_total',
    'Requests to deliver of which nothing was kept, by reason.',
    'reason',
    dropReasons,
  );
  readonly #passes = this.#counter(
    'passes_total',
    'Passes of a touchpoint that were counted: asked, or why not.',
    'reason',
    ['asked', ...suppressionReasons],
  );
  readonly #batches = new Histogram({
    name: 'vivencia_commit_batch_size',
    help: 'States in one transaction.',
    buckets: [1, 2, 4, 8, 16, 32, 64, 128, 256, 512],
    registers: [this.registry],
  });
  readonly #durations = new Histogram({
    name: 'vivencia_request_duration_seconds',
    help: 'From the end of a request’s head to its answer, by the pattern of its route.',
    labelNames: ['route', 'status'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15],
    registers: [this.registry],
  });
  /** Finding the labels anew would cost every request a third of a microsecond. */
  readonly #durationOf = new Map<string, { observe(seconds: number): void }>();

  /** @param code null where it was kept */
  delivered(outcome: string, code: RefusalCode | null = null): void {
    this.#deliveries.inc({ outcome });
    if (code) this.refused(code);
  }

  refused(code: RefusalCode): void {
    this.#refusals.inc({ code });
  }

  dropped(reason: DropReason): void {
    this.#drops.inc({ reason });
  }

  passed(reason: string | null): void {
    this.#passes.inc({ reason: reason ?? 'asked' });
  }

  committed(states: number): void {
    this.#batches.observe(states);
  }

  /** @param route the pattern, never the path: paths are anybody's words */
  answered(route: string, status: number, ms: number): void {
    const name = `${route} ${status}`;
    let duration = this.#durationOf.get(name);
    if (!duration) {
      duration = this.#durations.labels(route, `${Math.floor(status / 100)}xx`);
      this.#durationOf.set(name, duration);
    }
    duration.observe(ms / 1000);
  }

  /** A figure that is read whenever somebody asks for the metrics. */
  watch(name: string, help: string, read: () => number | Promise<number>): void {
    const gauge: Gauge = new Gauge({
      name: `vivencia_${name}`,
      help,
      registers: [this.registry],
      collect: async () => gauge.set(await read()),
    });
  }

  /** As `watch`, for the parts of a whole. */
  watchParts(name: string, help: string, label: string, read: Record<string, () => number>): void {
    const gauge: Gauge = new Gauge({
      name: `vivencia_${name}`,
      help,
      labelNames: [label],
      registers: [this.registry],
      collect: () => {
        for (const [part, length] of Object.entries(read)) gauge.set({ [label]: part }, length());
      },
    });
  }

  /** Counts something from 0 on; its label has no other values. */
  counter(name: string, help: string, label: string, values: readonly string[]): (value: string) => void {
    const counter = this.#counter(name, help, label, values);
    return (value) => counter.inc({ [label]: value });
  }

  #counter(name: string, help: string, label: string, values: readonly string[]): Counter {
    const counter = new Counter({
      name: `vivencia_${name}`,
      help,
      labelNames: [label],
      registers: [this.registry],
    });
    for (const value of values) counter.inc({ [label]: value }, 0);
    return counter;
  }
}
