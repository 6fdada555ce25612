import type { Child } from 'hono/jsx';
import { Kept } from './kept.tsx';
import { segmentName, segmentValue } from './segmentWords.ts';
import { addressOf, type View } from './view.ts';

export interface FiltersProps {
  view: View;
  /** Path of the page, below the collector's own. */
  path: string;
  /** All that the site knows, by name. */
  segments: readonly { name: string; value: string }[];
  /** Those of a touchpoint's settings that have answers; without them nothing is asked of versions. */
  versions?: readonly number[];
  /** Whether somebody else has chosen, as in a share: then what is chosen is told, and no more. */
  isFixed?: boolean;
}

/** Of each name: more in one list nobody reads; the address still takes any. */
const mostValues = 50;

/** Which answers are counted: what is chosen, each with a link that drops it, and a form to choose, folded away. */
export const Filters = ({ view, path, segments, versions = [], isFixed = false }: FiltersProps) => {
  const { words, kept } = view;
  const names = words.filter;
  const version = kept.version ?? '';
  if (isFixed) return <Chips view={view} />;
  return (
    <div class="filters">
      <details class="menu">
        <summary>{names.title}</summary>
        <form action={addressOf(view.publicUrl, path)}>
          <label>
            {names.segment}
            <select name="segment">
              <option value="">{names.everybody}</option>
              {grouped(segments, kept.segment).map(([name, values]) => (
                <optgroup label={segmentName(view, name)}>
                  {values.map((value) => (
                    <option value={`${name}:${value}`} selected={kept.segment === `${name}:${value}`}>
                      {segmentValue(view, name, value)}
                    </option>
                  ))}
                </optgroup>
              ))}
            </select>
          </label>
          {versions.length > 0 && (
            <label>
              {names.version}
              <select name="version">
                <option value="">{names.everyVersion}</option>
                {versions.map((each) => (
                  <option value={String(each)} selected={version === String(each)}>
                    {view.figures.whole(each)}
                  </option>
                ))}
              </select>
            </label>
          )}
          <Check name="stratum" value="prompt" view={view}>
            {words.promptAnswers}
          </Check>
          <Check name="compare" value="before" view={view}>
            {names.compare}
          </Check>
          <Kept view={view} but={['segment', 'stratum', 'compare', ...(versions.length > 0 ? ['version'] : [])]} />
          <button class="do" type="submit">
            {words.show}
          </button>
        </form>
      </details>
      <Chips view={view} path={path} />
    </div>
  );
};

const Check = ({ view, name, value, children }: { view: View; name: string; value: string; children?: Child }) => (
  <label class="check">
    <input type="checkbox" name={name} value={value} checked={view.kept[name] === value} />
    <span>{children}</span>
  </label>
);

/** What is chosen now, each with a link that drops it where there is a page to drop it on. */
const Chips = ({ view, path }: { view: View; path?: string }) => {
  const { words, kept } = view;
  const names = words.filter;
  const [name = '', ...value] = (kept.segment ?? '').split(':');
  const chips = [
    kept.segment && ['segment', `${segmentName(view, name)}: ${segmentValue(view, name, value.join(':'))}`],
    kept.version && ['version', `${names.version} ${kept.version}`],
    kept.stratum && ['stratum', words.promptAnswers],
    kept.compare && ['compare', names.compare],
  ].filter((chip): chip is [string, string] => Array.isArray(chip));
  if (chips.length === 0) return null;
  return (
    <ul class="chips" aria-label={names.chosen}>
      {chips.map(([parameter, text]) => (
        <li>
          {path === undefined ? (
            <bdi>{text}</bdi>
          ) : (
            <a href={view.link(path, { [parameter]: undefined })}>
              <span class="hide">{names.drop} </span>
              <bdi>{text}</bdi> <span aria-hidden="true">×</span>
            </a>
          )}
        </li>
      ))}
    </ul>
  );
};

/** By name in their order; the one that is chosen is among them even where the site has not heard of it. */
function grouped(segments: FiltersProps['segments'], chosen = ''): [name: string, values: string[]][] {
  const groups = new Map<string, Set<string>>();
  const add = (name: string, value: string) => groups.set(name, (groups.get(name) ?? new Set()).add(value));
  for (const { name, value } of segments) if ((groups.get(name)?.size ?? 0) < mostValues) add(name, value);
  const colon = chosen.indexOf(':');
  if (colon > 0) add(chosen.slice(0, colon), chosen.slice(colon + 1));
  return [...groups].map(([name, values]) => [name, [...values]]);
}
