import { defaultSite } from '../../api/siteSchema.ts';
import type { Site } from '../../store/site.ts';
import type { Store } from '../../store/store.ts';
import { Failed } from '../exit.ts';
import { declaredTouchpoints } from './northwind.ts';

const name = 'Northwind Shop (demo answers)';

/**
 * What makes a site one of demo answers. Anybody may call a site "demo", but nobody can have a page at a name below
 * `.invalid` (RFC 2606), so no real site has this origin, and no page can deliver real answers to this one. It is kept
 * in backups too, and whoever wants to keep the site takes this origin from it.
 */
const mark = 'https://demo-answers.vivencia.invalid';

const timeZone = 'Europe/Madrid';

/** Adds the site of the demo answers, with its touchpoints. @throws Failed where a site of another's has its name */
export async function addDemoSite(store: Store): Promise<{ site: Site; secretKey: string }> {
  if ((await store.listSites()).some((site) => site.name === name)) {
    throw new Failed(`there is a site "${name}" that demo fill did not make: give it another name first`);
  }
  const added = await store.addSite({ ...defaultSite(name), origins: [mark], timeZone });
  for (const [key, settings] of declaredTouchpoints) await store.putTouchpoint(added.site.id, key, settings);
  return added;
}

/** Removes the sites of demo answers with all that they have, and no other; how many responses they had. */
export async function clearDemoSites(store: Store): Promise<{ sites: number; responses: number }> {
  const marked = (await store.listSites()).filter(({ origins }) => origins.includes(mark));
  let responses = 0;
  for (const { id } of marked) {
    responses += await store.countResponses(id);
    await store.removeSite(id);
  }
  return { sites: marked.length, responses };
}
