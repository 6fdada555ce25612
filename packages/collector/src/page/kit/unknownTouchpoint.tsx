import type { Context } from 'hono';
import type { PageSettings } from '../pageSettings.ts';
import { nearestKeys } from './nearestKeys.ts';
import { SiteLayout } from './siteLayout.tsx';
import { touchpointPath } from './touchpointPath.ts';
import type { Visit } from './visit.ts';

/** Keys are at most 64 long; of what is none, no more is repeated. */
const longestKey = 64;

/** What a mistyped or outdated address leads to: what is called nearly so, and where to go on. */
export async function answerUnknown({ store }: PageSettings, c: Context, visit: Visit, asked: string) {
  const { view, role } = visit;
  const words = view.words.touchpointPage;
  // Whoever reads one shared page is told of no other.
  const nearest = visit.share ? [] : nearestKeys(asked, await store.listTouchpoints(visit.site.id));
  return c.html(
    <SiteLayout visit={visit} path={touchpointPath(asked)} title={words.notFound} isMissing>
      <h1>{words.notFound}</h1>
      <p class="lead">{words.notFoundLead(<bdi>{asked.slice(0, longestKey)}</bdi>)}</p>
      {nearest.length > 0 && (
        <>
          <p class="step">{words.nearest}</p>
          <ul class="plainlist">
            {nearest.map(({ key, settings }) => (
              <li>
                <a href={view.link(touchpointPath(key))}>
                  <bdi>{settings.title}</bdi>
                </a>{' '}
                <small class="beside">{key}</small>
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="step">
        <a href={view.link('/')}>{words.back}</a>
        {role === 'editor' && (
          <>
            {' · '}
            <a href={view.link('/declare')}>{view.words.settings.declare}</a>
          </>
        )}
      </p>
    </SiteLayout>,
    404,
  );
}
