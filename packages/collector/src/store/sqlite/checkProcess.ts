import { openForReading } from './openDatabase.ts';
import { damageIn, whyUnusable } from './unusable.ts';

/** What it prints, as JSON. */
export type CheckResult = { damage: string | null } | { failed: string };

function check(file: string): CheckResult {
  try {
    const connection = openForReading(file);
    connection.pragma('cell_size_check = ON');
    return { damage: damageIn(connection) };
  } catch (error) {
    return { failed: whyUnusable(file, error) };
  }
}

process.stdout.write(JSON.stringify(check(process.argv[2] ?? '')));
