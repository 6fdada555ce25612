import { html, raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { languageNames } from './language.ts';
import { style } from './style.ts';
import type { View } from './view.ts';

/** A face for the browser's tab, so that it asks for no file. */
const icon =
  "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' fill='none' stroke='%230b6b5a' stroke-width='2' stroke-linecap='round'><circle cx='12' cy='12' r='11' fill='%23d9f0ea' stroke='none'/><path d='M8.7 9.5v.6M15.3 9.5v.6M7.6 13.6c1 2.1 2.6 3.2 4.4 3.2s3.4-1.1 4.4-3.2'/></svg>";

interface LayoutProps {
  view: View;
  title: string;
  children?: Child;
}

/** A whole HTML document around a page's header, main and footer. */
export const Layout = ({ view, title, children }: LayoutProps) =>
  html`<!doctype html>${(
    <html lang={view.language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{title}</title>
        <link rel="icon" href={icon} />
        <style>{raw(style)}</style>
      </head>
      <body>{children}</body>
    </html>
  )}`;

/** The pages' languages, as links to the same page. */
export const LanguageLinks = ({ view, path }: { view: View; path: string }) => (
  <span class="pick">
    {Object.entries(languageNames).map(([language, name]) => (
      <a
        href={view.link(path, { lang: language })}
        lang={language}
        hreflang={language}
        aria-current={view.language.startsWith(language) ? 'true' : undefined}
      >
        {name}
      </a>
    ))}
  </span>
);
