/** `npm run trust` tries each promise at full length; `npm test` tries it shortly. */
export const isFull = process.env.TRUST === 'full';

/** How much of something a test does. */
export const extent = <T>({ quick, full }: { quick: T; full: T }): T => (isFull ? full : quick);
