import { createHash } from 'node:crypto';
import { kioskWorkerPath } from '@vivencia/contract/endpoint';
import { type KioskPage, kioskEnded } from '@vivencia/contract/kiosk';
import { type Context, Hono } from 'hono';
import type { SiteLookup } from '../access/siteLookup.ts';
import type { BuiltWidget } from '../asset/builtWidget.ts';
import { chooseLocale } from '../asset/chooseLocale.ts';
import { Said } from '../asset/said.ts';
import { acceptedTags } from '../http/acceptedTags.ts';
import type { KioskGrant } from '../store/kiosk.ts';
import type { Store } from '../store/store.ts';
import { AskingDocument, EndedDocument } from './documents.tsx';
import { kioskHeaders } from './kioskHeaders.ts';
import { kioskPage, markOf } from './kioskPage.ts';
import { wordsIn } from './words.ts';

interface KioskParts {
  store: Store;
  lookup: SiteLookup;
  widget: Pick<BuiltWidget, 'prompts' | 'kiosk'>;
  publicUrl: () => string;
}

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
    const said = new Said(locale, widget.prompts, touchpoint.settings.wording);
    const page = kioskPage(kiosk, touchpoint, said);
    const edition = editionOf(page, script);
    return c.html(
      <AskingDocument
        {...{ page, edition, script }}
        dir={said.words.dir ?? 'ltr'}
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

  const localeFor = (c: Context, own: string | null): string =>
    chooseLocale([own, ...acceptedTags(c.req.header('accept-language'))], widget.prompts);

  return app;
}

/** Another one when the page or its script is. */
const editionOf = (page: KioskPage, script: string) =>
  createHash('sha256').update(JSON.stringify(page)).update(script).digest('base64url').slice(0, 22);
