import { createHmac, hkdfSync, randomBytes, randomUUID } from 'node:crypto';
import {
  closeSync,
  fchownSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { StoreUnavailable } from '../store/storeUnavailable.ts';

/** What it is told: the secret itself, or the database that it lies beside. */
interface Told {
  secret: string | null;
  /** Path of the SQLite file. */
  database: string;
}

/** What something is signed for: a signature for one purpose is none for another. */
export type Purpose = 'invitation' | 'invitation answer';

/**
 * The one secret of the collector itself, of which all others are made. It is in the environment, or in a file beside
 * the database that only its owner may read; that file is written when it is first needed. Without it no link that was
 * sent opens, and every site has another identity secret.
 */
export class OwnSecret {
  #master: string | null;

  constructor(private readonly told: Told) {
    this.#master = told.secret;
  }

  /**
   * HMAC-SHA256, 32 bytes.
   *
   * @throws StoreUnavailable where the file can be neither read nor written
   */
  sign(purpose: Purpose, content: Uint8Array): Buffer {
    return createHmac('sha256', this.#derived(purpose)).update(content).digest();
  }

  /**
   * What a backend signs its respondents with: `is_…`, 256 bits.
   *
   * @param generation how often it was replaced
   * @throws StoreUnavailable where the file can be neither read nor written
   */
  identitySecret({ publicKey, identityGeneration }: { publicKey: string; identityGeneration: number }): string {
    return `is_${this.#derived(`identity ${publicKey} ${identityGeneration}`).toString('base64url')}`;
  }

  #derived(info: string): Buffer {
    this.#master ??= readOrWrite(this.told.database);
    return Buffer.from(hkdfSync('sha256', this.#master, '', `vivencia ${info}`, 32));
  }
}

/** What a backend's `identify` wants: HMAC-SHA256 of the respondent under the identity secret, in hexadecimal. */
export const identitySignature = (identitySecret: string, respondent: string): string =>
  createHmac('sha256', identitySecret).update(respondent).digest('hex');

/** Characters of a secret, at least. */
const shortest = 32;

function readOrWrite(database: string): string {
  const file = `${database}.secret`;
  try {
    return read(file) ?? write(file, database);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new StoreUnavailable(
      `the collector's own secret can be neither read nor written beside the database: ${code}`,
    );
  }
}

function read(file: string): string | null {
  try {
    const secret = readFileSync(file, 'utf8').trim();
    if (secret.length < shortest) throw Object.assign(new Error(), { code: 'the file is cut off' });
    return secret;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Whole or not at all, and never over one that another process has written meanwhile. */
function write(file: string, database: string): string {
  const secret = randomBytes(32).toString('base64url');
  const unfinished = `${file}.${randomUUID()}`;
  try {
    const descriptor = openSync(unfinished, 'wx', 0o600);
    writeSync(descriptor, `${secret}\n`);
    giveToOwner(descriptor, database);
    fsyncSync(descriptor);
    closeSync(descriptor);
    linkSync(unfinished, file);
    return secret;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const others = read(file);
    if (others === null) throw Object.assign(new Error(), { code: 'the file is a link that leads nowhere' });
    return others;
  } finally {
    rmSync(unfinished, { force: true });
  }
}

/** As SQLite does with what it puts beside a file: a command that root runs must not lock the server out. */
function giveToOwner(descriptor: number, database: string): void {
  if (process.getuid?.() !== 0) return;
  const owner = statSync(database, { throwIfNoEntry: false });
  if (owner) fchownSync(descriptor, owner.uid, owner.gid);
}
