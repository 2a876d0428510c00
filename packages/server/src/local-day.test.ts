import { expect, test } from 'vitest';
import { localMoment } from './local-day.ts';
import { deadlineText } from './modules/periods/index.ts';

const ZONE = 'Asia/Shanghai';

test('P15 a moment is told by the bureau’s clock of 24 hours, midnight as 00:00 of the new day', () => {
  expect(localMoment(new Date('2026-09-25T08:05:00Z'), ZONE)).toEqual({
    day: '2026-09-25',
    hour: '16',
    minute: '05',
  });
  expect(localMoment(new Date('2026-12-31T16:00:00Z'), ZONE)).toEqual({
    day: '2027-01-01',
    hour: '00',
    minute: '00',
  });
});

test('P14 the midnight that ends a day is told as 24:00 of that day, any other moment as it is', () => {
  expect(deadlineText(new Date('2026-09-25T16:00:00Z'), ZONE)).toBe('2026年9月25日24:00');
  expect(deadlineText(new Date('2026-09-25T08:05:00Z'), ZONE)).toBe('2026年9月25日16:05');
});
