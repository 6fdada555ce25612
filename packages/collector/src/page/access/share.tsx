import type { Context } from 'hono';
import { formFields, rowNumber } from '../kit/formFields.ts';
import { partsOf, sharedPath } from '../kit/sharedPath.ts';
import type { Visit } from '../kit/visit.ts';
import { writtenName } from '../kit/writtenName.ts';
import type { PageSettings } from '../pageSettings.ts';
import { SharePage } from './sharePage.tsx';

/** GET /access/share?page=…: the form. */
export const shareForm = (settings: PageSettings) => async (c: Context, visit: Visit) => {
  const path = await knownPath(settings, visit, sharedPath(c.req.query('page'), false));
  return c.html(<SharePage visit={visit} path={path} />, path === null ? 404 : 200);
};

/** POST /access/share: a link to one page, shown this once. */
export const makeShare = (settings: PageSettings) => async (c: Context, visit: Visit) => {
  const { store, publicUrl } = settings;
  const { page, name: written, comments } = await formFields(c);
  const path = await knownPath(settings, visit, sharedPath(page, comments === '1'));
  if (path === null) return c.html(<SharePage visit={visit} path={null} />, 404);
  const name = writtenName(written);
  if (name === null) return c.html(<SharePage visit={visit} path={path} badName />, 422);
  const { token } = await store.addShare(visit.site.id, name, path);
  return c.html(<SharePage visit={visit} path={path} made={{ name, link: `${publicUrl()}/share/${token}` }} />);
};

/** POST /access/shares/revoke */
export const revokeShare =
  ({ store }: PageSettings) =>
  async (c: Context, visit: Visit) => {
    const { share } = await formFields(c);
    await store.revokeShare(visit.site.id, rowNumber(share));
    return c.redirect(visit.view.link('/access'), 303);
  };

/** The page, if it is there: of a touchpoint that the site does not have there is nothing to share. */
async function knownPath({ store }: PageSettings, { site }: Visit, path: string | null): Promise<string | null> {
  if (path === null) return null;
  const { pathname } = partsOf(path);
  if (pathname === '/') return path;
  const key = pathname.split('/').at(-1) ?? '';
  return (await store.getTouchpoint(site.id, key)) ? path : null;
}
