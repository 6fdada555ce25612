import { words as es } from './es.ts';
import type { Words } from './words.ts';

export const words: Words = {
  ...es,
  emotions: { ...es.emotions, angry: 'Enojo' },
  ratings: { ...es.ratings, ces: ['¿Qué tan fácil fue hacer lo que querías?', 'Muy difícil', 'Muy fácil'] },
};
