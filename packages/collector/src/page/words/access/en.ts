/** What the page about access says, in English. */
export const access = {
  title: 'Access',
};

export type AccessWords = typeof access;
