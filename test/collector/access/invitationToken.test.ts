import { describe, expect, test } from 'vitest';
import { AnswerPasses } from '../../../packages/collector/src/access/answerPass.ts';
import { InvitationTokens } from '../../../packages/collector/src/access/invitationToken.ts';
import { OwnSecret } from '../../../packages/collector/src/access/ownSecret.ts';
import { noon } from '../../support/delivery.ts';

const ownSecret = (character: string) => new OwnSecret({ secret: character.repeat(43), database: '/nowhere' });
const claim = { id: '0190a000-0000-7000-8000-0123456789ab', site: 4_294_967_295, expiresAt: noon };
const tokens = new InvitationTokens(ownSecret('s'));
const token = tokens.write(claim);

/** A text in base64url with one bit of what it stands for turned round. */
function flipped(text: string, bit: number): string {
  const bytes = Buffer.from(text, 'base64url');
  bytes.writeUInt8(bytes.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
  return bytes.toString('base64url');
}

describe('the token of a link', () => {
  test('says what was written, in 56 characters of an address', () => {
    expect(token).toMatch(/^[\w-]{56}$/);
    expect(tokens.read(token)).toEqual(claim);
  });

  test('is nothing with any one of its 336 bits turned round', () => {
    const read = Array.from({ length: 336 }, (_, bit) => tokens.read(flipped(token, bit)));
    expect(read.filter((said) => said !== null)).toEqual([]);
  });

  test.each([
    ['of another secret', new InvitationTokens(ownSecret('t')).write(claim)],
    ['cut off', token.slice(0, -1)],
    ['with something after it', `${token}A`],
    ['with a line after it', `${token}\n`],
    ['with white space', ` ${token.slice(1)}`],
    ['of characters of the other base64', `${token.slice(0, -1)}+`],
    ['empty', ''],
    ['all of one character', 'A'.repeat(56)],
  ])('is nothing %s', (_, text) => {
    expect(tokens.read(text)).toBeNull();
  });
});

describe('the pass of an answer', () => {
  const passes = new AnswerPasses(ownSecret('s'));
  const pass = passes.write(token, noon);

  test('is good for its link, for 30 minutes', () => {
    expect(pass).toMatch(/^[\w-]{28}$/);
    expect(passes.isGood(pass, token, noon + 30 * 60_000 - 1)).toBe(true);
    expect(passes.isGood(pass, token, noon + 30 * 60_000)).toBe(false);
    expect(passes.isGood(pass, tokens.write({ ...claim, site: 1 }), noon)).toBe(false);
  });

  test('is nothing with any one of its 168 bits turned round, and no token is one', () => {
    const good = Array.from({ length: 168 }, (_, bit) => passes.isGood(flipped(pass, bit), token, noon));
    expect(good).not.toContain(true);
    expect(passes.isGood(token, token, noon)).toBe(false);
  });
});
