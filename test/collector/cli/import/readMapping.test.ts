import { describe, expect, test } from 'vitest';
import { Misused } from '../../../../packages/collector/src/cli/exit.ts';
import { bindTable } from '../../../../packages/collector/src/cli/import/bindColumns.ts';
import { type MappingFlags, readMapping } from '../../../../packages/collector/src/cli/import/readMapping.ts';

const columnsOf = (...map: string[]) => Object.fromEntries(readMapping({ map }).columns ?? []);

describe('--map', () => {
  const rows: [map: string[], columns: Record<string, string>][] = [
    [['touchpoint=Page'], { touchpoint: 'Page' }],
    [['touchpoint=Page,emotion=Feeling', 'at=When'], { touchpoint: 'Page', emotion: 'Feeling', at: 'When' }],
    [['emotion=Feeling, if any, at=When'], { emotion: 'Feeling, if any', at: 'When' }],
    [['comment=a=b'], { comment: 'a=b' }],
    [['segment.plan=Plan, or none,at= When '], { 'segment.plan': 'Plan, or none', at: 'When' }],
    [['comment=Cafe\u0301'], { comment: 'Caf\u00e9' }],
  ];
  test.each(rows)('%j', (map, columns) => {
    expect(columnsOf(...map)).toEqual(columns);
  });
});

test('--value says what words of the file mean', () => {
  const { words } = readMapping({
    value: ['emotion:Enfadado=angry', 'emotion: a=b =calm', 'reasons:Delivery time=delivery'],
  });
  expect(words.meaning('emotion', 'Enfadado')).toBe('angry');
  expect(words.meaning('emotion', 'a=b')).toBe('calm');
  expect(words.meaning('emotion', 'Delivery time')).toBeNull();
  expect(words.unseen()).toEqual(['reasons:Delivery time']);
  expect(words.meaning('reasons', 'Delivery time')).toBe('delivery');
  expect(words.unseen()).toEqual([]);
});

const header = ['When', 'Page', 'Feeling', 'Feeling', 'Score'];
const mapped = ['at=When', 'touchpoint=Page', 'strength=Score'];

describe('what cannot be meant is named', () => {
  const rows: [flags: MappingFlags, says: RegExp][] = [
    [{ map: ['feeling=Feeling'] }, /there is no field "feeling"; there are id, touchpoint, .*segment\.NAME/],
    [{ map: ['at=When,emoton=Feeling'] }, /there is no field "emoton"/],
    [{ map: ['Feeling'] }, /--map FIELD=COLUMN/],
    [{ map: ['at=a', 'at=b'] }, /--map says at twice/],
    [{ map: ['at=a'], set: ['at=2026-01-01'] }, /at is said twice/],
    [{ set: ['id=order-1'] }, /each row needs an id of its own/],
    [{ map: ['segment.channel=Channel'] }, /"channel" can be no segment's name/],
    [{ map: ['segment.a:b=Channel'] }, /"a:b" can be no segment's name/],
    [{ value: ['emotion=angry'] }, /--value FIELD:FROM=TO/],
    [{ value: ['emotion:angry'] }, /--value FIELD:FROM=TO/],
    [{ value: ['emotion:a=calm', 'emotion:a=sad'] }, /says twice what emotion a is/],
    [{ map: [...mapped, 'emotion=Mood'] }, /emotion: there is no column "Mood"; there are When, Page, Feeling/],
    [{ map: [...mapped, 'emotion=Feeling'] }, /emotion: there are 2 columns "Feeling"/],
    [{ map: mapped }, /say where the answer is/],
    [{ map: ['touchpoint=Page', 'nps=Score'] }, /say what at is/],
    [{ map: ['at=When', 'nps=Score'] }, /say what touchpoint is/],
    [{ map: [...mapped, 'nps=Score'], value: ['comment:a=b'] }, /comment is not mapped/],
    [{ map: ['at=When', 'touchpoint=Page', 'nps=Score', 'latency=Score', 'latencyMs=Score'] }, /are the same/],
    [{}, /say what at is: .*the columns are When, Page/],
  ];
  test.each(rows)('%j', (flags, says) => {
    expect(() => bindTable(readMapping(flags), header)).toThrow(Misused);
    expect(() => bindTable(readMapping(flags), header)).toThrow(says);
  });
});

describe('without --map', () => {
  const names = ['touchpoint', 'at', 'Mood', 'emotion', 'segment.plan', 'vivencia_line'];

  test('a column with a field’s name is that field', () => {
    const { places } = bindTable(readMapping({}), names);
    expect(Object.fromEntries(places)).toEqual({ touchpoint: 0, at: 1, emotion: 3, 'segment.plan': 4 });
  });

  test('what is set for all rows wins', () => {
    expect(bindTable(readMapping({ set: ['touchpoint=checkout'] }), names).places.has('touchpoint')).toBe(false);
  });

  test('two columns of one field are not guessed between', () => {
    expect(() => bindTable(readMapping({}), [...names, 'at'])).toThrow(/two columns "at"/);
  });
});
