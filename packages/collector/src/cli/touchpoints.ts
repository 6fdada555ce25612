import { Command } from 'commander';
import { findSite } from './findSite.ts';
import { say } from './say.ts';
import { pullTouchpoints } from './touchpoints/pull.ts';
import { type PushFlags, pushTouchpoints } from './touchpoints/push.ts';
import { withStore } from './withStore.ts';

interface TouchpointsFlags {
  data?: string;
  json?: boolean;
  site?: string;
}

const withCommon = (command: Command) =>
  command
    .option('--site <site>', 'name or public key; not needed where there is one site')
    .option('--data <folder>', 'folder of the database')
    .option('--json', 'print JSON');

export function touchpointsCommand(): Command {
  const touchpoints = new Command('touchpoints').description('what a site declares, as a file to review and keep');
  withCommon(
    touchpoints.command('pull <file>').description('writes all declared touchpoints into a file, over what it held'),
  ).action((file: string, flags: TouchpointsFlags) =>
    withStore(flags, async (store) => {
      const site = await findSite(store, flags.site);
      const count = await pullTouchpoints(store, site, file);
      say(flags.json, { file, touchpoints: count }, [
        `Wrote ${count} ${count === 1 ? 'touchpoint' : 'touchpoints'} of ${site.name} into ${file}.`,
      ]);
    }),
  );
  withCommon(
    touchpoints
      .command('push <file>')
      .description('declares what a file says and hides what it does not name, all or nothing; shows it first'),
  )
    .option('--dry-run', 'only shows what would change')
    .option('--yes', 'changes it without asking')
    .action((file: string, flags: TouchpointsFlags & PushFlags) =>
      withStore(flags, async (store) => pushTouchpoints(store, await findSite(store, flags.site), file, flags)),
    );
  return touchpoints;
}
