import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { CITY, changed } from '../test-support/three-tiers.ts';
import { canonicalRuleSet, ruleSetBytes, ruleSetText } from './canonical-rule-set.ts';

const sm3 = (bytes: Uint8Array) => createHash('sm3').update(bytes).digest('hex');
const SMALL = {
  ...CITY,
  modules: [{ code: '1.0', name: '模块', weight: '40%', items: [] }],
  clauses: [{ id: '1.10', text: 'e\u0301' }],
  lists: { first: 3 },
  quota: { grade: '1.0', rate: '2/5' },
  year: undefined,
} as unknown as typeof CITY;

test('§16 the canonical text is pinned to the byte: keys in order, numbers shortest, text in NFC', () => {
  expect(ruleSetText(SMALL)).toBe(
    '{"appraises":["officer","unit"],"clauses":[{"id":"1.10","text":"\u00e9"}],"filing":"required",' +
      '"format":"mingji/rule-set@1","id":"city","lists":{"first":3},"mode":"percentage",' +
      '"modules":[{"code":"1.0","items":[],"name":"模块","weight":"0.4"}],"name":"市局办法",' +
      '"quota":{"grade":"1.0","rate":"0.4"},"totalMarks":"100","version":"1"}',
  );
  expect(sm3(ruleSetBytes(SMALL))).toBe('11b102a31a82c29b4be62999142d38ece61dfe72625bbbb2c668218a4be6e163');
});

test('§16 the same number in another spelling has the same hash, another number another', () => {
  const hash = (path: string, to: unknown) => sm3(ruleSetBytes(changed(CITY, path, to)));
  const own = sm3(ruleSetBytes(CITY));
  expect(hash('totalMarks', '100.00')).toBe(own);
  expect(hash('totalMarks', '+100')).toBe(own);
  expect(hash('totalMarks', '100.01')).not.toBe(own);
  expect(hash('version', '1.0')).not.toBe(own);
});

test('§16 order of lists is content, order of keys is not; defaults are not filled in', () => {
  const reversed = Object.fromEntries(Object.entries(CITY).reverse()) as unknown as typeof CITY;
  expect(ruleSetText(reversed)).toBe(ruleSetText(CITY));
  expect(ruleSetText({ ...CITY, clauses: [...CITY.clauses].reverse() })).not.toBe(ruleSetText(CITY));
  expect(ruleSetText({ ...CITY, notApplicable: 'rescale' })).not.toBe(ruleSetText(CITY));
});

test('§16 days, codes and places keep what they are', () => {
  expect(canonicalRuleSet({ from: '2026-01-01', code: '010', places: ['5.0', '3'], kept: null })).toEqual({
    from: '2026-01-01',
    code: '010',
    places: ['5', '3'],
    kept: null,
  });
});
