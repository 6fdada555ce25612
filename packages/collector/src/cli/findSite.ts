import type { Site } from '../store/site.ts';
import type { Store } from '../store/store.ts';
import { Failed, Misused } from './exit.ts';

/**
 * The site of a name or public key; without one, the only site there is.
 *
 * @throws Failed, Misused
 */
export async function findSite(store: Store, wanted: string | undefined): Promise<Site> {
  const sites = await store.listSites();
  if (wanted === undefined) {
    const [only] = sites;
    if (!only) throw new Failed('there is no site yet: vivencia site add NAME --origin https://shop.example');
    if (sites.length > 1) throw new Misused(`there are ${sites.length} sites: say which with --site NAME`);
    return only;
  }
  const ofKey = sites.find(({ publicKey }) => publicKey === wanted);
  if (ofKey) return ofKey;
  const found = sites.filter(({ name }) => name === wanted);
  const [site] = found;
  if (!site) throw new Failed(`there is no site "${wanted}"; vivencia site list shows them`);
  if (found.length > 1) throw new Misused(`two sites are called "${wanted}": name its public key`);
  return site;
}
