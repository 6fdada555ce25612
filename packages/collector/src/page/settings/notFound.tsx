import type { Context } from 'hono';
import { SiteLayout } from '../kit/siteLayout.tsx';
import type { Visit } from '../kit/visit.ts';

/** Where there is no such touchpoint: says so, and where to go on. */
export const notFound = (c: Context, visit: Visit) => {
  const { view } = visit;
  const words = view.words.settings;
  return c.html(
    <SiteLayout visit={visit} path="" title={words.unknown}>
      <h1>{words.unknown}</h1>
      <p class="lead">{words.unknownLead}</p>
      <p class="after">
        <a href={view.link('/')}>{view.words.menu.overview}</a> · <a href={view.link('/declare')}>{words.declare}</a>
      </p>
    </SiteLayout>,
    404,
  );
};
