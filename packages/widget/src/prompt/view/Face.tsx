import { type Emotion, emotionSign } from '@vivencia/contract/emotion';
import { faces } from '../faces.ts';

/** Decoration: the feeling's name is always beside it, and its colour says the sign a second time. */
export const Face = ({ emotion }: { emotion: Emotion }) => (
  <svg class="face" part="face" viewBox="0 0 24 24" aria-hidden="true">
    <circle cx="12" cy="12" r="11" />
    <path d={faces[emotion]} />
  </svg>
);

/** The class that gives the colours of an emotion's sign. */
export const tone = (emotion: Emotion) => `sign${emotionSign[emotion]}`;
