import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { actionLabel, labelledActions } from './action-labels.ts';

const sources = fileURLToPath(new URL('../../', import.meta.url));

/** Audit actions are written as `<thing>.<pastParticiple>`; no other `action:` of the source has a dot. */
function actionsInSource(): string[] {
  return readdirSync(sources, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
    .flatMap((path) => [...readFileSync(`${sources}/${path}`, 'utf8').matchAll(/action: '(\w+\.\w+)'/g)])
    .map((found) => found[1] ?? '');
}

test('三员 the audit administrator reads every action in words', () => {
  const actions = [...new Set(actionsInSource())];
  expect(actions.length).toBeGreaterThan(10);
  expect(actions.filter((action) => !labelledActions.has(action))).toEqual([]);
  expect(actionLabel('account.approved')).toBe('审批开户');
  expect(actionLabel('of.yesterday')).toBe('of.yesterday');
});
