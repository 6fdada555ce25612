import { Command } from 'commander';
import { type Config, readConfig } from '../config.ts';
import type { RunningCollector } from '../main.ts';
import { startStore } from '../store/openStore.ts';

type Demo = Awaited<ReturnType<typeof import('./demoShop.ts').startDemo>>;

interface ServeFlags {
  port?: string;
  data?: string;
  demo?: string;
}

/** Stopping takes no longer than this, in milliseconds: then what still hangs is cut. */
const shutdownMs = 10_000;

export const serveCommand = () =>
  new Command('serve')
    .description('runs the collector')
    .option('--port <port>', 'port to listen on (VIVENCIA_PORT, 8787)')
    .option('--data <folder>', 'folder of the database (VIVENCIA_DATABASE, data/vivencia.db)')
    .option('--demo <folder>', 'serve a demo shop from this folder too, on the next port')
    .action(serve);

async function serve(flags: ServeFlags): Promise<void> {
  const config = readConfig(process.env, flags);
  // The file is opened while the server is still being loaded.
  const store = startStore(config);
  const starting = start(config, store);
  let demo: Demo | null = null;
  // Before it listens: whoever reads that it does may stop it, and a container must not wait for what has just begun.
  stopOnSignal(async () => {
    const collector = await starting;
    await demo?.close();
    await collector.close();
  });
  const collector = await starting;
  void collector.store.broken.then((error) => {
    // Whoever watches over the process starts it anew; answering 503 for ever would help nobody.
    process.stderr.write(`vivencia: ${error.message}\n`);
    process.exit(1);
  });
  let lines: string[];
  try {
    demo = flags.demo ? await (await import('./demoShop.ts')).startDemo(collector, flags.demo, config) : null;
    lines = demo ? demo.lines : await siteLines(collector);
  } catch (error) {
    await collector.close();
    throw error;
  }
  process.stdout.write(
    [`Vivencia listens on ${collector.url}`, '', ...lines, '', `  Answers are kept in    ${config.database}`, ''].join(
      '\n',
    ),
  );
}

async function start(config: Config, store: ReturnType<typeof startStore>): Promise<RunningCollector> {
  try {
    const { startCollector } = await import('../main.ts');
    return await startCollector(config, store);
  } catch (error) {
    // What failed may have been something else.
    await (await store.catch(() => null))?.close();
    throw error;
  }
}

async function siteLines({ store, url }: RunningCollector): Promise<string[]> {
  const sites = await store.listSites();
  if (sites.length === 0) return ['  No site yet: vivencia site add NAME --origin https://shop.example'];
  return [
    ...sites.map(({ name, publicKey }) => `  ${name}: <script async src="${url}/s/${publicKey}.js"></script>`),
    '  Open the stats page with: vivencia access add YOUR-NAME --role editor',
  ];
}

/** The first signal stops in order; a second one ends at once. */
function stopOnSignal(close: () => Promise<void>): void {
  const stop = () => {
    process.off('SIGTERM', stop).off('SIGINT', stop);
    process.on('SIGTERM', endAtOnce).on('SIGINT', endAtOnce);
    setTimeout(endAtOnce, shutdownMs).unref();
    close().then(
      () => process.exit(0),
      (error: Error) => {
        process.stderr.write(`vivencia: ${error.message}\n`);
        endAtOnce();
      },
    );
  };
  process.on('SIGTERM', stop).on('SIGINT', stop);
}

const endAtOnce = () => process.exit(1);
