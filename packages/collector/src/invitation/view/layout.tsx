import { html, raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { HostedVisit } from '../hostedVisit.ts';
import { style } from '../style.ts';

/** A face for the browser's tab, so that it asks for no file. */
const icon =
  "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' fill='none' stroke='%230b6b5a' stroke-width='2' stroke-linecap='round'><circle cx='12' cy='12' r='11' fill='%23d9f0ea' stroke='none'/><path d='M8.7 9.5v.6M15.3 9.5v.6M7.6 13.6c1 2.1 2.6 3.2 4.4 3.2s3.4-1.1 4.4-3.2'/></svg>";

interface LayoutProps {
  visit: HostedVisit;
  title: string;
  children?: Child;
}

/** A whole HTML document around one card. */
export const Layout = ({ visit: { said, siteName }, title, children }: LayoutProps) =>
  html`<!doctype html>${(
    <html lang={said.locale} dir={said.words.dir}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="robots" content="noindex, nofollow" />
        <title>{title}</title>
        <link rel="icon" href={icon} />
        <style>{raw(style)}</style>
      </head>
      <body>
        <main>
          {siteName && (
            <p class="site">
              <bdi>{siteName}</bdi>
            </p>
          )}
          {children}
        </main>
      </body>
    </html>
  )}`;
