import { imports, ruleSets } from '@mingji/contract';
import { checkRuleSet, type RuleSet } from '@mingji/engine';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { TestClient } from '../support/client.ts';
import type { TestUnit } from '../support/seed.ts';
import { fixture, fixtureKey, ofBatch, request, rowsOf, seedLinxi, upload } from './linxi.ts';

interface BookKey {
  readonly items: Record<string, number>;
  readonly indicators: readonly {
    row: number;
    item: string;
    name: string;
    rule: string;
    marks: number;
    owner: string;
  }[];
  readonly flaggedByLinter: readonly string[];
  readonly decomposition: readonly {
    indicator: string;
    shares: Record<string, number>;
    difference: number;
  }[];
}
const key = fixtureKey<BookKey>('target-book.key.json');

let server: TestApp;
let county: TestUnit;
let other: TestUnit;
let office: TestClient;

beforeAll(async () => {
  server = await startTestApp({ clock: () => new Date('2026-11-21T01:00:00Z') });
  ({ county, other } = await seedLinxi(server.db));
  office = await server.signInWith({ roles: ['office'], unit: county });
});
afterAll(() => server.stop());

/** Owners written by their short names are repairs to agree to. */
async function uploadBook() {
  const { id } = await upload(office, '2026年目标责任细则.xlsx', fixture('target-book.xlsx'));
  const body = { ...request(), accept: true, kinds: ['unit-alias'] };
  return (await office.call(imports.acceptImportRepairs, { ...ofBatch(id), body })).batch;
}
const confirmBook = (batch: imports.ImportBatch, code: string) =>
  office.call(imports.confirmImport, {
    ...ofBatch(batch.id),
    body: {
      ...request(),
      taken: batch.summary.taken,
      ruleSet: { ruleSetId: null, code, name: '派出所目标责任考核', sequenceCodes: [] },
    },
  });
const undo = (batchId: string) =>
  office.call(imports.undoImport, { ...ofBatch(batchId), body: { ...request(), reason: '测试撤销' } });
const count = async (table: 'rule_set' | 'rule_set_version' | 'target') => {
  const { n } = await server.db
    .selectFrom(table)
    .select((select) => select.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return Number(n);
};

test('P18 the target book is recognised, with every indicator of the key and the typed rule read from its sentence', async () => {
  const batch = await uploadBook();
  expect(batch.kind).toBe('targetBook');
  expect(batch.tableProblems).toEqual([]);
  expect(batch.summary).toMatchObject({ taken: key.indicators.length });
  const { rules } = await office.call(imports.listImportRules, ofBatch(batch.id));
  expect(
    rules.map(({ row, item, name, text, marks, owner }) => ({
      row,
      item,
      name,
      rule: text,
      marks: Number(marks),
      owner,
    })),
  ).toEqual(
    key.indicators.map(({ row, item, name, rule, marks, owner }) => ({
      row,
      item,
      name,
      rule,
      marks,
      owner,
    })),
  );
  expect(rules.every(({ rule }) => rule.scoring !== null)).toBe(true);
  expect(rules.filter(({ flags }) => flags.length > 0).map(({ name }) => name)).toEqual(key.flaggedByLinter);
  expect(await count('rule_set')).toBe(0);
});

test('P18 the confirmed book is a sound draft: seven items, the sentences as clauses, the marks of the paper', async () => {
  const batch = await uploadBook();
  const done = (await confirmBook(batch, 'stations-2026')).batch;
  expect(done.written).toBe(`办法草稿“派出所目标责任考核”：7 个项目、${key.indicators.length} 个指标`);
  const { version } = await office.call(ruleSets.getVersion, {
    params: { versionId: done.ruleSet?.versionId ?? '' },
  });
  const content = version.content as RuleSet;
  expect(checkRuleSet(content)).toEqual([]);
  const items = content.modules.flatMap((module) => module.items);
  expect(Object.fromEntries(items.map((item) => [item.name, Number(item.marks)]))).toEqual(key.items);
  expect(content.clauses.map((clause) => clause.text)).toEqual(key.indicators.map(({ rule }) => rule));
  expect(items.flatMap((item) => item.indicators.map(({ owner }) => owner))).toEqual(
    key.indicators.map(({ owner }) => owner),
  );
  expect(version.state).toBe('draft');
  await undo(batch.id);
  expect([await count('rule_set'), await count('rule_set_version')]).toEqual([0, 0]);
});

test('P5 a split that does not add up stops the issuing until it is corrected or explained', async () => {
  const batch = await uploadBook();
  const wrong = key.decomposition.find(({ difference }) => difference !== 0);
  await confirmBook(batch, 'stations-split');
  const issue = { ...ofBatch(batch.id), body: { ...request(), year: 2026 } };
  const refused = await office.refusal(imports.issueImportTargets, issue);
  expect(refused.body.problems.map(({ message }) => message)).toEqual([
    expect.stringContaining(wrong?.indicator ?? '?'),
  ]);
  const [row] = await rowsOf(office, batch.id, { section: 'decomposition', problem: 'not-conserved' });
  if (!row) throw new Error('the split has a row that is not conserved');
  expect(row.verdict).toBe('error');
  const edit = (field: string, value: string | null) =>
    office.call(imports.editImportCells, {
      ...ofBatch(batch.id),
      body: { ...request(), edits: [{ sheet: row.sheet, row: row.row, field, value }] },
    });
  const explained = (await edit('explanation', '白石派出所辖区新增小区，多下达 3 户')).batch;
  expect(explained.targets).toMatchObject({ obstacles: [] });
  await edit('explanation', null);
  const corrected = (await edit('白石派出所', '1192')).batch;
  expect(corrected.targets).toMatchObject({ obstacles: [], issued: 0 });
  const shares = key.decomposition.reduce((sum, { shares }) => sum + Object.keys(shares).length, 0);
  const issued = (
    await office.call(imports.issueImportTargets, { ...issue, body: { ...request(), year: 2026 } })
  ).batch;
  expect(issued.targets.issued).toBe(shares);
  expect(await count('target')).toBe(shares);
  const sum = await server.db
    .selectFrom('target')
    .innerJoin('unit', 'unit.id', 'target.unit_id')
    .select('quantity')
    .where('unit.name', '=', '白石派出所')
    .where('quantity', '=', '1192')
    .execute();
  expect(sum).toHaveLength(1);
  expect(
    await office.refusal(imports.issueImportTargets, { ...issue, body: { ...request(), year: 2026 } }),
  ).toMatchObject({
    code: 'conflict',
  });
  expect(
    await office.refusal(imports.editImportCells, {
      ...ofBatch(batch.id),
      body: { ...request(), edits: [{ sheet: row.sheet, row: row.row, field: 'total', value: '1' }] },
    }),
  ).toMatchObject({ code: 'conflict' });
  await undo(batch.id);
  expect([await count('rule_set'), await count('target')]).toEqual([0, 0]);
});

test('X7 a typed rule is corrected before the confirm, and what is not a rule is refused', async () => {
  const batch = await uploadBook();
  const [first] = (await office.call(imports.listImportRules, ofBatch(batch.id))).rules;
  if (!first) throw new Error('the book has indicators');
  const params = { batchId: batch.id, row: String(first.row) };
  const scoring = { family: 'occurrence' as const, events: [{ code: 'e1', name: '不在位', points: '-1' }] };
  const { rules } = await office.call(imports.correctImportRule, {
    params: { ...params, row: first.row },
    body: { ...request(), rule: { scoring, additions: null, cap: '3' } },
  });
  expect(rules[0]).toMatchObject({ rule: { scoring, cap: '3' }, confidence: null });
  const wrong = { scoring: { family: 'occurrence', events: [] }, additions: null, cap: null };
  expect(
    await office.refusal(imports.correctImportRule, { params, body: { ...request(), rule: wrong } }),
  ).toMatchObject({ code: 'invalid' });
  await office.call(imports.correctImportRule, {
    params: { ...params, row: first.row },
    body: { ...request(), rule: { scoring: null, additions: null, cap: null } },
  });
  const undecided = await office.refusal(imports.confirmImport, {
    ...ofBatch(batch.id),
    body: {
      ...request(),
      taken: batch.summary.taken,
      ruleSet: { ruleSetId: null, code: 'undecided', name: '未核定', sequenceCodes: [] },
    },
  });
  expect(undecided.body.problems).toEqual([expect.objectContaining({ path: `row.${first.row}` })]);
  expect(await count('rule_set')).toBe(0);
});

test('P18 marks that do not add up stop the confirm, naming the difference; a corrected cell lets it pass', async () => {
  const batch = await uploadBook();
  const row = (await rowsOf(office, batch.id)).find(({ taken }) => taken);
  if (!row) throw new Error('the book has indicators');
  const edit = (value: string | null) =>
    office.call(imports.editImportCells, {
      ...ofBatch(batch.id),
      body: { ...request(), edits: [{ sheet: row.sheet, row: row.row, field: 'marks', value }] },
    });
  const broken = (await edit('4')).batch;
  expect(broken.tableProblems.join()).toContain('相差 1 分');
  const body = {
    ...request(),
    taken: broken.summary.taken,
    ruleSet: { ruleSetId: null, code: 'broken', name: '分值不平', sequenceCodes: [] },
  };
  expect(await office.refusal(imports.confirmImport, { ...ofBatch(batch.id), body })).toMatchObject({
    code: 'refused',
  });
  expect((await edit(null)).batch.tableProblems).toEqual([]);
});

test('P18 an undo is refused once the draft was worked on', async () => {
  const batch = await uploadBook();
  const done = (await confirmBook(batch, 'worked-on')).batch;
  await server.db
    .updateTable('rule_set_version')
    .set({ updated_at: new Date('2026-11-22T01:00:00Z') })
    .where('id', '=', done.ruleSet?.versionId ?? '')
    .execute();
  const refused = await office.refusal(imports.undoImport, {
    ...ofBatch(batch.id),
    body: { ...request(), reason: '重来' },
  });
  expect(refused.body.problems.map(({ message }) => message)).toEqual([expect.stringContaining('修改过')]);
});

test('P1 another county’s office neither issues nor undoes', async () => {
  const foreign = await server.signInWith({ roles: ['office'], unit: other });
  const batch = await uploadBook();
  expect(
    await foreign.refusal(imports.issueImportTargets, {
      ...ofBatch(batch.id),
      body: { ...request(), year: 2026 },
    }),
  ).toMatchObject({ code: 'forbidden' });
  expect(await foreign.refusal(imports.listImportRules, ofBatch(batch.id))).toMatchObject({
    code: 'forbidden',
  });
  expect(await server.visitor.refusal(imports.listImportRules, ofBatch(batch.id))).toMatchObject({
    status: 401,
  });
});
