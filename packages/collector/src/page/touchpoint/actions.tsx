import type { Action } from '../../store/action.ts';
import { dateOfDay } from '../../tally/bucket.ts';
import { touchpointPath } from '../kit/touchpointPath.ts';
import type { Visit } from '../kit/visit.ts';
import { longestAction, type RefusedAction } from './refusedAction.ts';

interface ActionsProps {
  visit: Visit;
  touchpoint: string;
  actions: readonly Action[];
  /** Local date of the site. */
  today: string;
  refused: RefusedAction | undefined;
}

/** What was changed here and when, numbered as on the chart; editors note down more. */
export const Actions = ({ visit, touchpoint, actions, today, refused }: ActionsProps) => {
  const { view, role } = visit;
  const words = view.words.touchpointPage;
  const isEditor = role === 'editor';
  if (actions.length === 0 && !isEditor) return null;
  return (
    <div id="actions" class="actions">
      {actions.length > 0 && <h3>{words.actions}</h3>}
      {actions.length > 0 && (
        <ol>
          {actions.map(({ id, day, text, author }) => (
            <li>
              <span>
                <time datetime={dateOfDay(day)}>{view.dates.date(dateOfDay(day))}</time> <bdi>{text}</bdi>{' '}
                <small class="beside">{words.actionBy(author)}</small>
              </span>
              {isEditor && (
                <form method="post" action={view.link(touchpointPath(touchpoint, '/actions/remove'))}>
                  <input type="hidden" name="action" value={String(id)} />
                  <button class="link" type="submit" aria-label={`${words.actionRemove}: ${text}`}>
                    {words.actionRemove}
                  </button>
                </form>
              )}
            </li>
          ))}
        </ol>
      )}
      {isEditor && (
        <details class="more" open={refused !== undefined}>
          <summary>{words.addAction}</summary>
          {actions.length === 0 && <p>{words.noActions}</p>}
          {refused && (
            <p class="note" role="alert">
              {refused.wrong === 'day' ? words.actionWrongDay : words.actionWrongText}
            </p>
          )}
          <form class="noting" method="post" action={view.link(touchpointPath(touchpoint, '/actions'))}>
            <label>
              {words.actionDay}
              <input type="date" name="day" required max={today} value={refused?.day ?? today} />
            </label>
            <label class="wide">
              {words.actionText}
              <input name="text" required maxlength={longestAction} value={refused?.text ?? ''} />
            </label>
            <button class="do" type="submit">
              {words.actionSave}
            </button>
          </form>
        </details>
      )}
    </div>
  );
};
