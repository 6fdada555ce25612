import { Command } from 'commander';
import { OwnSecret } from '../access/ownSecret.ts';
import { siteSettingsSchema } from '../api/siteSchema.ts';
import { addressOf, type Config } from '../config.ts';
import { inputErrors } from '../http/inputError.ts';
import type { Site, SiteSettings } from '../store/site.ts';
import { Failed, Misused } from './exit.ts';
import { findSite } from './findSite.ts';
import { say } from './say.ts';
import { withStore } from './withStore.ts';

interface SiteFlags {
  data?: string;
  json?: boolean;
  name?: string;
  origin?: string[];
  timeZone?: string;
  gapMinutes?: string;
  dailyCap?: string;
  rotate?: boolean;
}

const collect = (value: string, before: string[] = []) => [...before, value];

const withSettings = (command: Command) =>
  command
    .option('--origin <origin>', 'origin whose pages may deliver; may be said again', collect)
    .option('--time-zone <zone>', 'IANA time zone whose days and hours are counted')
    .option('--gap-minutes <minutes>', 'minutes between any two prompts to one visitor')
    .option('--daily-cap <prompts>', 'prompts to one visitor in a day; 0 = no limit');

const withCommon = (command: Command) =>
  command.option('--data <folder>', 'folder of the database').option('--json', 'print JSON');

export function siteCommand(): Command {
  const site = new Command('site').description('web properties: keys, origins, time zone');
  withCommon(withSettings(site.command('add <name>').description('adds a site and prints its keys once'))).action(add);
  withCommon(site.command('list').description('lists the sites')).action(list);
  withCommon(withSettings(site.command('set <site>').description('changes what is said, by name or public key')))
    .option('--name <name>', 'another name')
    .action(set);
  withCommon(
    site.command('identity [site]').description('prints the secret with which your backend signs who somebody is'),
  )
    .option('--rotate', 'replaces it first: what was signed before is worth nothing any more')
    .action(identity);
  withCommon(site.command('remove <site>').description('deletes a site with all its answers'))
    .requiredOption('--yes', 'really delete them')
    .action(remove);
  return site;
}

const add = (name: string, flags: SiteFlags) =>
  withStore(
    flags,
    async (store, config) => {
      const settings = settingsOf({ name, ...changesOf(flags) });
      const isTaken = (await store.listSites()).some((site) => site.name === settings.name);
      if (isTaken) throw new Failed(`there is a site "${settings.name}" already`);
      const { site, secretKey } = await store.addSite(settings);
      const identitySecret = identitySecretOf(site, config);
      say(flags.json, { site: site.name, publicKey: site.publicKey, secretKey, identitySecret }, [
        `Added ${site.name}.`,
        '',
        `  script tag  <script async src="${addressOf(config)}/s/${site.publicKey}.js"></script>`,
        `  secret key  ${secretKey}   (for your backend; shown only now)`,
        `  stats page  vivencia access add YOUR-NAME --role editor --site ${JSON.stringify(site.name)}`,
        ...(site.origins.length ? [] : ['', 'No page may deliver yet: vivencia site set NAME --origin https://…']),
      ]);
    },
    true,
  );

const list = (flags: SiteFlags) =>
  withStore(flags, async (store) => {
    const sites = await store.listSites();
    const lines = sites.map((site) => [site.publicKey, site.name, site.timeZone, site.origins.join(' ')].join('  '));
    say(
      flags.json,
      sites.map(shown),
      lines.length ? lines : ['No site yet: vivencia site add NAME --origin https://…'],
    );
  });

const set = (wanted: string, flags: SiteFlags) =>
  withStore(flags, async (store) => {
    const { id, publicKey: _, identityGeneration: __, ...before } = await findSite(store, wanted);
    const changed = await store.putSite(id, settingsOf({ ...before, ...changesOf(flags) }));
    say(flags.json, shown(changed), [`Changed ${changed.name}.`]);
  });

const identity = (wanted: string | undefined, flags: SiteFlags) =>
  withStore(flags, async (store, config) => {
    const found = await findSite(store, wanted);
    const site = flags.rotate ? await store.rotateIdentity(found.id) : found;
    const identitySecret = identitySecretOf(site, config);
    say(flags.json, { site: site.name, identitySecret }, [identitySecret]);
  });

const identitySecretOf = (site: Site, config: Config) => new OwnSecret(config).identitySecret(site);

const remove = (wanted: string, flags: SiteFlags) =>
  withStore(flags, async (store) => {
    const site = await findSite(store, wanted);
    await store.removeSite(site.id);
    say(flags.json, { removed: site.name }, [`Removed ${site.name} with all its answers.`]);
  });

const shown = ({ id: _, ...site }: Site) => site;

const changesOf = ({ name, origin, timeZone, gapMinutes, dailyCap }: SiteFlags) => ({
  ...(name === undefined ? {} : { name }),
  ...(origin ? { origins: origin } : {}),
  ...(timeZone ? { timeZone } : {}),
  ...(gapMinutes ? { gapMinutes: Number(gapMinutes) } : {}),
  ...(dailyCap ? { dailyCap: Number(dailyCap) } : {}),
});

function settingsOf(given: unknown): SiteSettings {
  const parsed = siteSettingsSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new Misused(
    inputErrors(parsed.error, given)
      .map(({ path, reason }) => `${path} ${reason}`)
      .join('; '),
  );
}
