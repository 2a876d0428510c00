import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import type { Reader } from '../../../db/database.ts';
import type { Batch } from '../batch.ts';

interface Dependence {
  /** What depends, in the words of an office; `n` is how many. */
  readonly say: (n: number, example: string) => string;
  /** Rows of (name) that depend on what the batch wrote. */
  readonly rows: RawBuilder<{ name: string | null }>;
}

/** What keeps a confirmed batch from being undone; empty when nothing depends on it. */
export async function findDependents(db: Reader, _ctx: Ctx, batch: Batch): Promise<string[]> {
  const found: string[] = [];
  for (const { say, rows } of dependences(batch)) {
    const { rows: answer } = await sql<{ n: number; example: string | null }>`
      select count(*)::int as n, string_agg(distinct name, '、') filter (where place <= 3) as example
      from (select name, row_number() over () as place from (${rows}) as d(name)) as numbered`.execute(db);
    const [{ n, example } = { n: 0, example: null }] = answer;
    if (n > 0) found.push(say(n, example ?? ''));
  }
  return found;
}

function dependences(batch: Batch): Dependence[] {
  switch (batch.kind) {
    case 'roster':
      return onOfficers(batch.id);
    case 'units':
      return onUnits(batch.id);
    case 'targetBook':
      return onRuleSet(batch.id);
    case 'attendance':
      return onAttendance(batch.id);
  }
}

function onAttendance(batchId: string): Dependence[] {
  const booked = (more: RawBuilder<unknown>) =>
    sql<{ name: string | null }>`
      select p.label from ledger_entry e join period p on p.id = e.period_id
      where e.source_kind = 'import' and e.source_id = ${batchId} and e.kind <> 'reversal' and ${more}`;
  return [
    {
      say: (n, label) => `所记的 ${n} 条分在已封存的周期（${label}），更正请由当事人提出复议`,
      rows: booked(sql`p.state = 'sealed'`),
    },
    {
      say: (n) => `对所记的分有 ${n} 件复议尚未答复，请先答复`,
      rows: booked(sql`exists (select from appeal a where a.ledger_entry_id = e.id and a.state = 'filed')`),
    },
  ];
}

function onOfficers(batchId: string): Dependence[] {
  const of = (table: string, column: string) =>
    sql<{ name: string | null }>`
      select o.name from ${sql.table(table)} t join officer o on o.id = t.${sql.ref(column)}
      where o.import_batch_id = ${batchId}`;
  return [
    {
      say: (n, who) => `${n} 人已开通账号（${who}等），请先停用并清理账号`,
      rows: sql`
      select o.name from account t join officer o on o.id = t.officer_id where o.import_batch_id = ${batchId}`,
    },
    {
      say: (n, who) => `已有 ${n} 笔记分记在这些人员名下（${who}等）`,
      rows: of('ledger_entry', 'subject_id'),
    },
    { say: (n, who) => `已有 ${n} 件工作填报属于这些人员（${who}等）`, rows: of('submission', 'subject_id') },
    { say: (n, who) => `已有 ${n} 件复议属于这些人员（${who}等）`, rows: of('appeal', 'subject_id') },
    { say: (n, who) => `已有 ${n} 项目标下达给这些人员（${who}等）`, rows: of('target', 'officer_id') },
    { say: (n, who) => `已有 ${n} 条考核结果属于这些人员（${who}等）`, rows: of('result', 'subject_id') },
    {
      say: (n, who) => `导入后有 ${n} 人办理过调动、变更或离职（${who}等）`,
      rows: sql`
        select o.name from officer o where o.import_batch_id = ${batchId} and (o.left_on is not null or exists (
          select from membership m where m.officer_id = o.id and m.import_batch_id is distinct from ${batchId}))`,
    },
  ];
}

function onUnits(batchId: string): Dependence[] {
  const of = (table: string, column = 'unit_id') =>
    sql<{ name: string | null }>`
      select u.name from ${sql.table(table)} t join unit u on u.id = t.${sql.ref(column)}
      where u.import_batch_id = ${batchId}`;
  return [
    { say: (n, where) => `已有 ${n} 条任职记录在这些机构（${where}等）`, rows: of('membership') },
    {
      say: (n, where) => `其下又新设了 ${n} 个机构（${where}等）`,
      rows: sql`
        select c.name from unit c join unit u on u.id = c.parent_id
        where u.import_batch_id = ${batchId} and c.import_batch_id is distinct from ${batchId}`,
    },
    { say: (n) => `已有 ${n} 个账号属于这些机构`, rows: of('account') },
    { say: (n) => `已有 ${n} 项授权以这些机构为范围`, rows: of('account_role') },
    {
      say: (n, where) => `${n} 个排名序列席位用到这些机构（${where}等）`,
      rows: of('ranking_sequence_member'),
    },
    { say: (n) => `已有 ${n} 个考核办法由这些机构制定`, rows: of('rule_set') },
    { say: (n, where) => `已有 ${n} 项目标下达给这些机构（${where}等）`, rows: of('target') },
    { say: (n) => `已有 ${n} 笔记分记在这些机构名下`, rows: of('ledger_entry', 'subject_id') },
    { say: (n) => `已有 ${n} 笔记分与这些机构有关`, rows: of('ledger_entry', 'subject_unit_id') },
    { say: (n) => `已有 ${n} 件工作填报由这些机构归口`, rows: of('submission', 'owner_unit_id') },
    { say: (n) => `已有 ${n} 件工作填报属于这些机构`, rows: of('submission', 'subject_unit_id') },
    { say: (n) => `已有 ${n} 条考核结果属于这些机构`, rows: of('result') },
    { say: (n) => `已有 ${n} 个导入批次属于这些机构`, rows: of('import_batch') },
  ];
}

function onRuleSet(batchId: string): Dependence[] {
  return [
    {
      say: (_n, name) => `办法“${name}”的这一版已经发布`,
      rows: sql`
        select r.name from rule_set_version v join rule_set r on r.id = v.rule_set_id
        where v.import_batch_id = ${batchId} and v.state = 'published'`,
    },
    {
      say: (_n, name) => `办法“${name}”的草稿在导入后又被修改过`,
      rows: sql`
        select r.name from rule_set_version v join rule_set r on r.id = v.rule_set_id
        where v.import_batch_id = ${batchId} and v.state <> 'published' and v.updated_at <> v.created_at`,
    },
    {
      say: (n) => `导入后又另行下达了 ${n} 项目标`,
      rows: sql`
        select t.indicator_code from target t join rule_set_version v on v.id = t.rule_set_version_id
        where v.import_batch_id = ${batchId} and t.import_batch_id is distinct from ${batchId}`,
    },
    {
      say: (n) => `所下达的目标中有 ${n} 项已被分解、调整或撤回`,
      rows: sql`
        select t.indicator_code from target t
        where t.import_batch_id = ${batchId} and (t.state <> 'issued' or t.split_no > 0 or t.supersedes is not null)`,
    },
    {
      say: (n) => `已有 ${n} 件工作填报针对所下达的目标`,
      rows: sql`
        select s.indicator_code from submission s join target t on t.id = s.target_id
        where t.import_batch_id = ${batchId}`,
    },
    {
      say: (n, name) => `已有 ${n} 个考核周期使用该办法（${name}等）`,
      rows: sql`
        select p.label from period p join rule_set_version v on v.id = p.rule_set_version_id
        where v.import_batch_id = ${batchId}`,
    },
  ];
}
