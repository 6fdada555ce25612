/** What was to be noted down, as it was typed, and what is wrong with it. */
export interface RefusedAction {
  day: string;
  text: string;
  wrong: 'day' | 'text';
}

/** In UTF-16 units. */
export const longestAction = 200;
