import type { Logger } from 'pino';
import { type CollectorConfig, Misconfigured, readCollectorConfig, type Setting } from '../config.ts';

/** How a collector runs inside another server; what the environment says of a collector by itself is not read. */
export interface CollectorOptions {
  /** Path of the SQLite file; it is created, with its folder, where there is none. */
  database: string;
  /** Address that browsers reach the collector at, with the path it is mounted under: https://shop.example/feedback */
  publicUrl: string;
  /** Deliveries a minute for one network prefix (1,200), one site (60,000), one touchpoint (half of it); 0 = no limit. */
  ratePrefix?: number;
  rateSite?: number;
  rateTouchpoint?: number;
  /** Requests a minute of one secret key, deliveries not counted (1,200); 0 = no limit. */
  rateKey?: number;
  /** Addresses and ranges whose X-Forwarded-For is believed. */
  trustedProxies?: readonly string[];
  /** What /metrics wants as a bearer token; without one it answers nobody. At least 8 visible ASCII characters. */
  metricsToken?: string;
  /**
   * What links are signed with and identity secrets are made from, at least 32 visible ASCII characters; without one, what
   * stands in a file beside the database.
   */
  secret?: string;
  /** Level of a log of its own, on standard error: info. */
  logLevel?: string;
  /** A pino logger to write to instead. */
  log?: Logger;
  /**
   * Where a request came from; needed where the server does not hand over node's own request, as @hono/node-server does.
   * Without either, or where it returns nothing, deliveries are limited by site and touchpoint alone.
   */
  clientAddress?: (request: Request, environment: unknown) => string | null | undefined;
}

type Kind = 'string' | 'number' | 'strings' | 'function' | 'logger';

const kinds: Record<keyof CollectorOptions, Kind> = {
  database: 'string',
  publicUrl: 'string',
  ratePrefix: 'number',
  rateSite: 'number',
  rateTouchpoint: 'number',
  rateKey: 'number',
  trustedProxies: 'strings',
  metricsToken: 'string',
  secret: 'string',
  logLevel: 'string',
  log: 'logger',
  clientAddress: 'function',
};

const fits: Record<Kind, { wanted: string; is: (value: unknown) => boolean }> = {
  string: { wanted: 'a text that is not empty', is: (value) => typeof value === 'string' && value !== '' },
  number: { wanted: 'a number', is: (value) => typeof value === 'number' },
  strings: {
    wanted: 'an array of texts',
    is: (value) => Array.isArray(value) && value.every((entry) => typeof entry === 'string'),
  },
  function: { wanted: 'a function', is: (value) => typeof value === 'function' },
  logger: {
    wanted: 'a pino logger',
    is: (value) => typeof (value as Partial<Logger> | null)?.isLevelEnabled === 'function',
  },
};

/** @throws Misconfigured naming the option */
export function configOf(options: CollectorOptions): CollectorConfig {
  if (typeof options !== 'object' || options === null) throw new Misconfigured('the options must be an object');
  const given = Object.entries(options).filter(([, value]) => value !== undefined);
  for (const [name, value] of given) {
    if (!Object.hasOwn(kinds, name)) throw new Misconfigured(`there is no option "${name}"`);
    const { wanted, is } = fits[kinds[name as keyof CollectorOptions]];
    if (!is(value)) throw new Misconfigured(`${name} must be ${wanted}`);
  }
  for (const name of ['database', 'publicUrl'] as const) {
    if (options[name] === undefined) throw new Misconfigured(`${name} is missing`);
  }
  if (options.log && options.logLevel) throw new Misconfigured('set log or logLevel, not both');
  return readCollectorConfig((name: Setting) => {
    const value = options[name];
    return { name, text: value === undefined ? undefined : String(value) };
  });
}
