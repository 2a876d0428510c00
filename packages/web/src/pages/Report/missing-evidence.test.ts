import { expect, test } from 'vitest';
import { missingEvidence } from './missing-evidence.ts';

test('P6 a report without the attachment its indicator asks for is named before it is sent', () => {
  expect(missingEvidence('走访检查登记', [])).toBe('走访检查登记');
  expect(missingEvidence('走访检查登记', undefined)).toBe('走访检查登记');
  expect(missingEvidence('走访检查登记', [{ id: '1' }])).toBeNull();
});

test('P6 who needs to attach nothing is not asked', () => {
  expect(missingEvidence(null, [])).toBeNull();
  expect(missingEvidence(' ', undefined)).toBeNull();
});
