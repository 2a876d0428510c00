import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { entryBytes, type LedgerEntry } from './canonical-entry.ts';
import { canonicalJson } from './canonical-json.ts';
import { leafHash } from './merkle.ts';
import { toHex, utf8 } from './utf8.ts';

const entry: LedgerEntry = {
  id: '0198a000-0000-7000-8000-000000000001',
  bureau: 'b-1',
  subjectKind: 'unit',
  subject: 'u-7',
  indicator: 'files',
  period: '2026-09',
  kind: 'event',
  event: 'flaw',
  matter: '案件〔2026〕5号',
  points: null,
  booked: '-0.60',
  quantity: '3.0',
  of: null,
  multipliers: ['superior', 'again'],
  role: null,
  group: null,
  dueOn: null,
  doneOn: null,
  occurredOn: '2026-09-10',
  source: 'posting',
  sourceId: null,
  evidence: ['bb', 'aa'],
  by: 'a-3',
  at: '2026-09-11T01:02:03.004Z',
  reason: '卷内“证据”缺页',
  clause: 'c3',
  ruleSetVersion: 'rv-2',
  reverses: null,
  requestId: '0198a000-0000-7000-8000-0000000000ff',
};

const sm3 = (bytes: Uint8Array) => new Uint8Array(createHash('sm3').update(bytes).digest());

// These bytes are frozen: seals and receipts already handed out hash them. A change is a new format version.
const GOLDEN =
  '{"at":"2026-09-11T01:02:03.004Z","booked":"-0.6","bureau":"b-1","by":"a-3","clause":"c3","doneOn":null,' +
  '"dueOn":null,"event":"flaw","evidence":["aa","bb"],"format":"mingji/entry@1","group":null,' +
  '"id":"0198a000-0000-7000-8000-000000000001","indicator":"files","kind":"event","matter":"案件〔2026〕5号",' +
  '"multipliers":["again","superior"],"occurredOn":"2026-09-10","of":null,"period":"2026-09","points":null,' +
  '"quantity":"3","reason":"卷内“证据”缺页","requestId":"0198a000-0000-7000-8000-0000000000ff","reverses":null,' +
  '"role":null,"ruleSetVersion":"rv-2","source":"posting","sourceId":null,"subject":"u-7","subjectKind":"unit"}';

test('§15 the bytes of mingji/entry@1 are pinned, and their SM3 with them', () => {
  expect(new TextDecoder().decode(entryBytes(entry))).toBe(GOLDEN);
  expect(toHex(leafHash(entryBytes(entry), sm3))).toBe(
    'c86ee88d70658f17520ab217b0e7d49fb1ca5c7b4432a9112ea4f61adb9f3824',
  );
});

test('§15 one number has one sequence of bytes, and no list order changes it', () => {
  const same = {
    ...entry,
    booked: '-0.6',
    quantity: '3',
    evidence: ['aa', 'bb'],
    multipliers: ['again', 'superior'],
  };
  expect(entryBytes(same)).toEqual(entryBytes(entry));
});

test('§15 every field is in the bytes: changing any one changes them', () => {
  for (const [name, value] of Object.entries(entry)) {
    const other = Array.isArray(value)
      ? [...value, 'cc']
      : name === 'booked' || name === 'quantity' || name === 'points' || name === 'of'
        ? '7'
        : `${String(value)}x`;
    expect(toHex(entryBytes({ ...entry, [name]: other })), name).not.toBe(toHex(entryBytes(entry)));
  }
});

test('§1 a malformed number or a float never becomes bytes', () => {
  expect(() => entryBytes({ ...entry, quantity: '1e3' })).toThrow('not an exact number');
  expect(() => canonicalJson(0.5)).toThrow('write decimals as text');
});

test('§15 canonical JSON sorts keys, keeps null, normalises text and refuses two keys that are one', () => {
  const composed = '\u00e9';
  const decomposed = 'e\u0301';
  expect(canonicalJson({ b: [1, null, true], a: { [decomposed]: decomposed } })).toBe(
    `{"a":{"${composed}":"${composed}"},"b":[1,null,true]}`,
  );
  expect(() => canonicalJson({ [composed]: 1, [decomposed]: 2 })).toThrow('one in NFC');
});

test('§15 the bytes are UTF-8 as everybody else writes it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect([...utf8(text)]).toEqual([...new TextEncoder().encode(text)]);
    }),
  );
  expect(() => utf8('\ud800')).toThrow('surrogate');
});
