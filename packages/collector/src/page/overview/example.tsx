import type { Emotion } from '@vivencia/contract/emotion';
import { defaultSettings, type Stage } from '@vivencia/contract/touchpoint';
import { summarize } from '../../stats/summarize.ts';
import type { Touchpoint } from '../../store/site.ts';
import type { TouchpointTally } from '../../store/tally.ts';
import type { View } from '../kit/view.ts';
import { Ranking } from './ranking.tsx';

/** What an empty page will look like: the same table, made from invented answers and marked as such. */
export const Example = ({ view }: { view: View }) => {
  const { words } = view;
  const touchpoints = [
    invented('checkout', words.exampleTitles.checkout, 'during'),
    invented('support', words.exampleTitles.support, 'after'),
    invented('delivery', words.exampleTitles.delivery, 'after'),
  ];
  const report = summarize({ tallies, touchpoints, period: { from: '', to: '', timeZone: '' } });
  return (
    <section class="example" aria-label={words.example} inert>
      <p class="tag">{words.example}</p>
      <Ranking view={{ ...view, kept: {} }} scores={{ report, tallies, touchpoints }} went={nowhere} days={30} />
    </section>
  );
};

/** Invented answers have no history. */
const nowhere = { window: { fromDay: 0, toDay: 0 }, series: [], moved: new Map(), looked: null };

const invented = (key: string, title: string, stage: Stage): Touchpoint => ({
  key,
  version: 1,
  confirmed: true,
  settings: { ...defaultSettings(key), title, stage },
});

const tally = (touchpoint: string, answers: [Emotion, number, number][]): TouchpointTally => ({
  touchpoint,
  passed: 0,
  counts: answers.map(([emotion, rating, count]) => ({
    status: 'answered',
    prompted: false,
    scale: 'felt',
    emotion,
    rating,
    reason: null,
    latencyBin: 0,
    count,
  })),
});

const tallies = [
  tally('checkout', [
    ['frustrated', 4, 52],
    ['disappointed', 4, 24],
    ['happy', 4, 27],
  ]),
  tally('support', [
    ['relieved', 4, 39],
    ['reassured', 3, 22],
    ['angry', 3, 11],
    ['indifferent', 1, 12],
  ]),
  tally('delivery', [
    ['reassured', 2, 2],
    ['happy', 3, 1],
  ]),
];
