import { Command } from 'commander';
import { type Scope, scopes } from '../store/site.ts';
import { dateOfDay } from '../tally/bucket.ts';
import { entryId } from './entryId.ts';
import { entryName } from './entryName.ts';
import { Failed, Misused } from './exit.ts';
import { findSite } from './findSite.ts';
import { say } from './say.ts';
import { withStore } from './withStore.ts';

interface KeyFlags {
  data?: string;
  json?: boolean;
  site?: string;
  name: string;
  scope?: string[];
}

const withCommon = (command: Command) =>
  command
    .option('--site <site>', 'name or public key; not needed where there is one site')
    .option('--data <folder>', 'folder of the database')
    .option('--json', 'print JSON');

export function keyCommand(): Command {
  const key = new Command('key').description('secret keys for backends');
  withCommon(key.command('add').description('adds a secret key and prints it once'))
    .option('--name <name>', 'what it is for', 'backend')
    .option(
      '--scope <scope>',
      `${scopes.join(', ')}; may be said again (default: all)`,
      (value, before: string[] = []) => [...before, value],
    )
    .action(add);
  withCommon(key.command('list').description('lists the keys, without their secrets')).action(list);
  withCommon(key.command('revoke <id>').description('ends a key')).action(revoke);
  return key;
}

const add = (flags: KeyFlags) => {
  const name = entryName(flags.name);
  return withStore(flags, async (store) => {
    const wanted = flags.scope ?? [...scopes];
    const unknown = wanted.find((scope) => !(scopes as readonly string[]).includes(scope));
    if (unknown !== undefined) throw new Misused(`there is no scope "${unknown}"; there are ${scopes.join(', ')}`);
    const site = await findSite(store, flags.site);
    const { key, secretKey } = await store.addKey(site.id, name, wanted as Scope[]);
    say(flags.json, { key: key.id, scopes: key.scopes, secretKey }, [
      `Added key ${key.id} (${key.scopes.join(', ')}): ${secretKey}   (shown only now)`,
    ]);
  });
};

const list = (flags: KeyFlags) =>
  withStore(flags, async (store) => {
    const keys = await store.listKeys((await findSite(store, flags.site)).id);
    say(
      flags.json,
      keys,
      keys.map(({ id, name, scopes, lastUsedDay, revokedAt }) => {
        const used = lastUsedDay === null ? 'never used' : `last used ${dateOfDay(lastUsedDay)}`;
        return [id, name, scopes.join(','), revokedAt === null ? used : 'revoked'].join('  ');
      }),
    );
  });

const revoke = (id: string, flags: KeyFlags) =>
  withStore(flags, async (store) => {
    const site = await findSite(store, flags.site);
    if (!(await store.revokeKey(site.id, entryId(id)))) throw new Failed(`${site.name} has no key ${id} to revoke`);
    say(flags.json, { revoked: Number(id) }, [`Revoked key ${id}.`]);
  });
