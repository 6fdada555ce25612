import { defaultSettings, type Stage } from '@vivencia/contract/touchpoint';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { delivery, noon } from '../../support/delivery.ts';
import { headlineOf, read } from './readPage.ts';
import { type TestPages, testPages } from './testPages.ts';

let tested: TestPages;
beforeEach(async () => {
  tested = await testPages();
});
afterEach(() => tested.remove());

const declare = (key: string, stage: Stage | null, title?: string) =>
  tested.store.putTouchpoint(tested.site.id, key, { ...defaultSettings(key), stage, ...(title ? { title } : {}) });
const stopsOf = (page: string) =>
  [...(/<ol class="stops">(.*?)<\/ol>/s.exec(page)?.[1] ?? '').matchAll(/<bdi>(.*?)<\/bdi>/g)].map(
    ([, title]) => title,
  );
const chartOf = (page: string) => /<svg class="way".*?<\/svg>/s.exec(page)?.[0] ?? '';

describe('the emotional journey', () => {
  beforeEach(async () => {
    await declare('checkout', 'during');
    await declare('visit', 'before');
    await declare('search', 'before');
    await declare('chat', 'after');
    await tested.answer(40, 'frustrated', 4);
    await tested.answer(10, 'happy', 2, { touchpoint: 'visit' });
    await tested.answer(10, 'relieved', 3, { touchpoint: 'chat' });
    await tested.answer(6, 'calm', 1, { touchpoint: 'unplaced' });
  });

  it('goes from before to after, with blind spots, what has no stage at its end', async () => {
    const page = await tested.page();
    expect(stopsOf(page)).toEqual(['Search', 'Visit', 'Checkout', 'Chat', 'Unplaced']);
    const chart = chartOf(page);
    expect(chart).toContain('The emotional journey: Visit +40, Checkout −80, Chat +60, Unplaced +20');
    expect([...chart.matchAll(/class="stage".*?>(.*?)<\/text>/g)].map(([, name]) => name)).toEqual([
      'Before',
      'During',
      'After',
      'No stage yet',
    ]);
    expect(chart).toContain('not heard');
    // Visit to checkout to chat: what has no stage is not on the way.
    expect(chart.match(/class="path"/g)).toHaveLength(2);
    expect(page).toMatch(/<bdi>Checkout<\/bdi><\/a><small>peak<\/small>/);
    expect(page).toMatch(/<bdi>Chat<\/bdi><\/a><small>end<\/small>/);
    expect(read(page)).toContain('Give touchpoints a stage');
  });

  it('leaves nothing to ask of how sure where nothing has passed', async () => {
    const rows = (await tested.page()).split(/<\/?tbody/).filter((row) => row.includes('class="big"'));
    const asked = rows.map((row) => [/<bdi class="big">(.*?)</.exec(row)?.[1], row.includes('How sure?')]);
    expect(asked).toEqual([
      ['Checkout', true],
      ['Chat', true],
      ['Visit', true],
      ['Unplaced', true],
      ['Search', false],
    ]);
  });

  it('has its figures as a table', async () => {
    expect(read(await tested.page())).toMatch(/The figures.*Visit ?Before ?\+40 \([+−]\d+ … \+\d+\) ?10/);
  });

  it('calls nothing unheard that a filter leaves out', async () => {
    await tested.answer(6, 'angry', 5, { segment: [['plan', 'pro']] });
    const page = await tested.page('/?segment=plan:pro');
    expect(chartOf(page)).not.toContain('not heard');
    expect(read(page)).toContain('No answers that this filter lets through');
  });

  it('calls nothing unheard that was asked about, or that answered later than within 20 minutes', async () => {
    await tested.store.recordStates([delivery(tested.site.id, { touchpoint: 'search', status: 'dismissed' })]);
    const asked = await tested.page();
    expect(chartOf(asked)).not.toContain('not heard');
    expect(read(asked)).toContain('Shown once, no answer yet');
    await tested.answer(6, 'happy', 4, { touchpoint: 'search', latencyMs: 7_200_000 });
    const prompt = await tested.page('/?stratum=prompt');
    expect(chartOf(prompt)).not.toContain('not heard');
    expect(read(prompt)).not.toContain('no answer yet');
    expect(read(prompt)).toContain('No answers that this filter lets through');
  });

  it('of many leaves out those that move people least, and says how many', async () => {
    for (let place = 0; place < 15; place++) {
      await declare(`place-${place}`, 'after');
      await tested.answer(5, 'happy', 5, { touchpoint: `place-${place}` });
    }
    const page = await tested.page();
    expect(stopsOf(page)).toHaveLength(12);
    expect(read(page)).toContain('And 8 more, in the table above.');
  });
});

describe('what needs a person now', () => {
  const say = (comment: string, more: object = {}, at = noon) => tested.answer(1, 'angry', 5, { comment, ...more }, at);
  const voicesOf = (page: string) =>
    [...page.matchAll(/<q>(.*?)<\/q>.*?<small>(.*?)<\/small>/gs)].map(([, said = '', where = '']) =>
      [said, where].map((text) => read(text).trim()),
    );

  it('are the newest words of those who felt bad strongly: where, and how long ago', async () => {
    const minute = 60_000;
    await say('Nobody came', { touchpoint: 'delivery' }, noon - 12 * minute);
    await say('The form is empty again', {}, noon - 40 * minute);
    await say('not that bad', { strength: 3 });
    await say('lovely', { emotion: 'happy' });
    await say('long ago', {}, noon - 31 * 24 * 60 * minute);
    expect(voicesOf(await tested.page('/', { 'accept-language': 'en-GB' }))).toEqual([
      ['Nobody came', 'Delivery · 12 minutes ago'],
      ['The form is empty again', 'Checkout · 40 minutes ago'],
    ]);
    expect(voicesOf(await tested.page('/?lang=es'))[0]).toEqual(['Nobody came', 'Delivery · hace 12 minutos']);
  });

  it('are five at most, as text, and cut where they are long', async () => {
    for (let nth = 0; nth < 7; nth++) await say(`<img src=x onerror=alert(${nth})>${'👍🏽é'.repeat(200)}`);
    const page = await tested.page();
    expect(voicesOf(page)).toHaveLength(5);
    expect(page).not.toContain('<img');
    expect(page).not.toContain('\uFFFD');
    expect(voicesOf(page)[0]?.[0]).toMatch(/…$/);
  });

  it('are nobody: the page says so', async () => {
    await tested.answer(6, 'angry', 5);
    expect(read(await tested.page())).toContain('Nobody who felt bad strongly has left a comment');
  });
});

describe('the order of the table', () => {
  const titles = async (path: string) =>
    [...(await tested.page(path)).matchAll(/<bdi class="big">(.*?)<\/bdi>/g)].map(([, title]) => title);
  beforeEach(async () => {
    await tested.answer(10, 'angry', 5, { touchpoint: 'b-angry' });
    await tested.answer(30, 'happy', 3, { touchpoint: 'c-happy' });
    await tested.answer(20, 'calm', 2, { touchpoint: 'a-calm' });
    await tested.answer(2, 'calm', 2, { touchpoint: 'thin' });
  });

  it.each([
    ['', ['B angry', 'C happy', 'A calm', 'Thin'], 'descending'],
    ['?sort=-intensity', ['A calm', 'C happy', 'B angry', 'Thin'], 'ascending'],
    ['?sort=touchpoint', ['A calm', 'B angry', 'C happy', 'Thin'], 'ascending'],
    ['?sort=-touchpoint', ['C happy', 'B angry', 'A calm', 'Thin'], 'descending'],
    ['?sort=balance', ['B angry', 'A calm', 'C happy', 'Thin'], 'ascending'],
    ['?sort=feeling', ['B angry', 'A calm', 'C happy', 'Thin'], 'ascending'],
    ['?sort=answers', ['C happy', 'A calm', 'B angry', 'Thin'], 'descending'],
    ['?sort=<script>', ['B angry', 'C happy', 'A calm', 'Thin'], 'descending'],
  ])('%s', async (query, expected, direction) => {
    expect(await titles(`/${query}`)).toEqual(expected);
    const page = await tested.page(`/${query}`);
    expect(page.match(/aria-sort="\w+"/g)).toEqual([`aria-sort="${direction}"`]);
  });

  it('is turned by the header that it is sorted by, and leaves the sentence alone', async () => {
    const page = await tested.page('/?sort=answers&period=7');
    expect(page).toContain('href="/?period=7&amp;sort=-answers"');
    expect(page).toContain('href="/?period=7"');
    expect(headlineOf(page)).toContain('B angry moves people most');
  });
});

describe('few answers', () => {
  it('say what is missing, and how long that takes at this pace', async () => {
    await tested.answer(1, 'happy', 4, {}, noon - 4 * 24 * 60 * 60 * 1000);
    await tested.answer(2, 'happy', 4);
    // 3 in 5 days: 2 more in 4.
    expect(read(await tested.page())).toContain('2 more answers, and it gets a figure; about 4 days at this pace');
  });

  it('and one prompt is one', async () => {
    await tested.store.recordStates([delivery(tested.site.id)]);
    expect(read(await tested.page())).toContain('The question was shown once.');
  });
});
