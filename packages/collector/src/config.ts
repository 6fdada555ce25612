import { readFileSync, type Stats, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { TrustedProxies } from './http/clientAddress.ts';

/** What a collector is told wherever it runs. */
export interface CollectorConfig {
  /** Path of the SQLite file, and what whoever configured it calls that. */
  database: string;
  databaseSetting: string;
  /** What the collector's own secrets are made from; `null`: what stands in a file beside the database. */
  secret: string | null;
  /** Base address that people and pages use, without a slash at its end; `null`: that of host and port. */
  publicUrl: string | null;
  proxies: TrustedProxies;
  logLevel: string;
  /** Deliveries a minute for one network prefix, for one site, and for one touchpoint of it; 0 = no limit. */
  ratePrefix: number;
  rateSite: number;
  rateTouchpoint: number;
  /** Requests a minute of one secret key, deliveries not counted; 0 = no limit. */
  rateKey: number;
  /** What /metrics wants as a bearer token; `null`: nothing. */
  metricsToken: string | null;
}

/** How a collector runs that is a server by itself, read once from the environment. */
export interface Config extends CollectorConfig {
  port: number;
  host: string;
  /** Connections at a time; 0 = no limit. */
  connections: number;
}

/** What may be overridden on the command line. */
export interface ConfigFlags {
  port?: string | undefined;
  /** Folder of the database. */
  data?: string | undefined;
}

/** A setting that cannot be used; its message names it and says what is wanted. */
export class Misconfigured extends Error {
  override name = 'Misconfigured';
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

/** What a setting is called in the environment. */
const variables = {
  database: 'VIVENCIA_DATABASE',
  publicUrl: 'VIVENCIA_PUBLIC_URL',
  trustedProxies: 'VIVENCIA_TRUSTED_PROXIES',
  logLevel: 'VIVENCIA_LOG_LEVEL',
  ratePrefix: 'VIVENCIA_RATE_PREFIX',
  rateSite: 'VIVENCIA_RATE_SITE',
  rateTouchpoint: 'VIVENCIA_RATE_TOUCHPOINT',
  rateKey: 'VIVENCIA_RATE_KEY',
  metricsToken: 'VIVENCIA_METRICS_TOKEN',
  secret: 'VIVENCIA_SECRET',
};

export type Setting = keyof typeof variables;

/** What a setting is called where it was set, and its text; `undefined`: it was not set. */
export type ReadSetting = (setting: Setting) => { name: string; text: string | undefined };

/** @throws Misconfigured */
export function readConfig(environment: NodeJS.ProcessEnv, flags: ConfigFlags = {}): Config {
  const read = (name: string) => settingOf(environment, name);
  if (flags.data === '') throw new Misconfigured('--data must name a folder');
  const named = (setting: Setting) => {
    const name = variables[setting];
    return { name, text: read(name) };
  };
  const inFolder = { name: '--data', text: `${flags.data}/vivencia.db` };
  return {
    port:
      flags.port === undefined
        ? wholeNumber('VIVENCIA_PORT', read('VIVENCIA_PORT') ?? '8787', 65_535)
        : wholeNumber('--port', flags.port, 65_535),
    host: read('VIVENCIA_HOST') ?? '127.0.0.1',
    connections: wholeNumber('VIVENCIA_CONNECTIONS', read('VIVENCIA_CONNECTIONS') ?? '10000', 1e6),
    ...readCollectorConfig((setting) =>
      setting === 'database' && flags.data !== undefined ? inFolder : named(setting),
    ),
  };
}

/** @throws Misconfigured naming the setting as `read` calls it */
export function readCollectorConfig(read: ReadSetting): CollectorConfig {
  const rateOf = (setting: Setting, standard: string) => {
    const { name, text = standard } = read(setting);
    return wholeNumber(name, text, 1e9);
  };
  const rateSite = rateOf('rateSite', '60000');
  return {
    database: database(read('database')),
    databaseSetting: read('database').name,
    publicUrl: publicUrl(read('publicUrl')),
    proxies: trustedProxies(read('trustedProxies')),
    logLevel: oneOf(read('logLevel'), logLevels, 'info'),
    ratePrefix: rateOf('ratePrefix', '1200'),
    rateSite,
    rateTouchpoint: rateOf('rateTouchpoint', halfOf(rateSite)),
    rateKey: rateOf('rateKey', '1200'),
    metricsToken: token(read('metricsToken'), 8),
    secret: token(read('secret'), 32),
  };
}

/** One touchpoint that is stuffed leaves the others of its site as much. */
const halfOf = (rateSite: number) => String(Math.ceil(rateSite / 2));

/** `NAME`, or the contents of the file that `NAME_FILE` names. Empty is absent. */
function settingOf(environment: NodeJS.ProcessEnv, name: string): string | undefined {
  const file = environment[`${name}_FILE`];
  if (!file) return environment[name] || undefined;
  if (environment[name]) throw new Misconfigured(`set ${name} or ${name}_FILE, not both`);
  refuseSpecial(`${name}_FILE`, file);
  let text: string;
  try {
    text = readFileSync(file, 'utf8').trim();
  } catch {
    throw new Misconfigured(`${name}_FILE names a file that cannot be read`);
  }
  // A secret that was lost must not become none.
  if (text === '') throw new Misconfigured(`${name}_FILE names a file with nothing in it`);
  return text;
}

function wholeNumber(name: string, text: string, maximum: number): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number > maximum) {
    throw new Misconfigured(`${name} must be a whole number from 0 to ${maximum}`);
  }
  return number;
}

type Read = ReturnType<ReadSetting>;

function token({ name, text }: Read, length: number): string | null {
  if (text !== undefined && (text.length < length || !/^[\x21-\x7e]+$/.test(text))) {
    throw new Misconfigured(`${name} must be at least ${length} visible ASCII characters`);
  }
  return text ?? null;
}

function oneOf({ name, text }: Read, allowed: readonly string[], standard: string): string {
  if (text === undefined) return standard;
  if (!allowed.includes(text)) throw new Misconfigured(`${name} must be one of ${allowed.join(', ')}`);
  return text;
}

function database({ name, text = 'data/vivencia.db' }: Read): string {
  if (/^postgres(ql)?:\/\//.test(text)) {
    throw new Misconfigured(`${name}: PostgreSQL is a later step; name a SQLite file`);
  }
  const file = resolve(text);
  refuseSpecial(name, file);
  return file;
}

/** Opening a pipe waits for somebody at its other end, for ever. */
function refuseSpecial(name: string, path: string): void {
  let stats: Stats | undefined;
  try {
    stats = statSync(path);
  } catch {
    // Whoever opens it says what is wrong.
  }
  if (stats && !stats.isFile() && !stats.isDirectory()) {
    throw new Misconfigured(`${name} must name a file; it names a pipe, a socket or a device`);
  }
}

function publicUrl({ name, text }: Read): string | null {
  if (text === undefined) return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash || url.username || url.password) {
    throw new Misconfigured(`${name} must be an address like https://feedback.shop.example`);
  }
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}

function trustedProxies({ name, text = '' }: Read): TrustedProxies {
  try {
    return new TrustedProxies(text.split(/[\s,]+/).filter(Boolean));
  } catch (error) {
    throw new Misconfigured(`${name}: ${(error as Error).message}`);
  }
}

/** Address that people open and pages load from, without a slash at its end. */
export const addressOf = ({ publicUrl, host, port }: Pick<Config, 'publicUrl' | 'host' | 'port'>): string =>
  publicUrl ?? `http://${hostInUrl(host)}:${port}`;

/** Where everything is listened to, people still need an address to open. */
const hostInUrl = (host: string) =>
  host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;
