import { Presets, SingleBar } from 'cli-progress';
import type { Progress } from '../store/progress.ts';

const plainStepMs = 2_000;

/** Shows how far long work has come: a bar on a terminal, now and then a line elsewhere; both on stderr. */
export async function withProgress<T>(what: string, run: (progress: Progress) => Promise<T>): Promise<T> {
  if (!process.stderr.isTTY) return run(plainLines(what));
  const format = `${what} {bar} {percentage}% {value}/{total} {eta_formatted}`;
  const bar = new SingleBar({ format, hideCursor: true, stream: process.stderr }, Presets.rect);
  bar.start(0, 0);
  try {
    return await run((done, total) => {
      bar.setTotal(total);
      bar.update(done);
    });
  } finally {
    bar.stop();
  }
}

function plainLines(what: string): Progress {
  let next = Date.now() + plainStepMs;
  return (done, total) => {
    if (Date.now() < next) return;
    next = Date.now() + plainStepMs;
    process.stderr.write(`${what}: ${done} of ${total}\n`);
  };
}
