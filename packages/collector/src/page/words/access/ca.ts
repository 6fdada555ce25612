import type { AccessWords } from './en.ts';

export const access: AccessWords = {
  title: 'Accés',
};
