import type { View } from './view.ts';

/** What a form's own fields do not say, and its page's address does. */
export const Kept = ({ view, but }: { view: View; but: readonly string[] }) => (
  <>
    {Object.entries({ ...view.kept, ...view.own })
      .filter(([name]) => !but.includes(name))
      .map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
  </>
);
