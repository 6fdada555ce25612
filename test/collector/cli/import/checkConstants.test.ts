import { expect, test } from 'vitest';
import { defaultSite } from '../../../../packages/collector/src/api/siteSchema.ts';
import { Misused } from '../../../../packages/collector/src/cli/exit.ts';
import { checkConstants } from '../../../../packages/collector/src/cli/import/checkConstants.ts';
import { readMapping } from '../../../../packages/collector/src/cli/import/readMapping.ts';
import { readRules } from '../../../../packages/collector/src/cli/import/rules.ts';

const site = { id: 1, publicKey: 'pk_a', identityGeneration: 0, ...defaultSite('Shop') };
const now = Date.UTC(2026, 10, 22);
const check = (...set: string[]) => {
  const rules = readRules({ strengthMax: '10', latencyUnit: 's', timeFormat: 'iso' });
  checkConstants(readMapping({ set, value: ['touchpoint:Tills=tills'] }), rules, site, now);
};

test.each([
  [[]],
  [['touchpoint=checkout', 'channel=Email', 'locale=es-ES', 'test=yes', 'segment.plan=pro plus']],
  [['touchpoint=Tills']],
  [['status=shown']],
  [['strength=8', 'latency=2', 'at=2026-03-01', 'version=3']],
  [['evaluationScale=nps']],
  [['evaluationScale=nps', 'evaluationValue=10']],
  [['csat=5']],
  [['segment={"plan":"pro"}', 'reasons=price, late']],
])('%j can be said of every row', (set) => {
  expect(() => check(...set)).not.toThrow();
});

test.each<[set: string, says: RegExp]>([
  ['touchpoint=Support chat', /--set touchpoint: "Support chat" has a form .*--value/],
  ['channel=post', /--set channel: "post" must be one of/],
  ['emotion=fine', /--set emotion: "fine" must be one of/],
  ['locale=España', /--set locale: /],
  ['strength=7', /--set strength: 7 of 10/],
  ['csat=9', /--set csat: "9" must be at most 5/],
  ['test=perhaps', /--set test: /],
  ['at=2999-01-01', /--set at: .*still to come/],
  ['status=done', /--set status: "done" must be one of/],
  ['reasons=price, Late one', /--set reasons: "Late one" has a form/],
])('%s cannot', (set, says) => {
  expect(() => check(set)).toThrow(Misused);
  expect(() => check(set)).toThrow(says);
});
