/** What every call takes at its end. */
export interface CallOptions {
  /** Ends the call, and with it all further attempts; the call fails with the signal's reason. */
  signal?: AbortSignal | undefined;
}
