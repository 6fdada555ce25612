import { assetsPath } from '@vivencia/contract/endpoint';
import type { Context } from 'hono';
import { Layout } from '../kit/layout.tsx';
import { answerUnknown } from '../kit/unknownTouchpoint.tsx';
import { addressOf } from '../kit/view.ts';
import type { Visit } from '../kit/visit.ts';
import type { PageSettings } from '../pageSettings.ts';
import { type Fields, fieldsOf, sentFields } from './fields.ts';
import { scriptPath, scripts } from './previewScripts.ts';
import { previewLocaleOf, promptSettingsOf } from './promptPreview.ts';
import { readSettings, saysTheSame } from './readSettings.ts';

/** GET /touchpoints/{key}/preview: the prompt of the saved settings, by the real bundle. Nothing of it is sent. */
export const openPreview = (settings: PageSettings) => async (c: Context, visit: Visit) => {
  const { store, widget } = settings;
  const { view, site } = visit;
  const key = c.req.param('key') ?? '';
  const touchpoint = await store.getTouchpoint(site.id, key);
  if (!touchpoint) return answerUnknown(settings, c, visit, key);
  const words = view.words.settings;
  const locale = previewLocaleOf(c.req.query('locale'), view.language, widget.prompts);
  const prompt = { settings: promptSettingsOf(touchpoint.settings), locale };
  const files = [...widget.prompts].map(([name, { file }]) => [
    name,
    addressOf(view.publicUrl, `${assetsPath}/${file}`),
  ]);
  return c.html(
    <Layout view={view} title={`${words.preview} · Vivencia`}>
      <main class="host" data-prompt={JSON.stringify(prompt)} data-files={JSON.stringify(Object.fromEntries(files))}>
        <h1 class="hide">{words.preview}</h1>
        <p aria-hidden="true">
          <i></i>
          <i></i>
          <i></i>
        </p>
        <button class="quiet-do" type="button">
          {words.previewAgain}
        </button>
        <noscript>
          <p class="hint">{words.previewNeedsScript}</p>
        </noscript>
      </main>
      <script type="module" src={addressOf(view.publicUrl, scriptPath('framed'))}></script>
    </Layout>,
  );
};

const promptField = /^(emotions?|strength|comment|evaluation|reasons?|wording|locales|position)(\.|$)/;

/** What is typed of the prompt itself: whatever else may be wrong does not keep it from being seen. */
const onlyPromptFields = (typed: Fields, saved: Fields): Fields =>
  new Map([
    ...[...saved].filter(([name]) => !promptField.test(name)),
    ...[...typed].filter(([name]) => promptField.test(name)),
  ]);

/** POST /touchpoints/{key}/preview: what the prompt would be if what is typed were saved. Nothing is saved. */
export const typedPreview =
  ({ store, widget }: PageSettings) =>
  async (c: Context, { view, site }: Visit) => {
    const saved = await store.getTouchpoint(site.id, c.req.param('key') ?? '');
    if (!saved) return c.notFound();
    const typed = await sentFields(c);
    const words = view.words.settings;
    const read = readSettings(saved.key, onlyPromptFields(typed, fieldsOf(saved.settings)));
    if (read.problems) return c.json({ note: words.previewWaits(read.problems.length) });
    const locale = previewLocaleOf(typed.get('previewLocale'), view.language, widget.prompts);
    const note = saysTheSame(read.settings, saved.settings) ? words.previewLead : words.previewTyped;
    return c.json({ note, prompt: { settings: promptSettingsOf(read.settings), locale } });
  };

/** GET /scripts/{name}.{hash}.js: public, and never another text under the same name. */
export const openScript = (c: Context) => {
  const source = scripts.get(c.req.param('file') ?? '');
  if (source === undefined) return c.notFound();
  return c.body(source, 200, {
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
  });
};
