import { loaderPath } from '@vivencia/contract/endpoint';
import type { Touchpoint } from '../../store/site.ts';
import type { Visit } from '../kit/visit.ts';
import { triggerWords } from './summary.ts';

/** What the web team pastes so that this touchpoint asks. */
export const Snippet = ({ visit: { view, site }, touchpoint }: { visit: Visit; touchpoint: Touchpoint }) => {
  const words = view.words.settings;
  const { triggers } = touchpoint.settings;
  const { key } = touchpoint;
  return (
    <section class="after" id="snippet">
      <h2>{words.snippet}</h2>
      <p class="hint">{words.snippetTag}</p>
      <pre>{`<script async src="${view.publicUrl}${loaderPath(site.publicKey)}"></script>`}</pre>
      {triggers.length > 0 ? (
        <>
          <p class="hint">{words.snippetTriggers}</p>
          <ul>
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
          <p class="hint">{words.snippetAlso}</p>
        </>
      ) : (
        <p class="hint">{words.snippetCall}</p>
      )}
      <pre>{`vivencia('trigger', '${key}', { interaction: 'order-1001' });`}</pre>
      <p class="hint">{words.snippetAttribute}</p>
      <pre>{`<button data-vivencia-touchpoint="${key}">…</button>`}</pre>
    </section>
  );
};
