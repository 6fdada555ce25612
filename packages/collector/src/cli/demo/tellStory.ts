import type { SuppressionReason } from '@vivencia/contract/pass';
import type { AcceptedState } from '../../store/delivery.ts';
import { dayOf } from '../../tally/bucket.ts';
import { answersOfChapters } from './answersOfChapters.ts';
import { Dice } from './dice.ts';
import { drawAsk, drawSuppression } from './drawAsk.ts';
import type { DemoTouchpoint } from './northwind.ts';
import { rhythm } from './rhythm.ts';
import type { Chapter, Story } from './story.ts';

const dayMs = 24 * 60 * 60_000;

/** Somebody was asked, and perhaps somebody else then was not. */
export interface Told {
  /** Milliseconds since 1970. */
  at: number;
  state: AcceptedState;
  suppressed: SuppressionReason | null;
}

export interface Telling {
  /** Whole answers; those who were asked and did not answer come on top. */
  answers: number;
  seed: number;
  /** Milliseconds since 1970; nothing is told of before `from` or of `until` and later. */
  from: number;
  until: number;
  timeZone: string;
}

/** A story as it happened, in order of time: the same telling tells the same. */
export function tellStory(story: Story, telling: Telling): { asked: number; told: Iterable<Told> } {
  const answersOf = answersOfChapters(story, telling.answers);
  const dice = Dice.ofSeed(telling.seed);
  const chapters = (Object.entries(story) as [DemoTouchpoint, Chapter][]).map(([key, chapter]) => {
    const answers = answersOf.get(key) ?? 0;
    const asked = Math.round(answers / chapter.answerRate);
    return { asked, told: tellChapter({ key, chapter, answers, asked, telling, dice: dice.next().value }) };
  });
  const asked = chapters.reduce((sum, chapter) => sum + chapter.asked, 0);
  return { asked, told: inOrderOfTime(chapters.map(({ told }) => told)) };
}

interface ChapterTelling {
  key: DemoTouchpoint;
  chapter: Chapter;
  answers: number;
  asked: number;
  telling: Telling;
  dice: Dice;
}

/** One touchpoint's, spread evenly over the shop's rhythm, so that few are spread over the whole time too. */
function* tellChapter({ key, chapter, answers, asked, telling, dice }: ChapterTelling): Generator<Told> {
  const { from, until, timeZone } = telling;
  const opened = until - (chapter.openedDaysAgo ?? Infinity) * dayMs;
  const momentOf = rhythm(Math.max(from, opened), until, timeZone);
  const lastDay = dayOf(until, timeZone);
  let answersLeft = answers;
  for (let place = 0; place < asked; place++) {
    const at = momentOf((place + dice.share()) / asked);
    // Exactly as many as are wanted answer, and each of those asked is as likely to.
    const isAnswered = dice.chance(answersLeft / (asked - place));
    if (isAnswered) answersLeft--;
    const daysAgo = lastDay - dayOf(at, timeZone);
    const state = drawAsk(dice, { key, chapter, at, daysAgo, answers: isAnswered });
    yield { at, state, suppressed: drawSuppression(dice) };
  }
}

/** Several that are in order each, as one. */
function* inOrderOfTime(sources: Generator<Told>[]): Generator<Told> {
  const heads = sources.flatMap((source) => {
    const first = source.next();
    return first.done ? [] : [{ told: first.value, source }];
  });
  while (heads.length > 0) {
    const earliest = heads.reduce((a, b) => (b.told.at < a.told.at ? b : a));
    yield earliest.told;
    const next = earliest.source.next();
    if (next.done) heads.splice(heads.indexOf(earliest), 1);
    else earliest.told = next.value;
  }
}
