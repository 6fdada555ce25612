import type { KioskPage } from '@vivencia/contract/kiosk';
import { html, raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { words as all } from './words.ts';

/** A face for the browser's tab, so that it asks for no file. */
const icon =
  "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' fill='none' stroke='%230b6b5a' stroke-width='2' stroke-linecap='round'><circle cx='12' cy='12' r='11' fill='%23d9f0ea' stroke='none'/><path d='M8.7 9.5v.6M15.3 9.5v.6M7.6 13.6c1 2.1 2.6 3.2 4.4 3.2s3.4-1.1 4.4-3.2'/></svg>";

interface DocumentProps {
  locale: string;
  dir?: string;
  title: string;
  script: string;
  children?: Child;
}

const Document = ({ locale, dir = 'ltr', title, script, children }: DocumentProps) =>
  html`<!doctype html>${(
    <html lang={locale} dir={dir}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="color-scheme" content="light dark" />
        <meta name="mobile-web-app-capable" content="yes" />
        <title>{title}</title>
        <link rel="icon" href={icon} />
      </head>
      <body>
        {children}
        <script type="module">{raw(script)}</script>
      </body>
    </html>
  )}`;

interface AskingProps {
  page: KioskPage;
  edition: string;
  dir: string;
  title: string;
  script: string;
  noScript: string;
}

/** The question; the script draws it. */
export const AskingDocument = ({ page, edition, noScript, ...document }: AskingProps) => (
  <Document locale={page.locale} {...document}>
    <main data-kiosk={JSON.stringify(page)} data-edition={edition}></main>
    <noscript>
      <p>{noScript}</p>
    </noscript>
  </Document>
);

interface EndedProps {
  locale: string;
  title: string;
  lead: string;
  /** Of what may wait on the device; its beginning where nothing else is known. */
  mark: string;
  words: (typeof all)[string];
  script: string;
}

/** Why nothing is asked; the script says how many answers wait on the device. */
export const EndedDocument = ({ lead, mark, words, ...document }: EndedProps) => (
  <Document {...document}>
    <main data-ended={mark} data-one={words.oneWaits} data-many={words.manyWait}>
      <h1>{document.title}</h1>
      <p>{lead}</p>
      <p role="status"></p>
    </main>
  </Document>
);
