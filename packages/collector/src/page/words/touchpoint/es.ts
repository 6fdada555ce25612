import type { TouchpointWords } from './en.ts';

export const touchpoint: TouchpointWords = {
  title: 'Punto de contacto',
};
