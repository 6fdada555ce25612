import { Layout } from '../kit/layout.tsx';
import type { View } from '../kit/view.ts';

/** A link that opens nothing: whether it ever did is nobody's business. */
export const ShareGonePage = ({ view }: { view: View }) => (
  <Layout view={view} title="Vivencia">
    <main class="in">
      <h1>{view.words.access.shareGone}</h1>
      <p class="lead">{view.words.access.shareGoneLead}</p>
    </main>
  </Layout>
);
