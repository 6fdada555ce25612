/**
 * What an adapter knows of a conversation's end. `ended`: the product says so. `inferred`: the product's state tells it.
 * `panel`: only that the chat's panel was closed after a conversation.
 */
export type Fidelity = 'ended' | 'inferred' | 'panel';

/**
 * A conversation has ended.
 *
 * @param interaction the product's id of the conversation, where there is one
 * @param endedAt epoch milliseconds, where that is not now
 */
export type ConversationEnded = (interaction?: string | undefined, endedAt?: number) => void;

/**
 * Tells when conversations of one chat product end, each once, from when its script comes, if it does. Never throws,
 * never takes the place of a handler of the page.
 *
 * @param likely a chat is open: an end is near
 */
export type ChatAdapter = (ended: ConversationEnded, likely: () => void) => void;
