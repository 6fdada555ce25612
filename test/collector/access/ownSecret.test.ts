import { chownSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { identitySignature, OwnSecret } from '../../../packages/collector/src/access/ownSecret.ts';
import { StoreUnavailable } from '../../../packages/collector/src/store/storeUnavailable.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

let folder: string;
let database: string;
let remove: () => void;

beforeEach(() => {
  ({ folder, remove } = temporaryFolder());
  database = `${folder}/vivencia.db`;
});
afterEach(() => remove());

const content = Buffer.from('something');
const shop = { publicKey: 'pk_1', identityGeneration: 0 };
const secretOf = (secret: string | null = null) => new OwnSecret({ secret, database });

describe('the secret of the collector itself', () => {
  it('lies beside the database for its owner alone, from when it is first needed', () => {
    const own = secretOf();
    expect(readdirSync(folder)).toEqual([]);
    const signature = own.sign('invitation', content);
    expect(readdirSync(folder)).toEqual(['vivencia.db.secret']);
    expect(statSync(`${database}.secret`).mode & 0o777).toBe(0o600);
    expect(readFileSync(`${database}.secret`, 'utf8')).toMatch(/^[A-Za-z0-9_-]{43}\n$/);
    expect(secretOf().sign('invitation', content)).toEqual(signature);
  });

  // Nobody else can give a file away.
  it.skipIf(process.getuid?.() !== 0)('belongs to whom the database belongs, though root needed it first', () => {
    writeFileSync(database, '');
    chownSync(database, 1_234, 1_235);
    secretOf().sign('invitation', content);
    expect(statSync(`${database}.secret`)).toMatchObject({ uid: 1_234, gid: 1_235 });
  });

  it('is what the environment says where it says one, and then no file is written', () => {
    const own = secretOf('x'.repeat(32));
    expect(own.sign('invitation', content)).not.toEqual(secretOf('y'.repeat(32)).sign('invitation', content));
    expect(own.sign('invitation', content)).toHaveLength(32);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('signs for one purpose what it has not signed for another', () => {
    const own = secretOf('x'.repeat(32));
    expect(own.sign('invitation', content)).not.toEqual(own.sign('invitation answer', content));
  });

  it('gives each site an identity secret of its own, and another when that is replaced', () => {
    const own = secretOf('x'.repeat(32));
    const first = own.identitySecret(shop);
    expect(first).toMatch(/^is_[A-Za-z0-9_-]{43}$/);
    expect(own.identitySecret(shop)).toBe(first);
    expect(own.identitySecret({ ...shop, publicKey: 'pk_2' })).not.toBe(first);
    expect(own.identitySecret({ ...shop, identityGeneration: 1 })).not.toBe(first);
  });

  it.each(['', 'short\n'])('never takes a file that was cut off for a secret, nor writes over it: %j', (text) => {
    writeFileSync(`${database}.secret`, text);
    expect(() => secretOf().sign('invitation', content)).toThrow(StoreUnavailable);
    expect(readFileSync(`${database}.secret`, 'utf8')).toBe(text);
  });

  it('says so where its file is a link to what is not there, as of a volume that is not mounted', () => {
    symlinkSync(`${folder}/away/secret`, `${database}.secret`);
    expect(() => secretOf().sign('invitation', content)).toThrow(StoreUnavailable);
    expect(() => secretOf().sign('invitation', content)).toThrow(/link that leads nowhere/);
    expect(readdirSync(folder)).toEqual(['vivencia.db.secret']);
  });

  it('says so where it can be neither read nor written, and leaves nothing behind', () => {
    const nowhere = new OwnSecret({ secret: null, database: `${folder}/no/such/vivencia.db` });
    expect(() => nowhere.identitySecret(shop)).toThrow(/secret.*ENOENT/);
    expect(readdirSync(folder)).toEqual([]);
  });
});

it('a respondent is signed as any backend would: HMAC-SHA256 in hexadecimal (RFC 4231, case 2)', () => {
  expect(identitySignature('Jefe', 'what do ya want for nothing?')).toBe(
    '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
  );
});
