import { evaluationBounds } from '@vivencia/contract/scale';
import type { HostedVisit } from '../hostedVisit.ts';
import type { StepProps } from './stepProps.ts';

/** Five circles: a bigger one is a stronger feeling. */
export const StrengthChoices = ({ visit, chosen }: { visit: HostedVisit; chosen: number | null }) => (
  <div class="strengths">
    {visit.said.words.strengths.map((word, place) => {
      const value = place + 1;
      return (
        <button
          name="strength"
          value={String(value)}
          type="submit"
          aria-current={value === chosen ? 'true' : undefined}
        >
          <svg viewBox="0 0 44 44" width="44" height="44" aria-hidden="true">
            <circle cx="22" cy={39.6 - value * 3.4} r={3.4 + value * 3.4} />
          </svg>
          <span>{word}</span>
        </button>
      );
    })}
  </div>
);

/** The numbers of a scale, and what its ends mean. */
export const RatingChoices = ({ visit: { said }, settings, answer }: StepProps) => {
  const scale = settings.evaluation;
  if (!scale) return null;
  const { min, max } = evaluationBounds[scale];
  const { low, high } = said.rating(scale);
  const numbers = Array.from({ length: max - min + 1 }, (_, place) => min + place);
  return (
    <>
      <div class={`ratings ${scale}`}>
        {numbers.map((value) => (
          <button
            name="evaluation"
            value={String(value)}
            type="submit"
            aria-current={value === answer.evaluation?.value ? 'true' : undefined}
            aria-describedby={value === min ? 'low' : value === max ? 'high' : undefined}
          >
            {value}
          </button>
        ))}
      </div>
      <p class="ends">
        <span id="low">{low}</span>
        <span id="high">{high}</span>
      </p>
    </>
  );
};
