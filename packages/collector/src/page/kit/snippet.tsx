import { loaderPath } from '@vivencia/contract/endpoint';
import type { Site, Touchpoint } from '../../store/site.ts';
import { triggerWords } from './triggerWords.ts';
import type { View } from './view.ts';

/** What every page of a site carries once. */
export const ScriptTag = ({ view, site }: { view: View; site: Site }) => (
  <pre>{`<script async src="${view.publicUrl}${loaderPath(site.publicKey)}"></script>`}</pre>
);

/** How a page says that an interaction has ended. Keys hold nothing that would have to be escaped in a script. */
export const triggerCall = (key: string) => `vivencia('trigger', '${key}', { interaction: 'order-1001' });`;

/** What a page marks so that pressing it ends an interaction. */
export const triggerButton = (key: string) => `<button data-vivencia-touchpoint="${key}">…</button>`;

/** How a backend gets a link by which one person is asked. */
const invitationCall = (publicUrl: string, touchpoint: string) =>
  `curl ${publicUrl}/v1/invitations -H 'Authorization: Bearer sk_…' -H 'Content-Type: application/json' \\
  -d '${JSON.stringify({ touchpoint, channel: 'email', interaction: 'order-1001' })}'`;

/** At what a touchpoint asks by itself, and what a page says or marks so that it asks. */
export const Snippet = ({ view, touchpoint: { key, settings } }: { view: View; touchpoint: Touchpoint }) => {
  const words = view.words.settings;
  const { triggers } = settings;
  return (
    <>
      {triggers.length > 0 && (
        <>
          <p class="lead">{words.snippetTriggers}</p>
          <ul class="plainlist">
            {triggers.map((trigger) => (
              <li>
                <bdi>{triggerWords(view, trigger)}</bdi>
              </li>
            ))}
          </ul>
          {triggers.map(
            (trigger) =>
              trigger.on === 'event' && (
                <pre>{`document.dispatchEvent(new CustomEvent(${JSON.stringify(trigger.name)}));`}</pre>
              ),
          )}
        </>
      )}
      <p class="lead">{triggers.length > 0 ? words.snippetAlso : words.snippetCall}</p>
      <pre>{triggerCall(key)}</pre>
      <p class="lead">{words.snippetAttribute}</p>
      <pre>{triggerButton(key)}</pre>
      <p class="lead">{words.snippetInvitation}</p>
      <pre>{invitationCall(view.publicUrl, key)}</pre>
    </>
  );
};
