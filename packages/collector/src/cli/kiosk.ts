import { kioskPath } from '@vivencia/contract/endpoint';
import { Command } from 'commander';
import { localeForm } from '../api/kioskSchema.ts';
import { addressOf } from '../config.ts';
import { entryId } from './entryId.ts';
import { entryName } from './entryName.ts';
import { Failed, Misused } from './exit.ts';
import { findSite } from './findSite.ts';
import { say } from './say.ts';
import { withStore } from './withStore.ts';

interface KioskFlags {
  data?: string;
  json?: boolean;
  site?: string;
  name?: string;
  locale?: string;
}

const withCommon = (command: Command) =>
  command
    .option('--site <site>', 'name or public key; not needed where there is one site')
    .option('--data <folder>', 'folder of the database')
    .option('--json', 'print JSON');

export function kioskCommand(): Command {
  const kiosk = new Command('kiosk').description('tablets that ask in a shop or a hall');
  withCommon(kiosk.command('add <touchpoint>').description('prints the address to open on the tablet, once'))
    .option('--name <name>', 'where it stands (default: the touchpoint)')
    .option('--locale <tag>', 'language, as es or pt-BR (default: that of the device)')
    .action(add);
  withCommon(kiosk.command('list').description('lists those that are open')).action(list);
  withCommon(kiosk.command('revoke <id>').description('ends one; what it has not sent stays on the tablet')).action(
    revoke,
  );
  return kiosk;
}

const add = (touchpoint: string, flags: KioskFlags) => {
  const name = entryName(flags.name ?? touchpoint);
  const locale = flags.locale ?? null;
  if (locale !== null && !localeForm.test(locale))
    throw new Misused('--locale must be a language tag like es or pt-BR');
  return withStore(flags, async (store, config) => {
    const site = await findSite(store, flags.site);
    const added = await store.addKiosk(site.id, { name, touchpoint, locale });
    if (!added) throw new Failed(`${site.name} has no touchpoint "${touchpoint}"`);
    const { id } = added.kiosk;
    const url = addressOf(config) + kioskPath(added.token);
    say(flags.json, { id: String(id), name, url }, [
      `Added kiosk ${id}; open this on the tablet (shown only now):`,
      url,
    ]);
  });
};

const list = (flags: KioskFlags) =>
  withStore(flags, async (store) => {
    const kiosks = await store.listKiosks((await findSite(store, flags.site)).id);
    say(
      flags.json,
      kiosks,
      kiosks.map(({ id, name, touchpoint, locale }) =>
        [id, name, touchpoint, locale ?? "the device's language"].join('  '),
      ),
    );
  });

const revoke = (id: string, flags: KioskFlags) =>
  withStore(flags, async (store) => {
    const site = await findSite(store, flags.site);
    if (!(await store.revokeKiosk(site.id, entryId(id)))) throw new Failed(`${site.name} has no kiosk ${id} to revoke`);
    say(flags.json, { revoked: Number(id) }, [`Revoked kiosk ${id}.`]);
  });
