import type { KioskEntry } from '../../store/kiosk.ts';
import { touchpointPath } from '../kit/touchpointPath.ts';
import type { Visit } from '../kit/visit.ts';

/** A kiosk with what people call its touchpoint. */
export interface NamedKiosk extends KioskEntry {
  title: string;
}

/** The tablets that ask, and how to end one; nothing where there is none. */
export const Kiosks = ({ visit: { view, site, role }, kiosks }: { visit: Visit; kiosks: NamedKiosk[] }) => {
  const words = view.words.install;
  if (kiosks.length === 0) return null;
  return (
    <section class="apart">
      <h2>{words.kiosksTitle}</h2>
      <ul class="rows">
        {kiosks.map(({ id, name, touchpoint, title, createdAt }) => (
          <li>
            <div>
              <b>
                <bdi>{name}</bdi>
              </b>
              <small>
                <a href={view.link(touchpointPath(touchpoint))}>
                  <bdi>{title}</bdi>
                </a>
                , {words.kioskSince(view.dates.dateOf(createdAt, site.timeZone))}
              </small>
            </div>
            {role === 'editor' && <code>vivencia kiosk revoke {id}</code>}
          </li>
        ))}
      </ul>
      {role === 'editor' && <p class="lead">{words.kioskEnd}</p>}
    </section>
  );
};
