/** What the loader fetches when something is to be asked, or is left to be delivered. */
export { ask } from './ask.ts';
export { outboxOf } from './outboxOf.ts';
export { rehearse } from './rehearse.ts';
export { forget } from './visitorMemory.ts';
