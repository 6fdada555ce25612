/** What the page about installing says, in English. */
export const install = {
  title: 'Install',
};

export type InstallWords = typeof install;
