import { html, raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { icon } from './icon.ts';
import { languageNames } from './language.ts';
import { style } from './style.ts';
import type { View } from './view.ts';

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
