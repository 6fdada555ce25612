import { responseLimits } from '@vivencia/contract/response';
import type { HostedVisit } from '../hostedVisit.ts';
import { isBesideReasons } from '../steps.ts';
import type { StepProps } from './stepProps.ts';

/** What it was about: up to three reasons, and beside them the comment. */
export const ReasonChoices = ({ visit, settings, answer, isMisread }: StepProps) => (
  <>
    {settings.reasons.length > responseLimits.reasons && (
      <p class="hint" role={isMisread ? 'alert' : undefined}>
        {visit.more.upToThree}
      </p>
    )}
    <div class="reasons">
      {settings.reasons.map((reason) => {
        const { text, lang } = visit.said.reason(reason);
        const id = `reason-${reason.key}`;
        return (
          <>
            <input
              type="checkbox"
              id={id}
              name="reasons"
              value={reason.key}
              checked={answer.reasons.includes(reason.key)}
            />
            <label for={id} lang={lang}>
              {text}
            </label>
          </>
        );
      })}
    </div>
    {isBesideReasons(settings) && (
      <>
        <label class="over" for="comment">
          {visit.said.text('comment')}
        </label>
        <CommentField visit={visit} comment={answer.comment} />
      </>
    )}
  </>
);

export const CommentField = ({ visit: { said }, comment }: { visit: HostedVisit; comment: string | null }) => (
  <>
    <textarea
      id="comment"
      name="comment"
      rows={4}
      maxlength={responseLimits.comment}
      aria-label={said.text('comment')}
      aria-describedby="privacy"
      dir="auto"
    >
      {comment ?? ''}
    </textarea>
    <p class="hint" id="privacy">
      {said.words.privacy}
    </p>
  </>
);
