import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { TrustedProxies } from './http/clientAddress.ts';

/** How a collector runs, read once from the environment. */
export interface Config {
  port: number;
  host: string;
  /** Path of the SQLite file. */
  database: string;
  /** Base address that people and pages use, without a slash at its end; `null`: that of host and port. */
  publicUrl: string | null;
  proxies: TrustedProxies;
  logLevel: string;
  /** Deliveries a minute for one network prefix, for one site, and for one touchpoint of it; 0 = no limit. */
  ratePrefix: number;
  rateSite: number;
  rateTouchpoint: number;
  /** Connections at a time; 0 = no limit. */
  connections: number;
  /** What /metrics wants as a bearer token; `null`: nothing. */
  metricsToken: string | null;
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

/** @throws Misconfigured */
export function readConfig(environment: NodeJS.ProcessEnv, flags: ConfigFlags = {}): Config {
  const read = (name: string) => settingOf(environment, name);
  const rateSite = wholeNumber('VIVENCIA_RATE_SITE', read('VIVENCIA_RATE_SITE') ?? '60000', 1e9);
  return {
    port: wholeNumber('VIVENCIA_PORT', flags.port ?? read('VIVENCIA_PORT') ?? '8787', 65_535),
    host: read('VIVENCIA_HOST') ?? '127.0.0.1',
    database: database(flags.data, read('VIVENCIA_DATABASE')),
    publicUrl: publicUrl(read('VIVENCIA_PUBLIC_URL')),
    proxies: trustedProxies(read('VIVENCIA_TRUSTED_PROXIES')),
    logLevel: oneOf('VIVENCIA_LOG_LEVEL', read('VIVENCIA_LOG_LEVEL') ?? 'info', logLevels),
    ratePrefix: wholeNumber('VIVENCIA_RATE_PREFIX', read('VIVENCIA_RATE_PREFIX') ?? '1200', 1e9),
    rateSite,
    rateTouchpoint: wholeNumber('VIVENCIA_RATE_TOUCHPOINT', read('VIVENCIA_RATE_TOUCHPOINT') ?? halfOf(rateSite), 1e9),
    connections: wholeNumber('VIVENCIA_CONNECTIONS', read('VIVENCIA_CONNECTIONS') ?? '10000', 1e6),
    metricsToken: token('VIVENCIA_METRICS_TOKEN', read('VIVENCIA_METRICS_TOKEN')),
  };
}

/** One touchpoint that is stuffed leaves the others of its site as much. */
const halfOf = (rateSite: number) => String(Math.ceil(rateSite / 2));

/** `NAME`, or the contents of the file that `NAME_FILE` names. Empty is absent. */
function settingOf(environment: NodeJS.ProcessEnv, name: string): string | undefined {
  const file = environment[`${name}_FILE`];
  if (!file) return environment[name] || undefined;
  if (environment[name]) throw new Misconfigured(`set ${name} or ${name}_FILE, not both`);
  try {
    return readFileSync(file, 'utf8').trim() || undefined;
  } catch {
    throw new Misconfigured(`${name}_FILE names a file that cannot be read`);
  }
}

function wholeNumber(name: string, text: string, maximum: number): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number > maximum) {
    throw new Misconfigured(`${name} must be a whole number from 0 to ${maximum}`);
  }
  return number;
}

function token(name: string, text: string | undefined): string | null {
  if (text !== undefined && !/^[\x21-\x7e]{8,}$/.test(text)) {
    throw new Misconfigured(`${name} must be at least 8 visible ASCII characters`);
  }
  return text ?? null;
}

function oneOf(name: string, text: string, allowed: readonly string[]): string {
  if (!allowed.includes(text)) throw new Misconfigured(`${name} must be one of ${allowed.join(', ')}`);
  return text;
}

function database(folder: string | undefined, file = 'data/vivencia.db'): string {
  if (folder === '') throw new Misconfigured('--data must name a folder');
  const text = folder === undefined ? file : `${folder}/vivencia.db`;
  if (/^postgres(ql)?:\/\//.test(text)) {
    throw new Misconfigured('VIVENCIA_DATABASE: PostgreSQL is a later step; name a SQLite file');
  }
  return resolve(text);
}

function publicUrl(text: string | undefined): string | null {
  if (text === undefined) return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash || url.username) {
    throw new Misconfigured('VIVENCIA_PUBLIC_URL must be an address like https://feedback.shop.example');
  }
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}

function trustedProxies(text = ''): TrustedProxies {
  try {
    return new TrustedProxies(text.split(/[\s,]+/).filter(Boolean));
  } catch (error) {
    throw new Misconfigured(`VIVENCIA_TRUSTED_PROXIES: ${(error as Error).message}`);
  }
}
