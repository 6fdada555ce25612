import type { Context } from 'hono';
import { normalizeOrigin } from '../../access/origin.ts';
import type { Site, SiteSettings } from '../../store/site.ts';
import { formFields } from '../kit/formFields.ts';
import type { Visit } from '../kit/visit.ts';
import type { PageSettings } from '../pageSettings.ts';
import { showInstall } from './install.tsx';

/** As many as the API takes. */
const mostOrigins = 50;
const longestOrigin = 300;

/** POST /install/origins: pages of one more origin may deliver. */
export const addOrigin = (settings: PageSettings) => async (c: Context, visit: Visit) => {
  const { origin: written = '' } = await formFields(c);
  const origin = written.length <= longestOrigin ? normalizeOrigin(written.trim()) : null;
  if (origin === null) return showInstall(c, visit, settings, 'badOrigin');
  const { origins } = visit.site;
  if (origins.length >= mostOrigins) return showInstall(c, visit, settings, 'tooManyOrigins');
  if (!origins.includes(origin)) await putOrigins(settings, visit.site, [...origins, origin]);
  return c.redirect(visit.view.link('/install'), 303);
};

/** POST /install/origins/remove */
export const removeOrigin = (settings: PageSettings) => async (c: Context, visit: Visit) => {
  const { origin } = await formFields(c);
  const { origins } = visit.site;
  if (origin && origins.includes(origin)) {
    const others = origins.filter((entry) => entry !== origin);
    await putOrigins(settings, visit.site, others);
  }
  return c.redirect(visit.view.link('/install'), 303);
};

const putOrigins = ({ store }: PageSettings, { id, publicKey: _, ...settings }: Site, origins: string[]) =>
  store.putSite(id, { ...settings, origins } satisfies SiteSettings);
