import type { Child } from 'hono/jsx';
import { LanguageLinks, Layout } from './layout.tsx';
import type { Visit } from './visit.ts';

/** The pages of a site that stand in its menu. */
const menu = [
  { path: '/', name: 'overview' },
  { path: '/install', name: 'install' },
  { path: '/access', name: 'access' },
] as const;

interface SiteLayoutProps {
  visit: Visit;
  /** Path of this page, below the collector's own. */
  path: string;
  title: string;
  /** What stands beside the menu: mostly the period. */
  tools?: Child;
  /** What the figures rest on, in the footer. */
  about?: Child;
  children?: Child;
}

/** A page of a site for people who are signed in: its name and menu above, who they are and the languages below. */
export const SiteLayout = ({ visit, path, title, tools, about, children }: SiteLayoutProps) => {
  const { view, site, name } = visit;
  const { words } = view;
  return (
    <Layout view={view} title={`${title} · Vivencia`}>
      <header class="top">
        <b>
          <a href={view.link('/')}>
            <bdi>{site.name}</bdi>
          </a>
        </b>
        <nav class="menu" aria-label={words.menuLabel}>
          {menu.map((page) => (
            <a href={view.link(page.path)} aria-current={page.path === path ? 'page' : undefined}>
              {words.menu[page.name]}
            </a>
          ))}
        </nav>
        {tools}
      </header>
      <main>{children}</main>
      <footer>
        {about}
        <form method="post" action={view.link('/logout')}>
          {words.signedInAs(name)} ·{' '}
          <button class="link" type="submit">
            {words.signOut}
          </button>
        </form>
        <LanguageLinks view={view} path={path} />
      </footer>
    </Layout>
  );
};
