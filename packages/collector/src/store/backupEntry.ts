/** A backup that was made. */
export interface BackupEntry {
  /** Of the file, when it was made. */
  path: string;
  /** Milliseconds since 1970. */
  madeAt: number;
}
