import type { TouchpointWords } from './en.ts';

export const touchpoint: TouchpointWords = {
  title: 'Punt de contacte',
};
