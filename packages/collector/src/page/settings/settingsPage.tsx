import type { Child } from 'hono/jsx';
import type { KeptTouchpoint } from '../../store/site.ts';
import { SiteLayout } from '../kit/siteLayout.tsx';
import { ScriptTag, Snippet } from '../kit/snippet.tsx';
import { touchpointPath } from '../kit/touchpointPath.ts';
import { addressOf } from '../kit/view.ts';
import type { Visit } from '../kit/visit.ts';
import type { FormState } from './formPart.tsx';
import { scriptPath } from './previewScripts.ts';
import { SettingsForm } from './settingsForm.tsx';
import { type Said, summaryOf } from './summary.ts';

export interface SettingsPageProps {
  visit: Visit;
  touchpoint: KeptTouchpoint;
  /** `null`: who looks may not change anything. */
  form: FormState | null;
  /** Others that a touchpoint which was only heard could be merged into. */
  others: readonly KeptTouchpoint[];
  /** What just happened. */
  note?: Child;
  /** What was saved meanwhile and what was typed, where they differ. */
  conflict?: readonly { label: string; now: string; typed: string }[];
}

export const pathOf = (key: string) => `/touchpoints/${encodeURIComponent(key)}`;

/** A touchpoint's settings. */
export const SettingsPage = ({ visit, touchpoint, form, others, note, conflict }: SettingsPageProps) => {
  const { view } = visit;
  const words = view.words.settings;
  const path = touchpointPath(touchpoint.key);
  const { title } = touchpoint.settings;
  return (
    <SiteLayout
      visit={visit}
      path={`${path}/settings`}
      title={`${words.title} · ${title}`}
      about={<span>{words.version(view.figures.whole(touchpoint.version))}</span>}
    >
      <p class="crumb">
        <a href={view.link(path)}>
          <bdi>{title}</bdi>
        </a>
      </p>
      <h1>{words.title}</h1>
      {note && (
        <p class="done" role="status">
          {note}
        </p>
      )}
      {touchpoint.confirmed || <Unconfirmed visit={visit} touchpoint={touchpoint} others={others} path={path} />}
      {conflict && <Conflict visit={visit} rows={conflict} version={touchpoint.version} />}
      {form ? (
        <SettingsForm form={form} touchpoint={touchpoint} path={path} />
      ) : (
        <>
          <p class="lead">{words.readOnly}</p>
          <Summary said={summaryOf(view, touchpoint.settings)} />
        </>
      )}
      <section class="after" id="snippet">
        <h2>{words.snippet}</h2>
        <p class="lead">{words.snippetTag}</p>
        <ScriptTag view={view} site={visit.site} />
        <Snippet view={view} touchpoint={touchpoint} />
      </section>
      {form && touchpoint.confirmed && (
        <p class="after">
          <a href={view.link(`${path}/hide`)}>{words.hide}</a>
        </p>
      )}
      {form && <script type="module" src={addressOf(view.publicUrl, scriptPath('live'))}></script>}
    </SiteLayout>
  );
};

const Summary = ({ said }: { said: readonly Said[] }) => (
  <dl class="said">
    {said.map(({ label, text }) => (
      <div>
        <dt>{label}</dt>
        <dd>
          <bdi>{text}</bdi>
        </dd>
      </div>
    ))}
  </dl>
);

type OpenProps = Pick<SettingsPageProps, 'visit' | 'touchpoint' | 'others'> & { path: string };

const Unconfirmed = ({ visit: { view, role }, touchpoint, others, path }: OpenProps) => {
  const words = view.words.settings;
  return (
    <div class="heard">
      <p>{words.heard(touchpoint.key)}</p>
      {role === 'editor' && others.length > 0 && (
        <form action={view.link(`${path}/merge`)}>
          <label>
            {words.mergeInto}
            <select name="into">
              {others.map(({ key, settings }) => (
                <option value={key}>{settings.title}</option>
              ))}
            </select>
          </label>
          {view.kept.lang && <input type="hidden" name="lang" value={view.kept.lang} />}
          <button class="quiet-do" type="submit">
            {words.merge}
          </button>
        </form>
      )}
    </div>
  );
};

interface ConflictProps {
  visit: Visit;
  rows: readonly { label: string; now: string; typed: string }[];
  version: number;
}

const Conflict = ({ visit: { view }, rows, version }: ConflictProps) => {
  const words = view.words.settings;
  return (
    <div class="note" role="alert">
      <p>{words.conflict(view.figures.whole(version))}</p>
      <dl class="said both">
        {rows.map(({ label, now, typed }) => (
          <div>
            <dt>{label}</dt>
            <dd>
              <small>{words.conflictNow}</small>
              <bdi>{now}</bdi>
            </dd>
            <dd>
              <small>{words.conflictTyped}</small>
              <bdi>{typed}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
};
