import { touchpointLimits as limits } from '@vivencia/contract/touchpoint';
import type { Context } from 'hono';
import type { KeptTouchpoint } from '../../store/site.ts';
import { touchpointPath } from '../kit/touchpointPath.ts';
import { answerUnknown } from '../kit/unknownTouchpoint.tsx';
import type { Visit } from '../kit/visit.ts';
import type { PageSettings } from '../pageSettings.ts';
import { type Fields, fieldsOf, localesOf, sentFields } from './fields.ts';
import type { Problem } from './problems.ts';
import { readSettings, saysTheSame } from './readSettings.ts';
import { SettingsPage, type SettingsPageProps } from './settingsPage.tsx';
import { summaryOf } from './summary.ts';

/** GET /touchpoints/{key}/settings: a form for editors, the same to read for viewers. */
export const openSettings =
  (settings: PageSettings) =>
  async (c: Context, visit: Visit): Promise<Response> => {
    const asked = c.req.param('key') ?? '';
    const kept = await settings.store.listKeptTouchpoints(visit.site.id);
    const touchpoint = kept.find(({ key }) => key === asked);
    if (!touchpoint) return answerUnknown(settings, c, visit, asked);
    const { view } = visit;
    if (touchpoint.mergedInto !== null) {
      const merged = touchpoint.key;
      return c.redirect(view.link(touchpointPath(touchpoint.mergedInto, '/settings'), { merged }), 303);
    }
    if (touchpoint.hidden) return c.redirect(view.link(touchpointPath(touchpoint.key, '/hide')), 303);
    const show = shower(c, visit, settings, kept);
    return show(touchpoint, { fields: fieldsOf(touchpoint.settings), note: noteOf(c, visit, touchpoint, kept) });
  };

/** What just happened, if the address says so and it is true. */
function noteOf(
  c: Context,
  { view }: Visit,
  { key, version, settings }: KeptTouchpoint,
  kept: readonly KeptTouchpoint[],
) {
  const words = view.words.settings;
  if (c.req.query('saved') === String(version)) return words.saved(view.figures.whole(version));
  const merged = kept.find((other) => other.mergedInto === key && other.key === c.req.query('merged'));
  return merged ? words.merged(<bdi>{merged.key}</bdi>, <bdi>{settings.title}</bdi>) : undefined;
}

/** POST /touchpoints/{key}/settings: saves, or shows the form again with what was typed. */
export const saveSettings =
  (settings: PageSettings) =>
  async (c: Context, visit: Visit): Promise<Response> => {
    const { store } = settings;
    const { view, site } = visit;
    const asked = c.req.param('key') ?? '';
    const kept = await store.listKeptTouchpoints(site.id);
    const touchpoint = kept.find(({ key, mergedInto }) => key === asked && mergedInto === null);
    if (!touchpoint) return answerUnknown(settings, c, visit, asked);
    const show = shower(c, visit, settings, kept);
    const fields = await sentFields(c);
    const more = withMore(fields);
    if (more) return show(touchpoint, { fields: more });

    const read = readSettings(touchpoint.key, fields);
    if (read.problems) return show(touchpoint, { fields, problems: read.problems }, 422);
    const base = Number(fields.get('base'));
    const isSame = touchpoint.confirmed && !touchpoint.hidden && saysTheSame(read.settings, touchpoint.settings);
    const saved = isSame ? touchpoint : await store.saveTouchpoint(site.id, touchpoint.key, read.settings, base);
    if (saved)
      return c.redirect(view.link(touchpointPath(saved.key, '/settings'), { saved: String(saved.version) }), 303);

    // Read again: what is there now is what has come in between.
    const now = (await store.listKeptTouchpoints(site.id)).find(({ key }) => key === touchpoint.key) ?? touchpoint;
    const typed = summaryOf(view, read.settings);
    const conflict = summaryOf(view, now.settings).flatMap(({ label, text }, place) => {
      const mine = typed[place]?.text ?? '';
      return mine === text ? [] : [{ label, now: text, typed: mine }];
    });
    return show(now, { fields, conflict }, 409);
  };

interface Shown extends Pick<SettingsPageProps, 'note' | 'conflict'> {
  fields: Fields;
  problems?: Problem[];
}

const shower =
  (c: Context, visit: Visit, { widget }: PageSettings, kept: readonly KeptTouchpoint[]) =>
  (touchpoint: KeptTouchpoint, { fields, problems = [], note, conflict }: Shown, status: 200 | 409 | 422 = 200) => {
    const form = { view: visit.view, fields, problems, prompts: widget.prompts };
    const others = kept.filter(
      ({ key, hidden, mergedInto }) => key !== touchpoint.key && !hidden && mergedInto === null,
    );
    return c.html(
      <SettingsPage
        visit={visit}
        touchpoint={touchpoint}
        form={visit.role === 'editor' ? form : null}
        others={others}
        note={note}
        {...(conflict && { conflict })}
      />,
      status,
    );
  };

/** What was typed with one more row or language, where that is what was asked for. */
function withMore(fields: Fields): Fields | null {
  const more = new Map(fields);
  switch (fields.get('do')) {
    // The row that was free is one of those that were sent.
    case 'addTrigger':
    case 'addReason':
      return more;
    case 'addLocale': {
      const locales = [...localesOf(fields), fields.get('locale') ?? ''].slice(0, limits.locales);
      return more.set('locales', locales.join(' '));
    }
    default:
      return null;
  }
}
