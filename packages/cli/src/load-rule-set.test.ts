import { expect, test } from 'vitest';
import { evaluateCommand } from './commands/evaluate.ts';
import { handbookExample } from './test-support/handbook-example.ts';
import { runCommand } from './test-support/run-command.ts';
import { files } from './test-support/three-tier-files.ts';

test('§16 evaluate takes a lower method with those above it', async () => {
  const facts = JSON.stringify({
    period: { id: '2026-09', from: '2026-09-01', to: '2026-09-30', kind: 'month' },
    subjects: [{ id: 'a', kind: 'unit', code: '1' }],
    entries: ['files', 'visits', 'patrol'].map((indicator) => ({
      id: indicator,
      subject: 'a',
      indicator,
      kind: 'measure',
      quantity: '1',
      of: '2',
      at: '2026-09-10',
    })),
    targets: ['files', 'visits', 'patrol'].map((indicator) => ({ subject: 'a', indicator, quantity: '2' })),
  });
  const run = (argv: readonly string[]) =>
    runCommand(evaluateCommand, argv, { files: { ...files, 'f.json': facts } });
  const { code, json } = await run([
    'unit.yaml',
    'f.json',
    '--upper',
    'city.yaml',
    'department.yaml',
    '--traces',
    'none',
  ]);
  expect([code, json().subjects?.[0]?.items?.length]).toEqual([0, 2]);
  expect((await run(['unit.yaml', 'f.json'])).json()).toMatchObject({
    code: 'upperMissing',
    file: 'unit.yaml',
  });
  expect((await run(['unit.yaml', 'f.json', '--upper'])).code).toBe(2);
});

test('X7 a refused fact is told with its line', async () => {
  const facts = handbookExample['f.json'].replace('"indicator": "files"', '"indicator": "nothing"');
  const { code, json } = await runCommand(evaluateCommand, ['r.yaml', 'f.json'], {
    files: { 'r.yaml': handbookExample['r.yaml'], 'f.json': facts },
  });
  expect(code).toBe(1);
  const line = facts.split('\n').findIndex((text) => text.includes('"nothing"')) + 1;
  expect(json()).toMatchObject({ file: 'f.json' });
  expect(json().line).toBeGreaterThan(1);
  expect(Math.abs(json().line - line)).toBeLessThanOrEqual(1);
});
