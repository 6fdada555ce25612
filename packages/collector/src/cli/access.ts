import { Command, Option } from 'commander';
import { addressOf } from '../config.ts';
import { type Role, roles } from '../store/site.ts';
import { entryId } from './entryId.ts';
import { entryName } from './entryName.ts';
import { Failed } from './exit.ts';
import { findSite } from './findSite.ts';
import { say } from './say.ts';
import { withStore } from './withStore.ts';

interface AccessFlags {
  data?: string;
  json?: boolean;
  site?: string;
  role: Role;
}

const withCommon = (command: Command) =>
  command
    .option('--site <site>', 'name or public key; not needed where there is one site')
    .option('--data <folder>', 'folder of the database')
    .option('--json', 'print JSON');

/** Where a sign-in token opens the stats page, once. */
export const signInLink = (baseUrl: string, token: string) => `${baseUrl}/login?token=${token}`;

export function accessCommand(): Command {
  const access = new Command('access').description('people who may open the stats page');
  withCommon(access.command('add <name>').description('prints a sign-in link that works once'))
    .addOption(new Option('--role <role>', 'what the person may do').choices([...roles]).makeOptionMandatory())
    .action(add);
  withCommon(access.command('list').description('lists who may')).action(list);
  withCommon(access.command('revoke <id>').description('ends an access and its sessions')).action(revoke);
  return access;
}

const add = (given: string, flags: AccessFlags) => {
  const name = entryName(given);
  return withStore(flags, async (store, config) => {
    const site = await findSite(store, flags.site);
    const { token } = await store.addAccess(site.id, name, flags.role);
    const link = signInLink(addressOf(config), token);
    say(flags.json, { link, token }, [`${name} may open ${site.name} as ${flags.role}; this link works once:`, link]);
  });
};

const list = (flags: AccessFlags) =>
  withStore(flags, async (store) => {
    const people = await store.listAccess((await findSite(store, flags.site)).id);
    say(
      flags.json,
      people,
      people.map(({ id, name, role, usedAt, revokedAt }) => {
        const state = revokedAt !== null ? 'revoked' : usedAt === null ? 'not signed in yet' : 'signed in';
        return [id, name, role, state].join('  ');
      }),
    );
  });

const revoke = (id: string, flags: AccessFlags) =>
  withStore(flags, async (store) => {
    const site = await findSite(store, flags.site);
    if (!(await store.revokeAccess(site.id, entryId(id))))
      throw new Failed(`${site.name} has no access ${id} to revoke`);
    say(flags.json, { revoked: Number(id) }, [`Revoked access ${id}.`]);
  });
