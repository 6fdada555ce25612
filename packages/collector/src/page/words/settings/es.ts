import type { SettingsWords } from './en.ts';

export const settings: SettingsWords = {
  title: 'Ajustes',
};
