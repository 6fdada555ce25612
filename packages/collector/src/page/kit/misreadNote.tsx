import type { ChosenAnswers } from './chosenAnswers.ts';
import type { View } from './view.ts';

/** Says what of the address could not be read, and what is shown instead; nothing where all could. */
export const MisreadNote = ({ view: { words }, chosen: { misread } }: { view: View; chosen: ChosenAnswers }) => (
  <>
    {misread.map((what) => (
      <p class="note" role="status">
        {words.misread[what]}
      </p>
    ))}
  </>
);
