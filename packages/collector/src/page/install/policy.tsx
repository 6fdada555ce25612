import type { View } from '../kit/view.ts';

/** What a page's own content security policy has to allow: the script's and the deliveries' address, and no more. */
export const Policy = ({ view }: { view: View }) => {
  const words = view.words.install;
  const { origin } = new URL(view.publicUrl);
  return (
    <details class="more policy">
      <summary>{words.policyTitle}</summary>
      <p>{words.policyLead}</p>
      <pre>{`script-src ${origin}; connect-src ${origin}`}</pre>
      <p>{words.policyMore}</p>
    </details>
  );
};
