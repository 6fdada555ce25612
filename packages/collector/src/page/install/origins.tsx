import type { Visit } from '../kit/visit.ts';

/** Why an origin was not allowed; the name of what says so. */
export type OriginProblem = 'badOrigin' | 'tooManyOrigins';

interface OriginsProps {
  visit: Visit;
  /** Whether any page was heard of. */
  isHeard: boolean;
}

/** The origins whose pages may deliver; editors allow more. */
export const Origins = ({ visit: { view, site, role }, isHeard }: OriginsProps) => {
  const words = view.words.install;
  return (
    <section class="apart">
      <h2>{words.originsTitle}</h2>
      {site.origins.length === 0 ? (
        <p class="lead">{words.originsNone}</p>
      ) : (
        <ul class="rows">
          {site.origins.map((origin) => (
            <li>
              <div>
                <bdi>{origin}</bdi>
              </div>
              {role === 'editor' && (
                <form method="post" action={view.link('/install/origins/remove')}>
                  <input type="hidden" name="origin" value={origin} />
                  <button class="link" type="submit" aria-label={words.originRemoveFor(origin)}>
                    {words.originRemove}
                  </button>
                </form>
              )}
            </li>
          ))}
        </ul>
      )}
      {role === 'editor' ? (
        <form class="allow" method="post" action={view.link('/install/origins')}>
          <label>
            {words.originLabel}
            <input name="origin" required maxlength={300} autocomplete="off" autocapitalize="none" spellcheck={false} />
          </label>
          <button class="do" type="submit">
            {words.originAdd}
          </button>
        </form>
      ) : (
        <p class="lead">{words.askEditor}</p>
      )}
      {isHeard && (
        <p class="pick">
          <a href={view.link('/install/heard.csv')} download="">
            {words.heardFrom}
          </a>
        </p>
      )}
    </section>
  );
};
