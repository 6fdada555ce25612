import { vivencia } from '../support/runningServer.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

export interface TrustedSite {
  folder: string;
  /** The SQLite file. */
  file: string;
  publicKey: string;
  secretKey: string;
  remove(): void;
}

/** A database with one site, in a folder of its own or in one that is given. */
export async function trustedSite(given?: string): Promise<TrustedSite> {
  const { folder, remove } = given === undefined ? temporaryFolder() : { folder: given, remove: () => {} };
  const { publicKey, secretKey } = JSON.parse((await vivencia(folder, 'site', 'add', 'Shop', '--json')).stdout);
  return { folder, file: `${folder}/vivencia.db`, publicKey, secretKey, remove };
}
