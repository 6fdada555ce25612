import type { Progress } from '../progress.ts';
import { StoreUnavailable } from '../storeUnavailable.ts';
import { whyNoRoomBeside } from './roomOnDisk.ts';
import type { StoreThread } from './storeThread.ts';
import type { Verbs } from './writer.ts';

/** Lets nothing be written into a file before it has been checked, and knows whether it could be written last. */
export class WriterGate {
  #closedBecause: string | null = null;
  #strayed: string | null = null;
  #lastFailure: string | null = null;
  #trying: Promise<void> | null = null;
  #isClosing = false;
  #breakWith: (error: Error) => void = () => {};
  /** Resolves where only a new start helps: the thread has ended, or the file is damaged. */
  readonly broken: Promise<Error>;

  constructor(
    private readonly file: string,
    private readonly thread: StoreThread<Verbs>,
  ) {
    const damaged = new Promise<Error>((resolve) => {
      this.#breakWith = resolve;
    });
    this.broken = Promise.race([thread.broken, damaged]);
  }

  /** What is wrong with the file, in one line; `null`: nothing. The writer itself reads all of it. */
  checkFile(): Promise<string | null> {
    return this.thread.call('check', []);
  }

  /** Keeps the gate shut until a check ends, and for good where it finds damage. Resolves when it has ended. */
  async shutDuring(check: Promise<string | null>): Promise<void> {
    this.#closedBecause = 'the file is still being checked';
    const found = await check.catch((error: Error) => `${this.file} could not be checked: ${error.message}`);
    if (this.#isClosing) return;
    this.#closedBecause = found;
    if (this.#closedBecause !== null) this.#breakWith(new Error(this.#closedBecause));
    else this.#lastFailure ??= 'nothing has been written yet';
  }

  /** @throws StoreUnavailable where the file is not checked, is damaged, or cannot be written now */
  async call<V extends keyof Verbs & string>(
    verb: V,
    args: Parameters<Verbs[V]>,
    progress?: Progress,
  ): Promise<ReturnType<Verbs[V]>> {
    const shut = this.#closedBecause ?? this.#strayed;
    if (shut !== null) throw new StoreUnavailable(shut);
    try {
      const result = await this.thread.call(verb, args, progress);
      // Smaller writes may still fit onto a disk that is too full for a delivery.
      if (verb === 'recordStates' || verb === 'tryWriting') this.#lastFailure = null;
      return result;
    } catch (error) {
      if (error instanceof StoreUnavailable) this.#noteFailure(error);
      throw error;
    }
  }

  /** `null`: a delivery would be taken now. Where the last write failed, another is tried first. */
  async readiness(): Promise<string | null> {
    if ((this.#closedBecause ?? this.#strayed) === null && this.#lastFailure !== null) {
      this.#trying ??= this.#tryWriting();
      await this.#trying;
    }
    return this.#closedBecause ?? this.#strayed ?? this.#lastFailure;
  }

  /** @param strayed why what is written would not be found again; `null`: it would */
  readonly stray = (strayed: string | null): void => {
    this.#strayed = strayed;
  };

  /** Takes nothing more; what was asked before is done. How a check ends is of no interest any more. */
  shut(): void {
    this.#isClosing = true;
    this.#closedBecause = 'the store is closed';
  }

  close(): Promise<void> {
    this.shut();
    return this.thread.close();
  }

  async #tryWriting(): Promise<void> {
    const noRoom = await whyNoRoomBeside(this.file);
    if (noRoom === null) await this.call('tryWriting', []).catch(() => {});
    else this.#lastFailure = noRoom;
    this.#trying = null;
  }

  #noteFailure({ message, isDamaged }: StoreUnavailable): void {
    this.#lastFailure = `the last write failed (${message})`;
    if (!isDamaged) return;
    this.#closedBecause ??= message;
    this.#breakWith(new Error(this.#closedBecause));
  }
}
