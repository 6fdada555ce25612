/** What a touchpoint’s settings say, in English. */
export const settings = {
  title: 'Settings',
};

export type SettingsWords = typeof settings;
