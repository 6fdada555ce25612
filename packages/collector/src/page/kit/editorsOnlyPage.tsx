import { Layout } from './layout.tsx';
import type { View } from './view.ts';

/** What viewers read where only editors may go. */
export const EditorsOnlyPage = ({ view }: { view: View }) => (
  <Layout view={view} title="Vivencia">
    <main class="in">
      <h1>{view.words.editorsOnlyTitle}</h1>
      <p class="lead">{view.words.editorsOnly}</p>
      <p class="step">
        <a href={view.link('/')}>{view.words.touchpointPage.back}</a>
      </p>
    </main>
  </Layout>
);
