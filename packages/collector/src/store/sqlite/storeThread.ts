import { Worker } from 'node:worker_threads';
import { packageFile } from '../../packageFile.ts';
import type { Progress } from '../progress.ts';
import { StoreUnavailable } from '../storeUnavailable.ts';
import type { ThreadReply, ThreadRequest } from './answerRequests.ts';

/** The built files, also under the tests: a thread of Node 20 reads no TypeScript. */
const builtThreads = {
  writer: packageFile('dist/bundle/store/sqlite/writerThread.js'),
  reader: packageFile('dist/bundle/store/sqlite/readerThread.js'),
  caretaker: packageFile('dist/bundle/store/sqlite/caretakerThread.js'),
};

/** What a thread makes lives for one call: more room for it makes nothing faster. In MiB; V8's own is three times 16. */
const youngMb = 3;

/** What a thread can be asked. */
type AnyVerbs = Record<string, (...args: never[]) => unknown>;

interface Call {
  resolve(result: unknown): void;
  reject(error: Error): void;
  progress: Progress | undefined;
}

/** A thread of the store, as the main thread speaks with it: calls go out at once and are done in order. */
export class StoreThread<Verbs extends AnyVerbs> {
  readonly #calls = new Map<number, Call>();
  #lastCall = 0;
  #gone: Error | null = null;
  #closing: Promise<unknown> | null = null;
  #breakWith: (error: Error) => void = () => {};
  /** Resolves where the thread ends unasked. */
  readonly broken = new Promise<Error>((resolve) => {
    this.#breakWith = resolve;
  });

  private constructor(
    readonly name: string,
    readonly worker: Worker,
  ) {
    worker.on('message', (reply: ThreadReply) => this.#settle(reply));
    worker.on('error', (error) => this.#fail(error));
    worker.on('exit', () => this.#fail(new Error(`the ${name} thread has ended`)));
  }

  /** @throws Error with one clear line where the file cannot be used */
  static async open<Verbs extends AnyVerbs>(
    name: keyof typeof builtThreads,
    file: string,
  ): Promise<StoreThread<Verbs>> {
    const worker = new Worker(builtThreads[name], {
      workerData: { file },
      resourceLimits: { maxYoungGenerationSizeMb: youngMb },
    });
    await new Promise<void>((resolve, reject) => {
      worker.once('error', reject);
      worker.once('message', (reply: ThreadReply) => {
        worker.off('error', reject);
        if ('failed' in reply) reject(new Error(reply.failed));
        else resolve();
      });
    });
    return new StoreThread<Verbs>(name, worker);
  }

  call<V extends keyof Verbs & string>(
    verb: V,
    args: Parameters<Verbs[V]>,
    progress?: Progress,
  ): Promise<ReturnType<Verbs[V]>> {
    return this.#send(verb, args, progress) as Promise<ReturnType<Verbs[V]>>;
  }

  /** Ends the thread when all that it was asked is done. */
  async close(): Promise<void> {
    this.#closing ??= this.#gone ? Promise.resolve() : this.#send('close', []);
    await this.#closing;
  }

  #send(verb: string, args: unknown[], progress?: Progress): Promise<unknown> {
    if (this.#gone) return Promise.reject(new StoreUnavailable(this.#gone.message));
    const call = ++this.#lastCall;
    return new Promise((resolve, reject) => {
      this.#calls.set(call, { resolve, reject, progress });
      this.worker.postMessage({ call, verb, args } satisfies ThreadRequest);
    });
  }

  #settle(reply: ThreadReply): void {
    if (!('call' in reply)) return;
    const call = this.#calls.get(reply.call);
    if (!call) return;
    if ('progress' in reply) return void call.progress?.(...reply.progress);
    this.#calls.delete(reply.call);
    if ('result' in reply) call.resolve(reply.result);
    else {
      const { message, is } = reply.error;
      call.reject(is === 'mistake' ? new Error(message) : new StoreUnavailable(message, is === 'damaged'));
    }
  }

  #fail(error: Error): void {
    this.#gone ??= error;
    if (!this.#closing) this.#breakWith(error);
    for (const call of this.#calls.values()) call.reject(new StoreUnavailable(this.#gone.message));
    this.#calls.clear();
  }
}
