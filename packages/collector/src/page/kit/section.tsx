import type { Child } from 'hono/jsx';
import type { View } from './view.ts';

interface SectionProps {
  view: View;
  id: string;
  title: string;
  /** Address of its table as a file. */
  csv?: string | undefined;
  /** What it is in the style: `topic`, or `apart` for a list that something can be done with. */
  kind?: 'topic' | 'apart';
  children?: Child;
}

/** A part of a page that answers one question. */
export const Section = ({ view, id, title, csv, kind = 'topic', children }: SectionProps) => {
  const words = view.words.touchpointPage;
  return (
    <section class={kind} aria-labelledby={id}>
      <div class="head">
        <h2 id={id}>{title}</h2>
        {csv && (
          <a href={csv} aria-label={words.csvOf(title)} download="">
            {words.csv}
          </a>
        )}
      </div>
      {children}
    </section>
  );
};
