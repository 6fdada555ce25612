import type { View } from '../kit/view.ts';

/** What everybody who reads the figures should know of them, and the stratum that late answers do not touch. */
export const AboutFigures = ({ view }: { view: View }) => {
  const { words, kept } = view;
  const isPrompt = kept.stratum === 'prompt';
  const strata = [
    { label: words.allAnswers, stratum: undefined, isChosen: !isPrompt },
    { label: words.promptAnswers, stratum: 'prompt', isChosen: isPrompt },
  ];
  return (
    <>
      <p class="pick">
        {strata.map(({ label, stratum, isChosen }) => (
          <a href={view.link('/', { stratum })} aria-current={isChosen ? 'true' : undefined}>
            {label}
          </a>
        ))}
        <a class="csv" href={view.link('/ranking.csv')}>
          {words.csv.link}
        </a>
      </p>
      <details class="more">
        <summary>{words.aboutTitle}</summary>
        <div id="how-sure">
          {words.about.map((paragraph) => (
            <p>{paragraph}</p>
          ))}
        </div>
      </details>
    </>
  );
};
