import { Layout } from '../kit/layout.tsx';
import type { View } from '../kit/view.ts';

/** A link that was opened too often. */
export const ShareWaitPage = ({ view, seconds }: { view: View; seconds: number }) => (
  <Layout view={view} title="Vivencia">
    <main class="in">
      <h1>{view.words.notNow}</h1>
      <p class="lead">{view.words.access.tooManyLead(seconds)}</p>
    </main>
  </Layout>
);
