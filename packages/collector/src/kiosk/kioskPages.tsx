import { createHash } from 'node:crypto';
import { kioskWorkerPath } from '@vivencia/contract/endpoint';
import { type KioskPage, kioskEnded } from '@vivencia/contract/kiosk';
import { type Context, Hono } from 'hono';
import { parseAccept } from 'hono/utils/accept';
import type { SiteLookup } from '../access/siteLookup.ts';
import type { KioskGrant } from '../store/kiosk.ts';
import type { Store } from '../store/store.ts';
import { AskingDocument, EndedDocument } from './documents.tsx';
import { kioskHeaders } from './kioskHeaders.ts';
import { kioskPage, markOf, type Prompts } from './kioskPage.ts';
import { nearestLocale } from './nearestLocale.ts';
import { wordsIn } from './words.ts';

interface KioskParts {
  store: Store;
  lookup: SiteLookup;
  widget: { prompts: Prompts; kiosk: { page: string; worker: string } };
  publicUrl: () => string;
}

/** More languages than anybody reads. */
const mostLanguages = 20;

/** `/k/{token}`: full-screen faces for a tablet. One document has all of it, so that a device keeps all or nothing. */
export function kioskPages({ store, lookup, widget, publicUrl }: KioskParts) {
  const app = new Hono();
  const { page: script, worker } = widget.kiosk;

  app.get(kioskWorkerPath, (c) =>
    c.body(worker, 200, {
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'no-cache',
      'content-security-policy': "default-src 'none'; connect-src 'self'",
    }),
  );

  app.get('/k/:token', async (c) => {
    const kiosk = await lookup.kiosk(c.req.param('token'));
    const touchpoint = kiosk && !kiosk.isRevoked && (await store.getTouchpoint(kiosk.site.id, kiosk.touchpoint));
    if (!touchpoint) return ended(c, kiosk);
    const locale = localeFor(c, kiosk.locale);
    const { words } = widget.prompts.get(locale) as { words: Parameters<typeof kioskPage>[3] };
    const page = kioskPage(kiosk, touchpoint, locale, words);
    const edition = editionOf(page, script);
    return c.html(
      <AskingDocument
        {...{ page, edition, script }}
        dir={words.dir ?? 'ltr'}
        title={page.words.question}
        noScript={wordsIn(locale)[1].noScript}
      />,
      200,
      kioskHeaders(script, publicUrl(), edition),
    );
  });

  /** Unknown, revoked, or its touchpoint is hidden. */
  function ended(c: Context, kiosk: KioskGrant | null) {
    const [locale, words] = wordsIn(localeFor(c, kiosk?.locale ?? null));
    const document = (
      <EndedDocument
        {...{ locale, words, script }}
        title={kiosk ? words.ended : words.unknown}
        lead={kiosk ? words.endedLead : words.unknownLead}
        mark={kiosk ? markOf(kiosk) : 'k'}
      />
    );
    return c.html(document, kiosk ? 410 : 404, kioskHeaders(script, publicUrl(), kioskEnded));
  }

  function localeFor(c: Context, own: string | null): string {
    const accepted = parseAccept((c.req.header('accept-language') ?? '').slice(0, 500)).slice(0, mostLanguages);
    const wanted = [own ?? '', ...accepted.map(({ type }) => type)].filter(Boolean);
    return nearestLocale(wanted, [...widget.prompts.keys()]);
  }

  return app;
}

/** Another one when the page or its script is. */
const editionOf = (page: KioskPage, script: string) =>
  createHash('sha256').update(JSON.stringify(page)).update(script).digest('base64url').slice(0, 22);
