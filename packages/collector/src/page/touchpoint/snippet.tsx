import type { View } from '../kit/view.ts';

/** What a page says or marks so that this touchpoint asks. Keys hold nothing that would have to be escaped in a script. */
export const Snippet = ({ view, touchpoint }: { view: View; touchpoint: string }) => {
  const words = view.words.touchpointPage;
  return (
    <>
      <p class="lead">{words.snippetLead}</p>
      <pre>{`vivencia('trigger', '${touchpoint}')`}</pre>
      <p class="lead">{words.snippetButton}</p>
      <pre>{`<button data-vivencia-touchpoint="${touchpoint}">…</button>`}</pre>
      <p class="lead">
        <a href={view.link('/install')}>{words.snippetInstall}</a>
      </p>
    </>
  );
};
