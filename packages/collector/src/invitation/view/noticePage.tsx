import type { HostedVisit } from '../hostedVisit.ts';
import type { Notice } from '../pageWords.ts';
import { Layout } from './layout.tsx';

/** Why nothing is asked. */
export const NoticePage = ({ visit, notice: [title, lead] }: { visit: HostedVisit; notice: Notice }) => (
  <Layout visit={visit} title={title}>
    <div class="notice">
      <h1>{title}</h1>
      <p>{lead}</p>
    </div>
  </Layout>
);
