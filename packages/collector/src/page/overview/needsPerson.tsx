import type { StoredComment } from '../../store/comment.ts';
import { Face } from '../kit/faces.tsx';
import { touchpointPath } from '../kit/touchpointPath.ts';
import type { View } from '../kit/view.ts';

interface NeedsPersonProps {
  view: View;
  comments: readonly StoredComment[];
  /** By key. */
  titles: ReadonlyMap<string, string>;
  /** Milliseconds since 1970. */
  now: number;
}

/** The newest words of people who felt bad strongly: somebody may still help them. */
export const NeedsPerson = ({ view, comments, titles, now }: NeedsPersonProps) => {
  const { words, dates } = view;
  return (
    <section aria-labelledby="needs">
      <h2 id="needs">{words.needs.title}</h2>
      <p class="small">{comments.length > 0 ? words.needs.lead : words.needs.none}</p>
      {comments.length > 0 && (
        <ul class="voices">
          {comments.map(({ comment, emotion, touchpoint, at, locale }) => (
            <li>
              {emotion && <Face emotion={emotion} />}
              <p>
                {emotion && <span class="hide">{words.emotion[emotion]}: </span>}
                <q>
                  <bdi lang={languageOf(locale)}>{clipped(comment)}</bdi>
                </q>
              </p>
              <small>
                <a class="to" href={view.link(touchpointPath(touchpoint))}>
                  <bdi>{titles.get(touchpoint) ?? touchpoint}</bdi>
                </a>{' '}
                · <time datetime={new Date(at).toISOString()}>{dates.ago(at, now)}</time>
              </small>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};

const mostLetters = 280;

/** Whole letters, whatever they are made of. */
function clipped(text: string): string {
  const letters = [...text];
  return letters.length > mostLetters ? `${letters.slice(0, mostLetters).join('').trimEnd()}…` : text;
}

/** Screen readers say it in its own language; a tag that is none says nothing. */
function languageOf(locale: string | null): string | undefined {
  try {
    return locale ? Intl.getCanonicalLocales(locale)[0] : undefined;
  } catch {
    return undefined;
  }
}
