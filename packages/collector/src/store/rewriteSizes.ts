/** A file of so many bytes is written anew in less than a second, while deliveries wait. */
export const quickToWrite = 64 * 1024 * 1024;

/** And one of so many while nobody notices. */
export const writtenAtOnce = 4 * 1024 * 1024;
