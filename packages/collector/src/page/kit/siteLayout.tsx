import type { Child } from 'hono/jsx';
import { LanguageLinks, Layout } from './layout.tsx';
import { isShareable } from './sharedPath.ts';
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
  /** Whether it stands in for a page that there is not. */
  isMissing?: boolean;
  children?: Child;
}

/**
 * A page of a site: its name and menu above, who is signed in and the languages below. Whoever reads by a share has
 * neither a menu nor anything to choose.
 */
export const SiteLayout = ({ visit, path, title, tools, about, isMissing = false, children }: SiteLayoutProps) => {
  const { view, site, share } = visit;
  return (
    <Layout view={view} title={`${title} · Vivencia`}>
      <header class={share ? 'top shared' : 'top'}>
        <b>
          <a href={view.link('/')}>
            <bdi>{site.name}</bdi>
          </a>
        </b>
        {!share && <Menu visit={visit} path={path} />}
        {!share && tools}
      </header>
      <main class={share ? 'shared' : undefined}>{children}</main>
      <footer>
        {about}
        {share ? (
          <span>{view.words.access.sharedPage}</span>
        ) : (
          <Own visit={visit} path={path} canShare={!isMissing && isShareable(path)} />
        )}
        <LanguageLinks view={view} path={path} />
      </footer>
    </Layout>
  );
};

const Menu = ({ visit: { view }, path }: { visit: Visit; path: string }) => (
  <nav class="menu" aria-label={view.words.menuLabel}>
    {menu.map((page) => (
      <a href={view.link(page.path)} aria-current={page.path === path ? 'page' : undefined}>
        {view.words.menu[page.name]}
      </a>
    ))}
  </nav>
);

/** What only who is signed in can do. */
const Own = ({ visit: { view, name, role }, path, canShare }: { visit: Visit; path: string; canShare: boolean }) => (
  <>
    {role === 'editor' && canShare && (
      <a href={view.link('/access/share', { page: `${path}?${new URLSearchParams(view.kept)}` })}>
        {view.words.access.share}
      </a>
    )}
    <form method="post" action={view.link('/logout')}>
      {view.words.signedInAs(name)} ·{' '}
      <button class="link" type="submit">
        {view.words.signOut}
      </button>
    </form>
  </>
);
