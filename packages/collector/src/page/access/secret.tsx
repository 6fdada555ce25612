/** A link that was just made: it is kept nowhere, so this is the only time to copy it. */
export const Secret = ({ title, lead, link }: { title: string; lead: string; link: string }) => (
  <section class="secret" role="status">
    <h2>{title}</h2>
    <pre>{link}</pre>
    <p class="lead">{lead}</p>
  </section>
);
