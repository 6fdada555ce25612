/**
 * Tells each end once, however often the product tells it: a conversation with an id never again, one without only after
 * another has started.
 */
export function eachEnd(ended: (interaction?: string | undefined) => void, likely: () => void) {
  const over = new Set<string | undefined>();
  return {
    started() {
      over.delete(undefined);
      likely();
    },
    ended(id?: string | number | undefined) {
      const interaction = id ? `${id}` : undefined;
      if (over.has(interaction)) return;
      over.add(interaction);
      ended(interaction);
    },
  };
}
