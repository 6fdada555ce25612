import { createHash } from 'node:crypto';
import { Hono } from 'hono';
import { isOriginAllowed, originOf } from '../access/origin.ts';
import type { SiteLookup } from '../access/siteLookup.ts';
import { forAnyPage } from '../http/lockedByDefault.ts';
import { Refusal } from '../http/problem.ts';
import type { SiteWatch } from '../observe/siteWatch.ts';
import type { Site } from '../store/site.ts';
import type { Store } from '../store/store.ts';
import type { BuiltWidget } from './builtWidget.ts';
import { loaderSettings, promptSettings } from './loaderSettings.ts';
import { siteScript } from './siteScript.ts';

/** How long a browser may use the loader without asking again: changes of settings reach pages within it. */
const loaderFreshSeconds = 60;

interface AssetParts {
  store: Store;
  lookup: SiteLookup;
  widget: BuiltWidget;
  publicUrl: () => string;
  watch: SiteWatch;
}

/** The widget's files. They run on other people's pages, so they are cross-origin for everybody. */
export function assetRoutes({ store, lookup, widget, publicUrl, watch }: AssetParts) {
  const app = new Hono();

  for (const path of ['/s/*', '/assets/*']) app.use(path, forAnyPage);

  app.get('/s/:file{[^/]*\\.js(on)?}', async (c) => {
    const [, key = '', type] = /^(.*)\.(.*)$/.exec(c.req.param('file')) ?? [];
    const site = await lookup.site(key);
    if (!site) throw new Refusal('unknown_site', 'There is no site with this public key.');
    notice(site, originOf(c.req.header('origin') ?? c.req.header('referer')), watch);
    const [touchpoints, merged] = await Promise.all([store.listTouchpoints(site.id), store.listMerged(site.id)]);
    const settings = loaderSettings(site, touchpoints, publicUrl(), widget.ask, merged);
    const text = type === 'js' ? siteScript(widget, settings) : JSON.stringify(settings);
    const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
    const headers = { 'cache-control': `public, max-age=${loaderFreshSeconds}`, etag };
    const known = c.req.header('if-none-match');
    if (known === '*' || known?.includes(etag)) return c.body(null, 304, headers);
    const mediaType = type === 'js' ? 'text/javascript; charset=utf-8' : 'application/json';
    return c.body(text, 200, { ...headers, 'content-type': mediaType });
  });

  app.get('/s/:site{pk_[0-9a-f]{32}}/:file{.+\\.json}', async (c) => {
    const site = await lookup.site(c.req.param('site'));
    const key = c.req.param('file').slice(0, -'.json'.length);
    // A page that was open when the settings changed gets those of its own version: its answers will name that one.
    const version = Number(c.req.query('v'));
    const settings = site && (await store.settingsOfVersion(site.id, key, version));
    if (!settings) throw new Refusal('not_found', 'There is no such version of a touchpoint.');
    return c.body(JSON.stringify(promptSettings(settings)), 200, {
      'content-type': 'application/json',
      'cache-control': 'public, max-age=31536000, immutable',
    });
  });

  app.get('/assets/:file', (c) => {
    const file = widget.files.get(c.req.param('file'));
    if (file === undefined) throw new Refusal('not_found', 'There is no such file.');
    return c.body(file, 200, {
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
    });
  });

  return app;
}

/** Where a page's own referrer policy tells nobody, its answers will. */
function notice(site: Site, origin: string | null, watch: SiteWatch): void {
  if (origin) watch.saw(site.id, origin, isOriginAllowed(origin, site.origins) ? 'loader' : 'refused');
}
