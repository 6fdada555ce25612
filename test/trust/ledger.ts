import Database from 'better-sqlite3';

/** What clients sent and what they were told, to be compared with what a file holds in the end. */
export class Ledger {
  /** The highest revision of each response that was sent, whatever became of it. */
  readonly tried = new Map<string, number>();
  /** The highest revision of each response that was answered with a 2xx. */
  readonly acknowledged = new Map<string, number>();
  /** How often each status came; 0: no answer. */
  readonly statuses = new Map<number, number>();

  send(id: string, revision: number): void {
    this.tried.set(id, Math.max(revision, this.tried.get(id) ?? 0));
  }

  hear(id: string, revision: number, status: number): void {
    this.statuses.set(status, (this.statuses.get(status) ?? 0) + 1);
    if (status >= 200 && status < 300) {
      this.acknowledged.set(id, Math.max(revision, this.acknowledged.get(id) ?? 0));
    }
  }

  /** Responses that a file lacks, or has in a lower revision than was acknowledged until now or until a copy was made. */
  lostIn(kept: Map<string, number>, acknowledged: ReadonlyMap<string, number> = this.acknowledged): string[] {
    return [...acknowledged].filter(([id, revision]) => (kept.get(id) ?? -1) < revision).map(([id]) => id);
  }

  /** Responses that a file has and nobody sent. */
  inventedIn(kept: Map<string, number>): string[] {
    return [...kept].filter(([id, revision]) => revision > (this.tried.get(id) ?? -1)).map(([id]) => id);
  }
}

/**
 * The responses of a file and their revisions, read by SQLite alone.
 *
 * @throws Error where SQLite's own check finds damage, or a response twice
 */
export function keptIn(file: string): Map<string, number> {
  const database = new Database(file, { readonly: true });
  try {
    const check = database.pragma('quick_check', { simple: true });
    if (check !== 'ok') throw new Error(`quick_check: ${check}`);
    const rows = database.prepare('select lower(hex(id)), revision from response').raw().all() as [string, number][];
    const kept = new Map(rows.map(([hex, revision]) => [uuidOf(hex), revision]));
    if (kept.size !== rows.length) throw new Error(`${rows.length - kept.size} responses are there twice`);
    return kept;
  } finally {
    database.close();
  }
}

const uuidOf = (hex: string) => hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
