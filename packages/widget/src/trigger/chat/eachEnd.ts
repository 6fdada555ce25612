import type { ConversationEnded } from './chatAdapter.ts';

/**
 * Tells each end once, however often the product tells it: a conversation with an id never again, one without only after
 * another has started.
 *
 * @returns what to call when a conversation has started, and when one has ended
 */
export function eachEnd(ended: ConversationEnded, likely: () => void) {
  const over = new Set<string | undefined>();
  const started = () => {
    over.delete(undefined);
    likely();
  };
  const hasEnded = (id?: string | number) => {
    const conversation = id ? `${id}` : undefined;
    if (!over.has(conversation)) ended(conversation);
    over.add(conversation);
  };
  return [started, hasEnded] as const;
}
