import type { InstallWords } from './en.ts';

export const install: InstallWords = {
  title: 'Instalación',
};
