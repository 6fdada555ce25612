/** What was changed at a touchpoint, to be looked at beside its trend. */
export interface Action {
  id: number;
  /** Local date of the site, as days since 1970-01-01. */
  day: number;
  text: string;
  /** Name of who wrote it down. */
  author: string;
}

export type NewAction = Omit<Action, 'id'>;
