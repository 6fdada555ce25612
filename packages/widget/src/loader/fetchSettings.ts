import { settingsPath } from '@vivencia/contract/endpoint';
import type { LoaderSettings } from '@vivencia/contract/loaderSettings';

/** Where a page's own script finds its site. */
export interface Connection {
  /** Public key of the site. */
  site: string;
  /** Base address of the collector. */
  collector: string;
}

/**
 * The settings of a site, with the collector's address as this page knows it, without a slash at its end.
 *
 * @throws string what is wrong: `missing_site` and `missing_collector` before anything is fetched, `unknown_site`,
 * `unreachable` (offline, or refused by the page's policy), `invalid_settings` (whatever else the address answers)
 */
export async function fetchSettings({ site, collector }: Connection): Promise<LoaderSettings> {
  if (!site) throw 'missing_site';
  if (!collector) throw 'missing_collector';
  const base = `${collector}`.replace(/\/+$/, '');
  const answer = await fetch(base + settingsPath(site), { credentials: 'omit' }).catch((problem) => {
    throw `unreachable: ${problem}`;
  });
  if (answer.status === 401) throw 'unknown_site';
  const told = answer.ok && (await answer.json().catch(() => 0));
  if (!told?.touchpoints) throw `invalid_settings: ${answer.status} from ${answer.url}`;
  return { ...told, collector: base };
}
