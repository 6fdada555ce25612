import type { keptParameters } from './chosenAnswers.ts';
import type { View } from './view.ts';

/** What a form's own fields do not say, and its page's address does. */
export const Kept = ({ view, but }: { view: View; but: readonly (typeof keptParameters)[number][] }) => (
  <>
    {Object.entries(view.kept)
      .filter(([name]) => !(but as readonly string[]).includes(name))
      .map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
  </>
);
