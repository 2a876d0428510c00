import { expect, test } from 'vitest';
import { getWorkbench, workbenchGroups } from './workbench.ts';

test('P10 somebody who plays every part finds a group for each on the workbench', () => {
  const groups = workbenchGroups.map((key) => ({ key, title: key, emptyText: '', items: [] }));
  const answer = { serverTime: '2026-11-21T08:00:00.000Z', periods: [], groups };
  expect(getWorkbench.response.safeParse(answer).success).toBe(true);
});
