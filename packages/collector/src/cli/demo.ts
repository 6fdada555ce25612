import { Command, Option } from 'commander';
import { addressOf } from '../config.ts';
import { dateOfDay, dayOf } from '../tally/bucket.ts';
import { signInLink } from './access.ts';
import { addDemoSite, clearDemoSites } from './demo/demoSite.ts';
import { recordStory } from './demo/recordStory.ts';
import { type StoryName, stories, storyNames } from './demo/stories/stories.ts';
import { tellStory } from './demo/tellStory.ts';
import { Misused } from './exit.ts';
import { momentOf } from './import/momentOf.ts';
import { withProgress } from './progress.ts';
import { say } from './say.ts';
import { withStore } from './withStore.ts';

const dayMs = 24 * 60 * 60_000;

interface FillFlags {
  data?: string;
  json?: boolean;
  responses: string;
  story: StoryName;
  days: string;
  seed: string;
  until?: string;
}

export function demoCommand(): Command {
  const demo = new Command('demo').description('made-up answers to look at, on a site of their own');
  demo
    .command('fill')
    .description('makes the demo site anew, with a story in its answers')
    .option('--responses <number>', 'answers; those who were asked and did not answer come on top', '5000')
    .addOption(new Option('--story <story>', 'what the answers tell').choices(storyNames).default('checkout'))
    .option('--days <number>', 'how far back they go', '120')
    .option('--until <time>', 'when they end: 2026-11-22T12:00Z (default: now)')
    .option('--seed <number>', 'another one makes other answers', '1')
    .option('--data <folder>', 'folder of the database')
    .option('--json', 'print JSON')
    .action(fill);
  demo
    .command('clear')
    .description('deletes the demo site with all its answers, and nothing else')
    .option('--data <folder>', 'folder of the database')
    .option('--json', 'print JSON')
    .action(clear);
  return demo;
}

async function fill(flags: FillFlags): Promise<void> {
  const answers = wholeNumber('--responses', flags.responses, 0, 10_000_000);
  // What a story says of 60 days would not be in it.
  const days = wholeNumber('--days', flags.days, 60, 1_095);
  const seed = wholeNumber('--seed', flags.seed, 0, 2 ** 31 - 1);
  const until = readUntil(flags.until);
  await withStore(
    flags,
    async (store, config) => {
      const before = await clearDemoSites(store);
      const { site, secretKey } = await addDemoSite(store);
      const from = until - days * dayMs;
      const story = tellStory(stories[flags.story], { answers, seed, from, until, timeZone: site.timeZone });
      const { passed } = await withProgress('demo fill', (progress) => recordStory(store, site.id, story, progress));
      const { token } = await store.addAccess(site.id, 'Demo', 'editor');
      const link = signInLink(addressOf(config), token);
      const filled = { story: flags.story, seed, answers, responses: story.asked, passed, replaced: before.responses };
      const [first, last] = [from, until].map((at) => dateOfDay(dayOf(at, site.timeZone)));
      say(flags.json, { site: site.name, publicKey: site.publicKey, secretKey, link, token, ...filled }, [
        ...(before.sites > 0 ? [`Removed the demo answers of before: ${before.responses} prompts.`] : []),
        `Filled ${site.name}: ${answers} answers of ${story.asked} prompts, ${first} to ${last}.`,
        '',
        `  See what was felt  ${link}   (opens once, where vivencia serve runs)`,
        '  Take it all away   vivencia demo clear',
      ]);
    },
    true,
  );
}

const clear = (flags: { data?: string; json?: boolean }) =>
  withStore(flags, async (store) => {
    const removed = await clearDemoSites(store);
    say(flags.json, removed, [
      removed.sites > 0
        ? `Removed the demo site with ${removed.responses} prompts and what was answered.`
        : 'There are no demo answers.',
    ]);
  });

function wholeNumber(flag: string, text: string, least: number, most: number): number {
  const number = Number(text);
  if (/^\d{1,10}$/.test(text) && number >= least && number <= most) return number;
  throw new Misused(`${flag} must be a whole number from ${least} to ${most}`);
}

function readUntil(text: string | undefined): number {
  if (text === undefined) return Date.now();
  const found = momentOf(text, 'iso', 'UTC');
  if (typeof found === 'object') throw new Misused(`--until ${found.reason}`);
  if (found > Date.now()) throw new Misused('--until must not be in the future');
  return found;
}
