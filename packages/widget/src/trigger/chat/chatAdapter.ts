/**
 * What an adapter knows of a conversation's end. `ended`: the product says so. `inferred`: the product's state tells it.
 * `panel`: only that the chat's panel was closed after a conversation.
 */
export type Fidelity = 'ended' | 'inferred' | 'panel';

/**
 * Tells when conversations of one chat product end, from when its script comes, if it does. Never throws, never takes
 * the place of a handler of the page.
 *
 * @param ended each conversation's end, once; with the product's id of the conversation where there is one, and with the
 *   epoch milliseconds of the end where that is not now
 * @param likely a chat is open: an end is near
 */
export type ChatAdapter = (
  ended: (interaction?: string | undefined, endedAt?: number) => void,
  likely: () => void,
) => void;
