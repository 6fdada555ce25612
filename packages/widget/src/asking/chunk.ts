/** What the loader fetches when something is to be asked, or is left to be delivered. */
export { ask } from './ask.ts';
export { rehearse } from './rehearse.ts';
export { resume } from './resume.ts';
export { forget } from './visitorMemory.ts';
