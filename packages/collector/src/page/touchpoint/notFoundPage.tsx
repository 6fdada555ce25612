import type { Touchpoint } from '../../store/site.ts';
import { nearestKeys } from '../kit/nearestKeys.ts';
import { SiteLayout } from '../kit/siteLayout.tsx';
import { touchpointPath } from '../kit/touchpointPath.ts';
import type { Visit } from '../kit/visit.ts';

interface NotFoundProps {
  visit: Visit;
  /** What was asked for. */
  asked: string;
  touchpoints: Touchpoint[];
}

/** Keys are at most 64 long; of what is none, no more is repeated. */
const longestKey = 64;

/** What a mistyped or outdated address leads to. */
export const NotFoundPage = ({ visit, asked, touchpoints }: NotFoundProps) => {
  const { view } = visit;
  const words = view.words.touchpointPage;
  const nearest = nearestKeys(asked, touchpoints);
  return (
    <SiteLayout visit={visit} path={touchpointPath(asked)} title={words.notFound} isMissing>
      <h1>{words.notFound}</h1>
      <p class="lead">{words.notFoundLead(<bdi>{asked.slice(0, longestKey)}</bdi>)}</p>
      {nearest.length > 0 && (
        <>
          <p class="step">{words.nearest}</p>
          <ul class="plainlist">
            {nearest.map((each) => (
              <li>
                <a href={view.link(touchpointPath(each.key))}>
                  <bdi>{each.settings.title}</bdi>
                </a>{' '}
                <small class="beside">{each.key}</small>
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="step">
        <a href={view.link('/')}>{words.back}</a>
      </p>
    </SiteLayout>
  );
};
