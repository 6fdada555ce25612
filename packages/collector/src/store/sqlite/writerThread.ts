import { answerRequests } from './answerRequests.ts';
import { createWriter } from './writer.ts';

answerRequests((file) => createWriter(file, Date.now));
