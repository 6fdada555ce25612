import { answerRequests } from './answerRequests.ts';
import { createCaretaker } from './caretaker.ts';

answerRequests(createCaretaker);
