/** What the page of a touchpoint says, in English. */
export const touchpoint = {
  title: 'Touchpoint',
};

export type TouchpointWords = typeof touchpoint;
