import { answerRequests } from './answerRequests.ts';
import { createReader } from './reader.ts';

answerRequests(createReader);
