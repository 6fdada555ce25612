import type { Child } from 'hono/jsx';
import type { View } from '../kit/view.ts';

interface SectionProps {
  view: View;
  id: string;
  title: string;
  /** Address of its table as a file. */
  csv?: string | undefined;
  children?: Child;
}

/** A part of the page that answers one question. */
export const Section = ({ view, id, title, csv, children }: SectionProps) => {
  const words = view.words.touchpointPage;
  return (
    <section class="topic" aria-labelledby={id}>
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
