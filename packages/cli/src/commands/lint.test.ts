import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { handbookExample } from '../test-support/handbook-example.ts';
import { runCommand } from '../test-support/run-command.ts';
import { city, department, files } from '../test-support/three-tier-files.ts';
import { lintCommand } from './lint.ts';

const lint = (argv: readonly string[], more: Readonly<Record<string, string>> = {}) =>
  runCommand(lintCommand, argv, { files: { ...files, ...more } });

test('X6 a sound method passes, with its content hash', async () => {
  const { code, json } = await lint(['city.yaml']);
  expect(code).toBe(0);
  expect(json()).toEqual({
    ok: true,
    hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    problems: [],
    findings: [],
    broken: [],
  });
});

test('§16 the hash is that of the rules, not of their spelling', async () => {
  const hash = async (text: string) => (await lint(['x.yaml'], { 'x.yaml': text })).json().hash;
  const own = await hash(city);
  expect(await hash(`# 注释\n${city.replaceAll('marks: 60', 'marks: "60.0"')}`)).toBe(own);
  expect(await hash(city.replace('按完成比例得分', '按比例得分'))).not.toBe(own);
});

test('X7 every problem says file, line, column and field, the first one on top', async () => {
  const wrong = city.replace('totalMarks: 100', 'totalMarks: 90').replace('owner: 法制支队', 'owner: ""');
  const { code, json } = await lint(['x.yaml'], { 'x.yaml': wrong });
  expect(code).toBe(1);
  expect(json()).toMatchObject({
    ok: false,
    code: 'ownerMissing',
    path: 'modules[0].items[0].indicators[0].owner',
    clause: 'c1',
    file: 'x.yaml',
    line: 20,
    column: 50,
    problems: [
      { code: 'ownerMissing', file: 'x.yaml', line: 20 },
      { code: 'marksDoNotSum', path: 'totalMarks', file: 'x.yaml', line: 6, column: 1 },
    ],
  });
});

test('X7 a file that is not of the format has problems, and no hash', async () => {
  const { code, json } = await lint(['x.yaml'], { 'x.yaml': city.replace('name: 共性', 'nmae: 共性') });
  expect(code).toBe(1);
  expect(json()).toMatchObject({ ok: false, hash: null, findings: [], broken: [] });
  expect(json().problems.map((each: { path: string; line: number }) => [each.path, each.line])).toEqual([
    ['modules[0].items[0].name', 15],
    ['modules[0].items[0].nmae', 16],
  ]);
  expect(json().problems[1].message).toContain('是不是想写 name');
  expect((await lint(['gone.yaml'])).json()).toMatchObject({ code: 'fileUnreadable', file: 'gone.yaml' });
  const broken = await lint(['x.yaml'], { 'x.yaml': 'a: 1\nb: [1\n' });
  expect(broken.json()).toMatchObject({ code: 'fileMalformed', file: 'x.yaml', line: 3, column: 1 });
});

test('X6 a flagged indicator asks for the legal office’s opinion; advice alone passes', async () => {
  const flagged = await lint(['x.yaml'], { 'x.yaml': city.replace('name: 案卷', 'name: 行政拘留人数') });
  expect(flagged.code).toBe(1);
  expect(flagged.json()).toMatchObject({
    ok: false,
    code: 'needsSignOff',
    path: 'modules[0].items[0].indicators[0]',
    message: expect.stringContaining('有 1 处提示须登记法制审核意见'),
    problems: [],
    findings: [{ needsSignOff: true, file: 'x.yaml', line: 20, reason: expect.any(String) }],
  });
  const advice = await lint(['x.yaml'], { 'x.yaml': city.replace('evidence: 评查表, ', '') });
  expect(advice.code).toBe(0);
  expect(advice.json()).toMatchObject({ ok: true, findings: [{ needsSignOff: false, file: 'x.yaml' }] });
});

test('§16 three tiers are made whole from the files given, in any order', async () => {
  for (const uppers of [
    ['--upper', 'city.yaml', 'department.yaml'],
    ['--upper', 'department.yaml', '--upper', 'city.yaml'],
  ]) {
    const { code, json } = await lint(['unit.yaml', ...uppers]);
    expect([code, json().problems]).toEqual([0, []]);
  }
  expect((await lint(['--upper', 'city.yaml', 'department.yaml'])).code).toBe(0);
});

test('§16 an upper method that is not given, a circle, and one that itself may not, are refused', async () => {
  const alone = await lint(['unit.yaml', '--upper', 'city.yaml']);
  expect(alone.json()).toMatchObject({ code: 'upperMissing', path: 'extends', file: 'unit.yaml', line: 5 });
  expect(alone.json().message).toContain('“department”第 1 版');
  const old = await lint(['department.yaml', '--upper', 'c.yaml'], {
    'c.yaml': city.replace('version: 1', 'version: 2'),
  });
  expect(old.json()).toMatchObject({ code: 'upperMissing', file: 'department.yaml' });
  const round = city.replace('version: 1\n', 'version: 1\nextends: { id: department, version: 1 }\n');
  const circle = await lint(['department.yaml', '--upper', 'c.yaml', 'department.yaml'], { 'c.yaml': round });
  expect(circle.json()).toMatchObject({ code: 'extendsCircle', path: 'extends' });
  const loose = { 'd.yaml': department.replace('marks: 30', 'marks: 29') };
  const below = await lint(['unit.yaml', '--upper', 'city.yaml', 'd.yaml'], loose);
  expect(below.json()).toMatchObject({ code: 'openedMarksMismatch', file: 'd.yaml', line: 12 });
  const bad = await lint(['unit.yaml', '--upper', 'x.yaml'], { 'x.yaml': 'a: 1\n' });
  expect(bad.json()).toMatchObject({ code: 'formatInvalid', file: 'x.yaml' });
  const strange = await lint(['d.yaml', '--upper', 'city.yaml'], {
    'd.yaml': department.replace('code: own', 'code: nowhere'),
  });
  expect(strange.json()).toMatchObject({ code: 'inheritedUnknown', file: 'd.yaml', line: 12 });
});

test('§16 what a lower method may not names both clauses and its own line, by code', async () => {
  const wrong = { 'd.yaml': department.replace('marks: 30', 'marks: 29') };
  const { json } = await lint(['d.yaml', '--upper', 'city.yaml'], wrong);
  expect(json()).toMatchObject({
    code: 'openedMarksMismatch',
    path: 'modules[main].items[own]',
    file: 'd.yaml',
    line: 12,
  });
  expect(json().message).toMatch(/条款c2“部门指标四十分。”；本办法条款d1“/);
  expect(json().problems.map((each: { code: string }) => each.code)).toEqual([
    'openedMarksMismatch',
    'marksDoNotSum',
  ]);
});

test('X6 what is taken over word for word is not flagged again below', async () => {
  const unlawful = { 'c.yaml': city.replace('name: 案卷', 'name: 行政拘留人数') };
  expect((await lint(['c.yaml'], unlawful)).code).toBe(1);
  const { code, json } = await lint(['department.yaml', '--upper', 'c.yaml'], unlawful);
  expect([code, json().findings]).toEqual([0, []]);
  const own = await lint(['d.yaml', '--upper', 'city.yaml'], {
    'd.yaml': department.replace('name: 走访', 'name: 行政拘留人数'),
  });
  expect(own.json()).toMatchObject({
    code: 'needsSignOff',
    path: 'modules[main].items[own].indicators[visits]',
    findings: [{ line: 15 }],
  });
});

test('§16 a new version tells what breaks in the methods under the old one', async () => {
  const next = city
    .replace('version: 1', 'version: 2')
    .replaceAll('marks: 40', 'marks: 39')
    .replaceAll('marks: 60', 'marks: 61');
  const argv = ['new.yaml', '--old', 'city.yaml', '--lower', 'department.yaml'];
  const { code, json } = await lint(argv, { 'new.yaml': next });
  expect(code).toBe(0);
  expect(json().broken).toMatchObject([
    {
      id: 'department',
      version: '1',
      problems: [{ code: 'openedMarksMismatch' }, { code: 'marksDoNotSum' }],
    },
  ]);
  const fine = await lint(argv, { 'new.yaml': city.replace('version: 1', 'version: 2') });
  expect(fine.json().broken).toMatchObject([{ id: 'department', problems: [] }]);
  expect(
    (
      await lint(['new.yaml', '--old', 'gone.yaml', '--lower', 'department.yaml'], { 'new.yaml': next })
    ).json(),
  ).toMatchObject({
    code: 'fileUnreadable',
    file: 'gone.yaml',
  });
  const lost = await lint(['new.yaml', '--old', 'city.yaml', '--lower', 'gone.yaml'], { 'new.yaml': next });
  expect(lost.json()).toMatchObject({ code: 'fileUnreadable', file: 'gone.yaml' });
});

test.each([
  [[]],
  [['city.yaml', 'department.yaml']],
  [['city.yaml', '--what']],
  [['city.yaml', '--upper']],
  [['city.yaml', '--upper', '--old', 'x']],
  [['city.yaml', '--old', 'x.yaml']],
  [['city.yaml', '--lower', 'x.yaml']],
  [['city.yaml', '--old', 'x.yaml', 'y.yaml', '--lower', 'z.yaml']],
])('§15 wrong usage %j says how to use it, and exit code 2', async (argv) => {
  const { code, out, err } = await lint(argv);
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain('用法：mingji lint');
});

test('§15 asked for, the usage is the answer', async () => {
  const { code, out } = await lint(['--help']);
  expect(code).toBe(0);
  expect(out).toContain('用法：mingji lint');
});

test('X8 the command is there for an outsider', () => {
  const bin = new URL('../main.ts', import.meta.url).pathname;
  const input = JSON.stringify(parse(handbookExample['r.yaml']));
  const out = execFileSync(process.execPath, [bin, 'lint', '-'], { encoding: 'utf8', input });
  expect(JSON.parse(out)).toMatchObject({ ok: true, problems: [] });
});
