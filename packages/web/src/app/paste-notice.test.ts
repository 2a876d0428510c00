import { expect, test } from 'vitest';
import { cutByPaste } from './paste-notice.ts';

const field = { value: '已经写了五字', maxLength: 10, selectionStart: 6, selectionEnd: 6 };

test('P6 what a field does not take of a pasted text is counted, what the paste replaces is not', () => {
  expect(cutByPaste(field, '再贴五个字')).toBe(1);
  expect(cutByPaste({ ...field, selectionStart: 0 }, '再贴五个字')).toBe(0);
  expect(cutByPaste({ ...field, maxLength: -1 }, '字'.repeat(500))).toBe(0);
});
