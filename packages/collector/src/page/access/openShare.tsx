import { type Context, type Handler, Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { ShareGrant } from '../../store/site.ts';
import { keptParameters } from '../kit/chosenAnswers.ts';
import type { Show } from '../kit/forReaders.tsx';
import { choosesFixed, partsOf, readersQuery, sortOf } from '../kit/sharedPath.ts';
import { addressOf, type View, viewOf } from '../kit/view.ts';
import type { Visit } from '../kit/visit.ts';
import type { PageSettings } from '../pageSettings.ts';
import { ShareGonePage } from './shareGonePage.tsx';
import { ShareLimit } from './shareLimit.ts';
import { ShareWaitPage } from './shareWaitPage.tsx';
import { withoutComments } from './withoutComments.ts';

const tokenForm = /^sh_[\w-]{43}$/;

/** What a shared page says beside what all pages say: it takes no form, and no search engine lists it. */
const noForms = (policy: string | null) => policy?.replace("form-action 'self'", "form-action 'none'") ?? '';

/**
 * GET /share/{token}: one page for whoever has the link. It is the page itself, asked for with the filters that were
 * shared; it knows of no session, and no cookie is set.
 *
 * @param shown makes the pages that can be shared, by the patterns of their paths
 */
export function openShare(settings: PageSettings, shown: (settings: PageSettings) => Record<string, Show>): Handler {
  const { store, now, publicUrl } = settings;
  const limit = new ShareLimit(settings.prefixes);
  const whole = pagesOf(shown(settings));
  const wordless = pagesOf(shown({ ...settings, store: withoutComments(store) }));
  const askToWait = (c: Context, seconds: number) => {
    settings.refused?.('too_many_requests');
    return c.html(<ShareWaitPage view={viewOf(c, publicUrl(), [])} seconds={seconds} />, 429, {
      'retry-after': String(seconds),
    });
  };
  return async (c) => {
    c.header('x-robots-tag', 'noindex, nofollow');
    const wait = limit.openFrom(c, now());
    if (wait > 0) return askToWait(c, wait);
    const token = c.req.param('token') ?? '';
    const grant = tokenForm.test(token) ? await store.grantOfShare(token) : null;
    if (!grant) return c.html(<ShareGonePage view={viewOf(c, publicUrl(), [])} />, 404);
    const waitOfShare = limit.openShare(token, now());
    if (waitOfShare > 0) return askToWait(c, waitOfShare);
    const address = addressOf(
      'http://own.invalid',
      partsOf(grant.path).pathname,
      readersQuery(c.req.query(), grant.path),
    );
    const request = new Request(`http://own.invalid${address}`, {
      headers: { 'accept-language': c.req.header('accept-language') ?? '' },
    });
    const visit = (inner: Context) => visitOf(inner, grant, token, publicUrl());
    const made = partsOf(grant.path).comments ? whole : wordless;
    const page = await limit.line.run(
      async () => made.fetch(request, { visit }),
      () => c.req.raw.signal.aborted,
    );
    return c.html(await page.text(), page.status as ContentfulStatusCode);
  };
}

function pagesOf(shown: Record<string, Show>) {
  const pages = new Hono<{ Bindings: { visit: (c: Context) => Visit } }>();
  for (const [path, show] of Object.entries(shown)) pages.get(path, (c) => show(c, c.env.visit(c)));
  pages.onError((error) => {
    throw error;
  });
  return pages;
}

/** A shared page's own policy. */
export const forbidForms = async (c: Context, next: () => Promise<void>) => {
  await next();
  c.res.headers.set('content-security-policy', noForms(c.res.headers.get('content-security-policy')));
};

function visitOf(c: Context, grant: ShareGrant, token: string, publicUrl: string): Visit {
  const { pathname, comments } = partsOf(grant.path);
  const view = { ...viewOf(c, publicUrl, keptParameters), link: linkWithin(c, token, pathname, publicUrl) };
  return { view, site: grant.site, role: 'viewer', name: grant.name, access: null, share: { comments } };
}

/**
 * Links of a shared page lead to itself, or nowhere: an `<a>` without an address is text that could have been a link.
 */
const linkWithin =
  (c: Context, token: string, shared: string, publicUrl: string): View['link'] =>
  (path, parameters = {}) => {
    if (path !== shared || choosesFixed(parameters)) return undefined as unknown as string;
    const { lang, sort } = c.req.query();
    return addressOf(publicUrl, `/share/${token}`, {
      ...(lang && { lang }),
      ...parameters,
      ...sortOf(sort, parameters),
    });
  };
