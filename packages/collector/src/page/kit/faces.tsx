import { type Emotion, emotionSign } from '@vivencia/contract/emotion';

/*
 * The catalogue's faces on a grid of 24: strokes of 1.7 with round caps, all features in one colour over a tinted disc.
 * They always stand beside the emotion's name, so they are hidden from screen readers.
 */

/** Dots for eyes, d apart from where the core faces have them. */
const eyes = (y: number, dx = 0) => (
  <>
    <circle class="dot" cx={8.7 + dx} cy={y} r="1.15" />
    <circle class="dot" cx={15.3 + dx} cy={y} r="1.15" />
  </>
);
const closedUp = 'M6.9 10.4c.9-1.3 2.5-1.3 3.4 0M13.7 10.4c.9-1.3 2.5-1.3 3.4 0';
const closedDown = 'M6.9 9.4c.9 1.2 2.5 1.2 3.4 0M13.7 9.4c.9 1.2 2.5 1.2 3.4 0';

const features = {
  happy: (
    <>
      {eyes(9.8)}
      <path d="M7.6 13.6c1 2.1 2.6 3.2 4.4 3.2s3.4-1.1 4.4-3.2" />
    </>
  ),
  excited: (
    <>
      <path d="M7 10.2 8.6 8.4 10.2 10.2M13.8 10.2 15.4 8.4 17 10.2" />
      <path class="dot" d="M7.6 13.2h8.8c0 3-1.9 5-4.4 5s-4.4-2-4.4-5Z" />
    </>
  ),
  relieved: (
    <>
      <path d={closedDown} />
      <ellipse cx="12" cy="15.4" rx="1.7" ry="1.9" />
    </>
  ),
  reassured: <path d={`${closedUp}M9 14.4c.8 1 1.8 1.5 3 1.5s2.2-.5 3-1.5`} />,
  grateful: (
    <>
      <path d={`${closedUp}M7.6 13.4c1 2.2 2.6 3.3 4.4 3.3s3.4-1.1 4.4-3.3`} />
      <circle class="dot" cx="5.7" cy="13.1" r=".9" />
      <circle class="dot" cx="18.3" cy="13.1" r=".9" />
    </>
  ),
  proud: <path d={`${closedDown}M8.2 14.2c2.6 2 5.6 1.8 7.8-.9`} />,
  calm: <path d={`${closedDown}M9.2 15c.8.6 1.8.9 2.8.9s2-.3 2.8-.9`} />,
  inspired: (
    <>
      <path d="M8.6 7.7v4.2M6.5 9.8h4.2M15.4 7.7v4.2M13.3 9.8h4.2" />
      <path class="dot" d="M8.9 14h6.2c0 2.1-1.3 3.5-3.1 3.5S8.9 16.1 8.9 14Z" />
    </>
  ),
  indifferent: (
    <>
      {eyes(10)}
      <path d="M8.4 15.2h7.2" />
    </>
  ),
  confused: (
    <>
      {eyes(10.6)}
      <path d="M13.6 7.4c1-.9 2.4-.9 3.4-.1M7.9 15.6c1.2-1.4 2.4-1.4 3.4-.5s2.4 1.2 4.6-.4" />
    </>
  ),
  worried: (
    <>
      {eyes(11)}
      <path d="M6.8 8.8 9.8 7.4M17.2 8.8 14.2 7.4M9.2 16.2c.9-1 1.8-1.4 2.8-1.4s1.9.4 2.8 1.4" />
    </>
  ),
  disappointed: (
    <path d="M6.9 9.6c.8.9 2.2 1.2 3.5.9M17.1 9.6c-.8.9-2.2 1.2-3.5.9M8.9 16.4c.9-1.3 1.9-1.9 3.1-1.9s2.2.6 3.1 1.9" />
  ),
  frustrated: (
    <path d="M7.2 8.6 10 10.2 7.2 11.8M16.8 8.6 14 10.2l2.8 1.6M7.8 15.8l1.7-1.3 1.7 1.3 1.7-1.3 1.7 1.3 1.6-1.3" />
  ),
  angry: (
    <>
      {eyes(11.3, 0.05)}
      <path d="M6.8 8.2 10.2 9.7M17.2 8.2 13.8 9.7M8 17c1-1.9 2.4-2.8 4-2.8s3 .9 4 2.8" />
    </>
  ),
  sad: (
    <>
      {eyes(10)}
      <path d="M8.4 16.8c.9-1.8 2.1-2.6 3.6-2.6s2.7.8 3.6 2.6" />
      <path class="dot" d="M17.4 12.2c.9 1.2 1.2 1.8 1.2 2.3a1.2 1.2 0 0 1-2.4 0c0-.5.3-1.1 1.2-2.3Z" />
    </>
  ),
  bored: (
    <>
      <path d="M6.9 9.4h3.6M13.5 9.4h3.6M9 15.9l6-.9" />
      <path class="dot" d="M7.6 9.6h2.3a1.15 1.15 0 0 1-2.3 0ZM14.2 9.6h2.3a1.15 1.15 0 0 1-2.3 0Z" />
    </>
  ),
  ignored: (
    <>
      {eyes(10, -1.4)}
      <path d="M8 15.4h.01M11.2 15.4h.01M14.4 15.4h.01" />
    </>
  ),
} satisfies Record<Emotion, unknown>;

/** The name of a sign's colour in the style. */
export const toneOf = (emotion: Emotion) => ({ '-1': 'neg', '0': 'neu', '1': 'pos' })[`${emotionSign[emotion]}`];

export const Face = ({ emotion }: { emotion: Emotion }) => (
  <svg class={`face ${toneOf(emotion)}`} viewBox="0 0 24 24" width="26" height="26" aria-hidden="true">
    <circle class="disc" cx="12" cy="12" r="11" />
    {features[emotion]}
  </svg>
);
