/** The store cannot take or give anything now; nothing of the call was kept. */
export class StoreUnavailable extends Error {
  override name = 'StoreUnavailable';

  constructor(
    message: string,
    /** Whether it never will again: what is stored is damaged. */
    readonly isDamaged = false,
  ) {
    super(message);
  }
}
