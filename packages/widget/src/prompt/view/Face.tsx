import { type Emotion, emotionSign } from '@vivencia/contract/emotion';
import { faces } from '../faces.ts';

/** Decoration: the feeling's name is always beside it, and its colour says the sign a second time. */
export const Face = ({ emotion }: { emotion: Emotion }) => (
  <svg part="face" viewBox="1 1 22 22" aria-hidden="true">
    <path d={faces[emotion]} />
  </svg>
);

/** The class that gives the colours of an emotion's sign. */
export const tone = (emotion: Emotion) => `sign${emotionSign[emotion]}`;
