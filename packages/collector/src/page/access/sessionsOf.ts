import type { SessionEntry } from '../../store/site.ts';
import type { Visit } from '../kit/visit.ts';
import type { PageSettings } from '../pageSettings.ts';

/** The open sessions that somebody may see: an editor all, a viewer their own. */
export async function sessionsOf({ store, now }: PageSettings, { site, role, access }: Visit): Promise<SessionEntry[]> {
  const open = await store.listSessions(site.id, now());
  return role === 'editor' ? open : open.filter((session) => session.access === access);
}
