import type { Emotion } from '@vivencia/contract/emotion';

// Strokes on a 24-unit grid, 1.7 wide with round caps, over a disc of radius 11. Eyes sit near y = 9.5, mouths near 15.
const open = 'M8.5 9v1m7-1v1';
const closed = 'M7 9q1.7 2.5 3.4 0m3.2 0q1.7 2.5 3.4 0';

const smile = 'M8 13.5q4 5 8 0';
const wavy = 'M8 15.5q1.5-2 3-.5t5-.5';

/** The strokes of each emotion's face. No two share both eyes and mouth, or are told apart by a nuance of one. */
export const faces: Record<Emotion, string> = {
  happy: open + smile,
  excited: 'M7 10l1.7-2 1.7 2m3.2 0l1.7-2 1.7 2M8 13.5h8q-.5 4.5-4 4.5t-4-4.5z',
  relieved: `${closed}M12 14c-2 0-2 3.5 0 3.5s2-3.5 0-3.5z`,
  reassured: `M7 10q1.7-2.5 3.4 0m3.2 0q1.7-2.5 3.4 0M9 14.5q3 2.5 6 0`,
  // Blushes.
  grateful: `${closed}M8.5 13.8q3.5 4.4 7 0M6 13h0m12 0h0`,
  // Chin up, on one side.
  proud: 'M6.5 8.5q1.7-2.5 3.4 0m4.2 0q1.7-2.5 3.4 0M8 14q5 4.5 8.5-2',
  calm: 'M6.8 10h3.4m3.6 0h3.4M8 15q4 2.2 8 0',
  // Stars in the eyes.
  inspired: `M8 7v4m-2-2h4M16 7v4m-2-2h4${smile}`,
  indifferent: `${open}M8.5 15h7`,
  confused: `M8.5 10v1m7-1v1M13.5 7.5q2-1.5 4 0${wavy}`,
  worried: `M7 8.5l2.5-1.5m7.5 1.5l-2.5-1.5M9 10.5v1m6-1v1${wavy}`,
  disappointed: `M6.5 10.7q2 0 3.7-1.6M17.5 10.7q-2 0-3.7-1.6M9 16.5q3-3.5 6 0`,
  frustrated: 'M7 8l3 1.8-3 1.7M17 8l-3 1.8 3 1.7M7.5 16l1.8-1.5 1.8 1.5 1.8-1.5 1.8 1.5 1.8-1.5',
  angry: 'M7 8l3.5 1.7M17 8l-3.5 1.7M9 11v.5m6-.5v.5M8 17q4-5 8 0',
  // A tear.
  sad: `${closed}M8.3 17.2q3.2-4.4 6.4 0M17 12v2.5`,
  // Lids half down, looking elsewhere.
  bored: 'M6.3 8.5h4m2.7 0h4M9.8 10v.7m6.7-.7v.7M8 15.5h4',
  // Nothing to say it to.
  ignored: 'M6.7 9.7l3.3-1.4m7.3 1.4L14 8.3M8 15.5h0m4 0h0m4 0h0',
};
