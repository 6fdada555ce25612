/** The command could not do what it was rightly asked: exit code 1. */
export class Failed extends Error {
  override name = 'Failed';
}

/** The command was asked wrongly; the message names how to ask: exit code 2. */
export class Misused extends Error {
  override name = 'Misused';
}
