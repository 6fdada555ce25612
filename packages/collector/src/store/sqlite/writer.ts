import type { TouchpointSettings } from '@vivencia/contract/touchpoint';
import type { NewAction } from '../action.ts';
import type { DeclaredTouchpoints } from '../declaredTouchpoints.ts';
import type { Delivery, DeliveryResult } from '../delivery.ts';
import type { NewInteraction } from '../interaction.ts';
import type { NewInvitation } from '../invitation.ts';
import type { KioskSettings } from '../kiosk.ts';
import type { Marking } from '../marking.ts';
import type { SiteNotes } from '../note.ts';
import type { SitePass } from '../pass.ts';
import type { Progress } from '../progress.ts';
import type { Role, Scope, Site, SiteSettings } from '../site.ts';
import { AccessWriter } from './accessWriter.ts';
import { ActionWriter } from './actionWriter.ts';
import type { Runner } from './answerRequests.ts';
import { noteBackup } from './backupLog.ts';
import { declareAll } from './declareAll.ts';
import { emptyLog } from './emptyLog.ts';
import { eraseStep } from './eraseStep.ts';
import { InteractionRecorder } from './interactionRecorder.ts';
import { InvitationWriter } from './invitationWriter.ts';
import { KioskWriter } from './kioskWriter.ts';
import { migrateDatabase, refuseForeign } from './migrateDatabase.ts';
import { NoteWriter } from './noteWriter.ts';
import { openForWriting } from './openDatabase.ts';
import { PassRecorder } from './passRecorder.ts';
import { rebuildTallies, verifyTallies } from './recount.ts';
import { ResponseMarker } from './responseMarker.ts';
import { retireStep } from './retirement.ts';
import { SettingsWriter } from './settingsWriter.ts';
import { noteShreds, removeShreds, tryWriting } from './shreds.ts';
import { SiteDirectory } from './siteDirectory.ts';
import { StateRecorder } from './stateRecorder.ts';
import { TallyWriter } from './tallyWriter.ts';
import { retireToldStep } from './toldRetirement.ts';
import type { ToldCursor } from './toldRows.ts';
import { type BegunMerge, type MergeCursor, TouchpointMerge } from './touchpointMerge.ts';
import { damageIn, refuseDamaged, whyUnusable } from './unusable.ts';

/** Everything that the only connection that writes can be asked. Each verb is one transaction. */
export type Verbs = ReturnType<typeof verbsOf>;

/**
 * @param file of the database; created where there is none
 * @throws Error with one clear line where the file cannot be used
 */
export function createWriter(file: string, now: () => number): Runner {
  try {
    return runnerOn(openMigrated(file), now);
  } catch (error) {
    throw new Error(whyUnusable(file, error));
  }
}

function runnerOn(connection: ReturnType<typeof openForWriting>, now: () => number): Runner {
  const directory = new SiteDirectory(connection, now);
  const tally = new TallyWriter(connection);
  const passes = new PassRecorder(connection, directory);
  let progress: Progress = () => {};
  const verbs = verbsOf({
    connection,
    directory,
    tally,
    now,
    states: new StateRecorder(connection, directory, tally),
    passes,
    interactions: new InteractionRecorder(connection, directory, passes),
    invitations: new InvitationWriter(connection, directory, passes),
    people: new AccessWriter(connection, now),
    kiosks: new KioskWriter(connection, now),
    notes: new NoteWriter(connection, directory),
    marker: new ResponseMarker(connection, directory, tally),
    settings: new SettingsWriter(connection, directory, now),
    actions: new ActionWriter(connection, now),
    merge: new TouchpointMerge(connection, directory, tally),
    progress: (done, total) => progress(done, total),
  }) as Record<string, (...args: unknown[]) => unknown>;

  const transaction = connection.transaction((verb: (...args: unknown[]) => unknown, args: unknown[]) => {
    directory.refresh();
    const result = verb(...args);
    tally.write();
    return result;
  });

  return {
    run(verb, args, reportProgress) {
      if (verb === 'close') return void connection.close();
      const known = verbs[verb];
      if (!known) throw new Error(`the writer knows no verb ${verb}`);
      if (outsideTransactions.has(verb)) return known(...args);
      progress = reportProgress;
      try {
        // A check reads one snapshot and keeps nobody from writing.
        return verb === 'verify' ? transaction.deferred(known, args) : transaction.immediate(known, args);
      } catch (error) {
        directory.forget();
        tally.drop();
        throw error;
      }
    },
  };
}

/** What SQLite does only, or better, where there is no transaction. */
const outsideTransactions: ReadonlySet<string> = new Set<keyof Verbs>(['check', 'emptyLog', 'removeShreds']);

function openMigrated(file: string) {
  refuseForeign(file);
  const connection = openForWriting(file);
  migrateDatabase(connection);
  return connection;
}

interface Parts {
  connection: ReturnType<typeof openForWriting>;
  directory: SiteDirectory;
  tally: TallyWriter;
  now: () => number;
  states: StateRecorder;
  passes: PassRecorder;
  interactions: InteractionRecorder;
  invitations: InvitationWriter;
  people: AccessWriter;
  kiosks: KioskWriter;
  notes: NoteWriter;
  marker: ResponseMarker;
  settings: SettingsWriter;
  actions: ActionWriter;
  merge: TouchpointMerge;
  progress: Progress;
}

const verbsOf = ({
  connection,
  directory,
  now,
  states,
  passes,
  interactions,
  invitations,
  marker,
  settings,
  actions,
  merge,
  progress,
  notes,
  people,
  kiosks,
}: Parts) => ({
  /** Deliveries and their results in order, as JSON. */
  recordStates: (json: string): string => {
    const deliveries: Delivery[] = JSON.parse(json);
    return JSON.stringify(deliveries.map((delivery): DeliveryResult => states.record(delivery)));
  },
  recordPasses: (list: SitePass[]): void => {
    for (const pass of list) passes.record(pass);
  },
  recordInteraction: (told: NewInteraction) => interactions.record(told),
  explainInteraction: (told: NewInteraction) => interactions.explain(told),
  recordNotes: (list: SiteNotes[]): void => {
    for (const noticed of list) notes.record(noticed);
  },
  forgetNotes: (at: number): void => notes.forget(at),
  markResponses: (marking: Marking, after: string | null, limit: number) => marker.mark(marking, after, limit),

  addSite: (siteSettings: SiteSettings) => settings.addSite(siteSettings),
  putSite: (site: number, siteSettings: SiteSettings): Site => {
    const { site: changed, clockChanged } = settings.putSite(site, siteSettings);
    // Days and hours are the site's own: with another clock every count falls into another bucket.
    if (clockChanged) rebuildTallies(connection, directory, site);
    return changed;
  },
  removeSite: (site: number): void => settings.removeSite(site),
  rotateIdentity: (site: number): Site => settings.rotateIdentity(site),

  addKey: (site: number, name: string, scopes: Scope[]) => settings.addKey(site, name, scopes),
  revokeKey: (site: number, key: number) => settings.revokeKey(site, key),
  noteKeyUse: (digest: Uint8Array, day: number) => settings.noteKeyUse(Buffer.from(digest), day),

  addAccess: (site: number, name: string, role: Role) => settings.addAccess(site, name, role),
  revokeAccess: (site: number, access: number) => settings.revokeAccess(site, access),
  openSession: (token: string, now: number) => settings.openSession(token, now),
  closeSession: (session: string) => settings.closeSession(session),
  renewAccess: (site: number, access: number) => people.renewAccess(site, access),
  noteSessionUse: (digest: Uint8Array, day: number) => people.noteSessionUse(Buffer.from(digest), day),
  endSession: (site: number, digest: Uint8Array) => people.endSession(site, Buffer.from(digest)),
  endSessionsOf: (site: number, access: number) => people.endSessionsOf(site, access),

  addShare: (site: number, name: string, path: string) => people.addShare(site, name, path),
  revokeShare: (site: number, share: number) => people.revokeShare(site, share),

  addKiosk: (site: number, kiosk: KioskSettings) => kiosks.addKiosk(site, kiosk),
  revokeKiosk: (site: number, kiosk: number) => kiosks.revokeKiosk(site, kiosk),

  putTouchpoint: (site: number, key: string, touchpoint: TouchpointSettings) =>
    settings.putTouchpoint(site, key, touchpoint),
  saveTouchpoint: (site: number, key: string, touchpoint: TouchpointSettings, base: number) =>
    settings.saveTouchpoint(site, key, touchpoint, base),
  declareTouchpoints: (site: number, touchpoints: DeclaredTouchpoints) =>
    declareAll(connection, settings, site, touchpoints),
  hideTouchpoint: (site: number, key: string) => settings.hideTouchpoint(site, key),
  showTouchpoint: (site: number, key: string) => settings.showTouchpoint(site, key),
  beginMerge: (site: number, from: string, into: string) => merge.begin(site, from, into),
  mergeStep: (begun: BegunMerge, cursor: MergeCursor) => merge.step(begun, cursor),
  unfinishedMerges: () => merge.unfinished(),

  addInvitation: (given: NewInvitation) => invitations.add(given),
  cancelInvitation: (site: number, id: string, at: number) => invitations.cancel(site, id, at),

  addAction: (site: number, key: string, action: NewAction) => actions.addAction(site, key, action),
  removeAction: (site: number, action: number) => actions.removeAction(site, action),

  /** What is wrong with the file, in one line; `null`: nothing. Reads all of it. */
  check: () => damageIn(connection),
  tryWriting: (): void => tryWriting(connection),

  retireStep: (after: string | null) => retireStep(connection, directory, now(), after),
  retireToldStep: (cursor: ToldCursor) => retireToldStep(connection, now(), cursor),
  eraseStep: (site: number, respondent: string) => eraseStep(connection, directory, site, respondent),
  noteBackup: (path: string) => noteBackup(connection, path, now()),
  emptyLog: (): boolean => emptyLog(connection),
  noteShreds: (): void => noteShreds(connection),
  removeShreds: (maximumBytes: number) => removeShreds(connection, maximumBytes),
  verify: () => {
    refuseDamaged(connection);
    return verifyTallies(connection, directory, progress);
  },
  rebuild: () => {
    refuseDamaged(connection);
    return rebuildTallies(connection, directory, null, progress);
  },
});
