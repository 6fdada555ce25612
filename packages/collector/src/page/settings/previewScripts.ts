import { createHash } from 'node:crypto';

/*
 * The only scripts of these pages; without them everything works but the live preview. They are served as they stand
 * here. Neither touches markup as text, so that Trusted Types have nothing to say.
 */

/** On the settings page: sends what is typed, unsaved, and hands what comes of it to the frame. */
const live = `
const form = document.querySelector('form.settings');
const frame = form.querySelector('iframe');
const status = form.querySelector('[role=status]');
let timer;
let turn = 0;
async function show() {
  const mine = ++turn;
  try {
    const body = new URLSearchParams(new FormData(form));
    const answer = await fetch(form.dataset.preview, { method: 'POST', body });
    const { note, prompt } = await answer.json();
    if (mine !== turn) return;
    status.textContent = note;
    if (prompt) frame.contentWindow.postMessage(prompt, '*');
  } catch {
    if (mine === turn) status.textContent = form.dataset.offline;
  }
}
form.addEventListener('input', () => {
  clearTimeout(timer);
  timer = setTimeout(show, 250);
});
frame.addEventListener('load', show);
show();
`;

/** In the frame: shows the site's real prompt. What becomes of it goes nowhere. */
const framed = `
const { dataset } = document.querySelector('main');
const files = JSON.parse(dataset.files);
let { settings, locale } = JSON.parse(dataset.prompt);
let page = {};
let turn = 0;
const nothing = () => {};
async function show() {
  const mine = ++turn;
  const { prepare } = await import(files[locale]);
  if (mine !== turn) return;
  page.dismiss?.(true);
  page = { settings: {}, test: true, consent: true, tell: nothing };
  const told = { tell: nothing, suppress: nothing, asked: nothing, remember: nothing, deliver: nothing };
  prepare(settings)({ ...told, page, touchpoint: 'preview', at: performance.now() });
}
addEventListener('message', ({ source, data }) => {
  if (source !== parent || parent === window) return;
  ({ settings, locale } = data);
  show();
});
document.querySelector('button').addEventListener('click', show);
show();
`;

const sources = { live, framed };

const named = Object.entries(sources).map(([name, source]) => {
  const hash = createHash('sha256').update(source).digest('hex').slice(0, 8);
  return [name, `${name}.${hash}.js`, source] as const;
});

/** Their sources by file name. */
export const scripts: ReadonlyMap<string, string> = new Map(named.map(([, file, source]) => [file, source]));

/** Path of a script, below the collector's own. */
export const scriptPath = (name: keyof typeof sources) =>
  `/scripts/${named.find(([known]) => known === name)?.[1] ?? ''}`;
