import { dayOf } from '../../tally/bucket.ts';
import type { Store } from '../store.ts';
import { StoreUnavailable } from '../storeUnavailable.ts';
import { AccessReader } from './accessReader.ts';
import { ActionReader } from './actionReader.ts';
import { partialOf } from './backUp.ts';
import { readBackups } from './backupLog.ts';
import { eraseInSteps, retireInSteps, scrub } from './deleteForGood.ts';
import { InteractionReader } from './interactionReader.ts';
import { InvitationReader } from './invitationReader.ts';
import { KioskReader } from './kioskReader.ts';
import { finishMerges, mergeInSteps } from './mergeInSteps.ts';
import { NoteReader } from './noteReader.ts';
import { openForReading } from './openDatabase.ts';
import { ResponseReader } from './responseReader.ts';
import { seriesOf } from './seriesReader.ts';
import { SiteReader } from './siteReader.ts';
import { type Caretaker, startCaretaker } from './startCaretaker.ts';
import { startWriter } from './startWriter.ts';
import { SummingThread } from './summingThread.ts';
import { bucketsOf, segmentTalliesOf, talliesOf } from './tallyRows.ts';
import { whyUnusable } from './unusable.ts';
import { watchGrowth } from './watchGrowth.ts';
import { watchPlace } from './watchPlace.ts';
import { WriterGate } from './writerGate.ts';

interface SqliteOptions {
  check?: boolean;
  onStray?: (reason: string | null) => void;
  starting?: ReturnType<typeof startWriter> | undefined;
}

/**
 * A store in one SQLite file. A thread of its own owns the only connection that writes, so that a commit's wait for
 * the disk never holds up HTTP; another, started when it is first needed, sums tallies, which may take seconds. Small
 * reads have a connection of their own on this thread.
 *
 * @param file created, with its folder, where there is none
 * @param check for a server: nothing is written until a thread has checked the whole file, and that thread takes care of
 * the file from then on; a small one is checked before the store opens
 * @param onStray for a server: told why nothing is kept any more, in one line, and `null` when it is again
 * @param starting the thread that writes, where it was started already
 * @throws Error with one clear line where the file cannot be used
 */
export async function openSqliteStore(
  file: string,
  { check = false, onStray = () => {}, starting = startWriter(file) }: SqliteOptions = {},
): Promise<Store> {
  const writer = new WriterGate(file, await starting);
  const caretaker = check ? await startCaretaker(file, writer) : null;
  const connection = await openOrClose(file, writer, caretaker);
  const stopWatching = check
    ? await watchPlace(file, (reason) => {
        writer.stray(reason);
        onStray(reason);
      })
    : () => {};
  const sites = new SiteReader(connection);
  const actions = new ActionReader(connection);
  const invitations = new InvitationReader(connection);
  const people = new AccessReader(connection);
  const kiosks = new KioskReader(connection);
  const notes = new NoteReader(connection);
  const interactions = new InteractionReader(connection);
  const responses = new ResponseReader(connection, Date.now);

  const summing = new SummingThread(file);
  const sum = summing.sum.bind(summing);

  /** A read on this thread's connection; where the file cannot be read, that is the store's state and no mistake. */
  const read = async <T>(run: () => T): Promise<T> => {
    try {
      return run();
    } catch (error) {
      const { code, message } = error as { code?: string; message: string };
      if (!connection.open) throw new StoreUnavailable(message);
      if (code?.startsWith('SQLITE_')) throw new StoreUnavailable(whyUnusable(file, error));
      throw error;
    }
  };

  return {
    // As text: objects that a message makes anew are slow to read ever after.
    recordStates: async (deliveries) => JSON.parse(await writer.call('recordStates', [JSON.stringify(deliveries)])),
    recordPasses: (passes) => writer.call('recordPasses', [passes]),
    recordInteraction: (told) => writer.call('recordInteraction', [told]),
    explainInteraction: (told) => writer.call('explainInteraction', [told]),
    readArmed: (site, respondent, now) => read(() => interactions.readArmed(site, respondent, now)),
    recordNotes: (list) => writer.call('recordNotes', [list]),

    readTallies: async (query) => talliesOf(await sum('readTallies', query)),
    readBuckets: async (query) => bucketsOf(await sum('readBuckets', query)),
    readSeries: async (query) => seriesOf(await sum('readSeries', query)),
    readSegmentTallies: async (query) => segmentTalliesOf(await sum('readSegmentTallies', query)),
    readJointAnswers: (query) => sum('readJointAnswers', query),
    readPasses: (query) => sum('readPasses', query),
    readSightings: (site) => read(() => notes.sightings(site)),
    readRefusals: (query) => read(() => notes.refusals(query)),
    listSegmentNames: (site) => read(() => sites.listSegmentNames(site)),
    readResponses: (site, after, limit) => read(() => responses.readResponses(site, after, limit)),
    findResponses: async (query) => JSON.parse(await sum('findResponses', query)),
    readResponsesById: (site, ids) => read(() => responses.readResponsesById(site, ids)),
    countResponses: (site) => read(() => responses.countResponses(site)),
    readComments: (query) => sum('readComments', query),
    listSegments: (site) => read(() => sites.listSegments(site)),
    markResponses: (marking, after, limit) => writer.call('markResponses', [marking, after, limit]),

    addSite: (settings) => writer.call('addSite', [settings]),
    listSites: () => read(() => sites.listSites()),
    siteByPublicKey: (publicKey) => read(() => sites.siteByPublicKey(publicKey)),
    putSite: (site, settings) => writer.call('putSite', [site, settings]),
    removeSite: (site) => writer.call('removeSite', [site]),
    rotateIdentity: (site) => writer.call('rotateIdentity', [site]),

    addKey: (site, name, scopes) => writer.call('addKey', [site, name, scopes]),
    listKeys: (site) => read(() => sites.listKeys(site)),
    revokeKey: (site, key) => writer.call('revokeKey', [site, key]),
    grantOfKey: async (secretKey, now) => {
      const found = await read(() => sites.grantOfKey(secretKey));
      if (!found) return null;
      const { digest, lastUsedDay, ...grant } = found;
      const today = dayOf(now, grant.site.timeZone);
      // Nobody waits for this note, and nothing depends on it: a store that cannot write says so elsewhere.
      if (lastUsedDay !== today) writer.call('noteKeyUse', [digest, today]).catch(() => {});
      return grant;
    },

    addAccess: (site, name, role) => writer.call('addAccess', [site, name, role]),
    listAccess: (site) => read(() => sites.listAccess(site)),
    revokeAccess: (site, access) => writer.call('revokeAccess', [site, access]),
    renewAccess: (site, access) => writer.call('renewAccess', [site, access]),
    openSession: async (token, now) => {
      const isUnused = await read(() => sites.isUnusedToken(token));
      return isUnused ? writer.call('openSession', [token, now]) : null;
    },
    grantOfSession: async (session, now) => {
      const found = await read(() => sites.grantOfSession(session, now));
      if (!found) return null;
      const { grant, seenDay, digest } = found;
      const today = dayOf(now, grant.site.timeZone);
      // As with keys, nobody waits for this note.
      if (seenDay !== today) writer.call('noteSessionUse', [digest, today]).catch(() => {});
      return grant;
    },
    closeSession: (session) => writer.call('closeSession', [session]),
    listSessions: (site, now) => read(() => people.sessions(site, now)),
    endSession: (site, id) => writer.call('endSession', [site, Buffer.from(id, 'base64url')]),
    endSessionsOf: (site, access) => writer.call('endSessionsOf', [site, access]),

    addShare: (site, name, path) => writer.call('addShare', [site, name, path]),
    listShares: (site) => read(() => people.shares(site)),
    revokeShare: (site, share) => writer.call('revokeShare', [site, share]),
    grantOfShare: (token) => read(() => people.grantOfShare(token)),

    addKiosk: (site, settings) => writer.call('addKiosk', [site, settings]),
    listKiosks: (site) => read(() => kiosks.kiosks(site)),
    revokeKiosk: (site, kiosk) => writer.call('revokeKiosk', [site, kiosk]),
    grantOfKiosk: (token) => read(() => kiosks.grantOfKiosk(token)),

    listTouchpoints: (site) => read(() => sites.listTouchpoints(site)),
    getTouchpoint: (site, key) => read(() => sites.getTouchpoint(site, key)),
    settingsOfVersion: (site, key, version) => read(() => sites.settingsOfVersion(site, key, version)),
    putTouchpoint: (site, key, settings) => writer.call('putTouchpoint', [site, key, settings]),
    saveTouchpoint: (site, key, settings, base) => writer.call('saveTouchpoint', [site, key, settings, base]),
    declareTouchpoints: (site, touchpoints) => writer.call('declareTouchpoints', [site, touchpoints]),
    hideTouchpoint: (site, key) => writer.call('hideTouchpoint', [site, key]),
    showTouchpoint: (site, key) => writer.call('showTouchpoint', [site, key]),
    listKeptTouchpoints: (site) => read(() => sites.listKeptTouchpoints(site)),
    listMerged: (site) => read(() => sites.listMerged(site)),
    mergeTouchpoint: (site, from, into) => mergeInSteps(writer, site, from, into),
    finishMerges: async () => {
      await caretaker?.checked;
      return finishMerges(writer);
    },

    addInvitation: (invitation) => writer.call('addInvitation', [invitation]),
    getInvitation: (site, id) => read(() => invitations.getInvitation(site, id)),
    cancelInvitation: (site, id, now) => writer.call('cancelInvitation', [site, id, now]),

    addAction: (site, key, action) => writer.call('addAction', [site, key, action]),
    listActions: (site, key) => read(() => actions.listActions(site, key)),
    removeAction: (site, action) => writer.call('removeAction', [site, action]),

    retire: async () => {
      // Nobody waits for it, so it can wait.
      await caretaker?.checked;
      return retireInSteps(writer);
    },
    eraseRespondent: (site, respondent) => eraseInSteps(writer, site, respondent),
    scrub: async (maximumBytes) => {
      await caretaker?.checked;
      return scrub(writer, maximumBytes);
    },
    forgetNotes: async (now) => {
      await caretaker?.checked;
      return writer.call('forgetNotes', [now]);
    },
    verify: (progress) => writer.call('verify', [], progress),
    rebuild: (progress) => writer.call('rebuild', [], progress),
    backUp: async (target, progress) => {
      const thread = await summing.started();
      const made = await watchGrowth(partialOf(target), file, thread.call('backUp', [target]), progress);
      const noted = await writer.call('noteBackup', [target]).then(
        () => true,
        () => false,
      );
      return { ...made, noted };
    },
    listBackups: () => read(() => readBackups(connection)),
    broken: writer.broken,
    readiness: async () => (connection.open ? writer.readiness() : 'the store is closed'),
    close: async () => {
      stopWatching();
      connection.close();
      writer.shut();
      await Promise.all([summing.close(), caretaker?.close()]);
      // The last to close, because it copies what is left of the WAL into the file.
      await writer.close();
    },
  };
}

/** A connection to read with; where it cannot be opened, the threads do not outlive that. */
async function openOrClose(file: string, writer: WriterGate, caretaker: Caretaker | null) {
  try {
    return openForReading(file);
  } catch (error) {
    await caretaker?.close();
    await writer.close();
    throw new Error(whyUnusable(file, error));
  }
}
