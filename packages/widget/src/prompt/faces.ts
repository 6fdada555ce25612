import type { Emotion } from '@vivencia/contract/emotion';

// Strokes on a 24-unit grid, 1.7 wide with round caps, over a disc of radius 11. Eyes sit near y = 9.5, mouths near 15.
const open = 'M8.5 9v1m7-1v1';
const joyful = 'M7 10l1.7-2 1.7 2m3.2 0l1.7-2 1.7 2';
const smiling = 'M7 10q1.7-2.5 3.4 0m3.2 0q1.7-2.5 3.4 0';
const closed = 'M7 9q1.7 2.5 3.4 0m3.2 0q1.7 2.5 3.4 0';
const pleading = 'M7 8.5l2.5-1.5m7.5 1.5l-2.5-1.5M9 10.5v1m6-1v1';

const laugh = 'M8 13.5h8q-.5 4.5-4 4.5t-4-4.5zm2 1.7h4';
const smile = 'M8 13.5q4 5 8 0';
const gentle = 'M9 14.5q3 2.5 6 0';
const flat = 'M8.5 15h7';
const wavy = 'M8 15.5q1.5-2 3-.5t5-.5';
const frown = 'M9 16.5q3-3.5 6 0';

/** The strokes of each emotion's face. */
export const faces: Record<Emotion, string> = {
  happy: open + smile,
  excited: joyful + laugh,
  relieved: `${closed}M12 14c-2 0-2 3.5 0 3.5s2-3.5 0-3.5z`,
  reassured: smiling + gentle,
  grateful: closed + smile,
  proud: smiling + smile,
  calm: closed + gentle,
  inspired: open + laugh,
  indifferent: open + flat,
  confused: `M8.5 10v1m7-1v1M13.5 7.5q2-1.5 4 0${wavy}`,
  worried: pleading + wavy,
  disappointed: `M7 9.5q1.5 1.5 3.5 1m6.5-1q-1.5 1.5-3.5 1${frown}`,
  frustrated: 'M7 8l3 1.8-3 1.7M17 8l-3 1.8 3 1.7M7.5 16l1.8-1.5 1.8 1.5 1.8-1.5 1.8 1.5 1.8-1.5',
  angry: 'M7 8l3.5 1.7M17 8l-3.5 1.7M9 11v.5m6-.5v.5M8 17q4-5 8 0',
  sad: pleading + frown,
  bored: closed + flat,
  ignored: pleading + flat,
};
