import { words as es } from './es.ts';
import type { Words } from './words.ts';

export const words: Words = { ...es, emotions: { ...es.emotions, angry: 'Enojo' } };
