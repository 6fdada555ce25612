import { defaultSettings, keyPattern } from '@vivencia/contract/touchpoint';
import type { Context } from 'hono';
import { settingsSchema } from '../../declare/touchpointSchema.ts';
import type { KeptTouchpoint } from '../../store/site.ts';
import { SiteLayout } from '../kit/siteLayout.tsx';
import { touchpointPath } from '../kit/touchpointPath.ts';
import type { Visit } from '../kit/visit.ts';
import type { PageSettings } from '../pageSettings.ts';
import { type Fields, sentFields } from './fields.ts';
import { type FormState, TextField } from './formPart.tsx';
import type { Problem } from './problems.ts';
import { keyOf } from './readSettings.ts';

/** GET /declare: a touchpoint that nothing has been heard of yet, by its title. */
export const openDeclare = (settings: PageSettings) => async (c: Context, visit: Visit) =>
  c.html(await declarePage(settings, visit, new Map(), []));

/** POST /declare */
export const declare = (settings: PageSettings) => async (c: Context, visit: Visit) => {
  const fields = await sentFields(c);
  const title = fields.get('title') ?? '';
  const read = settingsSchema.shape.title.safeParse(title);
  const key = (fields.get('key') ?? '').trim() || keyOf(title);
  const problems: Problem[] = [];
  if (!read.success) problems.push({ field: 'title', say: (words) => (title ? words.tooLong(80) : words.blank) });
  else if (!keyPattern.test(key)) problems.push({ field: 'key', say: (words) => words.key });
  // Declared, it would count for itself again, which nobody has asked for here.
  else if (await isMerged(settings, visit, key)) problems.push({ field: 'key', say: (words) => words.merged });
  else {
    const standard = { ...defaultSettings(key), title: read.data ?? title };
    const saved = await settings.store.saveTouchpoint(visit.site.id, key, standard, 0);
    if (saved) return c.redirect(visit.view.link(touchpointPath(key, '/settings'), { saved: '1' }), 303);
    problems.push({ field: 'key', say: (words) => words.taken });
  }
  return c.html(await declarePage(settings, visit, fields, problems), 422);
};

async function isMerged({ store }: PageSettings, { site }: Visit, key: string): Promise<boolean> {
  const merged = await store.listMerged(site.id);
  return merged.some((touchpoint) => touchpoint.key === key);
}

async function declarePage({ store, widget }: PageSettings, visit: Visit, fields: Fields, problems: Problem[]) {
  const { view, site } = visit;
  const words = view.words.settings;
  const form: FormState = { view, fields, problems, prompts: widget.prompts };
  const kept = await store.listKeptTouchpoints(site.id);
  const hidden = kept.filter((touchpoint) => touchpoint.hidden && touchpoint.mergedInto === null);
  return (
    <SiteLayout visit={visit} path="/declare" title={words.declare}>
      <h1>{words.declare}</h1>
      <p class="lead">{words.declareLead}</p>
      <form class="small" method="post" action={view.link('/declare')}>
        <TextField form={form} name="title" label={words.titleLabel} placeholder={words.titlePlaceholder} />
        <TextField form={form} name="key" label={words.key} hint={words.keyHint} placeholder={words.keyPlaceholder} />
        <button class="do" type="submit">
          {words.declareDo}
        </button>
      </form>
      {hidden.length > 0 && (
        <section class="after">
          <h2>{words.hiddenOnes}</h2>
          <ul>
            {hidden.map((touchpoint) => (
              <HiddenOne visit={visit} touchpoint={touchpoint} />
            ))}
          </ul>
        </section>
      )}
    </SiteLayout>
  );
}

const HiddenOne = ({
  visit: { view },
  touchpoint: { key, settings },
}: {
  visit: Visit;
  touchpoint: KeptTouchpoint;
}) => (
  <li>
    <form class="inline" method="post" action={view.link(touchpointPath(key, '/show'))}>
      <bdi>{settings.title}</bdi>{' '}
      <button class="link" type="submit">
        {view.words.settings.showAgain}
        <span class="hide"> {settings.title}</span>
      </button>
    </form>
  </li>
);
