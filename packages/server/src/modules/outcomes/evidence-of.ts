import type { outcomes } from '@mingji/contract';
import type { SubjectKind } from '@mingji/engine';
import { sql } from 'kysely';
import type { Reader } from '../../db/database.ts';
import { Refusal } from '../../refusal.ts';
import { rankSuspendedForAll } from '../results/index.ts';
import { findStreakFindings } from './find-streak-findings.ts';

interface ResultRow {
  readonly period_id: string;
  readonly label: string;
  readonly rule_set_name: string;
  readonly score: string | null;
  readonly sequence_name: string | null;
  readonly rank: number | null;
  readonly rank_of: number | null;
  readonly suspended: boolean;
  readonly grade: string | null;
  readonly seal_no: number | null;
  readonly seal_hash: string | null;
}
export interface EvidenceOfSubject {
  readonly bureauId: string;
  readonly kind: SubjectKind;
  readonly id: string;
}

const MOST = 60;

/** The published results of a subject, newest first, each with its seal where it has one. */
export async function publishedResultsOf(
  reader: Reader,
  subject: EvidenceOfSubject,
  periodIds: readonly string[] | null = null,
): Promise<readonly ResultRow[]> {
  const { rows } = await sql<ResultRow>`
    select p.id as period_id, p.label, rs.name as rule_set_name, r.score, r.sequence_name, r.rank, r.rank_of,
           ${rankSuspendedForAll('r')} as suspended,
           r.detail->'grade'->>'name' as grade, s.sequence_no as seal_no, encode(s.seal_hash, 'hex') as seal_hash
    from result r
    join period p on p.id = r.period_id and p.state in ('inNotice', 'sealed') and not p.trial
    join rule_set_version v on v.id = p.rule_set_version_id
    join rule_set rs on rs.id = v.rule_set_id
    left join seal s on s.period_id = p.id
    where r.bureau_id = ${subject.bureauId} and r.subject_kind = ${subject.kind} and r.subject_id = ${subject.id}
      and (${periodIds === null} or p.id = any(${[...(periodIds ?? [])]}::uuid[]))
      and r.evaluation_id = coalesce(s.evaluation_id, (
        select e.id from evaluation e where e.period_id = p.id and e.state = 'done' order by e.requested_at desc limit 1))
    order by p.to_on desc, rs.name limit ${MOST}`.execute(reader);
  return rows;
}

export function resultTitle(row: ResultRow): string {
  return `${row.rule_set_name} ${row.label}`;
}

export function resultFact(row: ResultRow): string {
  const parts = [
    row.score === null ? '未评分' : `得分 ${row.score}`,
    placeOf(row),
    ...(row.grade === null ? [] : [row.grade]),
  ];
  return parts.join('，');
}

function placeOf({ suspended, rank, rank_of, sequence_name }: ResultRow): string {
  if (suspended) return '复议中，名次暂不显示';
  return rank === null ? '无名次' : `${sequence_name ?? ''}第 ${rank} 名（共 ${rank_of ?? '—'}）`;
}

interface Wish {
  readonly periodIds: readonly string[];
  readonly streakYear: number | null;
  readonly today: string;
}

/** What a proposal rests on, written down as it stands now: published results with their seals, and streaks. */
export async function evidenceOf(
  reader: Reader,
  subject: EvidenceOfSubject,
  { periodIds, streakYear, today }: Wish,
): Promise<outcomes.Evidence[]> {
  const wanted = [...new Set(periodIds)];
  const rows = wanted.length === 0 ? [] : await publishedResultsOf(reader, subject, wanted);
  if (rows.length < wanted.length) {
    throw new Refusal(
      'refused',
      `有 ${wanted.length - rows.length} 期成绩尚未公布，或不是该对象的，不能作为依据。请从可引用的成绩中选择。`,
      [{ path: 'evidencePeriodIds', message: '只能引用该对象已公布的成绩' }],
    );
  }
  const results = rows.map(
    (row): outcomes.Evidence => ({
      kind: 'result',
      title: resultTitle(row),
      fact: resultFact(row),
      sealNo: row.seal_no,
      sealHash: row.seal_hash,
      address: `/results/${row.period_id}/${subject.kind}/${subject.id}`,
    }),
  );
  return [
    ...results,
    ...(streakYear === null ? [] : await streakEvidence(reader, subject, streakYear, today)),
  ];
}

async function streakEvidence(
  reader: Reader,
  subject: EvidenceOfSubject,
  year: number,
  today: string,
): Promise<outcomes.Evidence[]> {
  const { found } = await findStreakFindings(reader, subject.bureauId, { year, today });
  const own = found.filter(({ finding }) => finding.subject === subject.id);
  if (own.length === 0) {
    throw new Refusal('refused', `${year} 年没有该对象连续末位的认定，不能作为依据。`, [
      { path: 'streakYear', message: '没有这一年的连续末位认定' },
    ]);
  }
  return own.map(({ finding, periods }) => ({
    kind: 'streak',
    title: `连续 ${finding.rule.years} 年${finding.rule.among === 'last' ? '末位' : '列后几位'}`,
    fact: finding.message,
    sealNo: null,
    sealHash: null,
    address: `/results/${periods.get(year) ?? ''}/${subject.kind}/${subject.id}`,
  }));
}
