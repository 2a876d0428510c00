import { type Evaluation, type ModuleResult, parseExact, toText } from '@mingji/engine';
import type { Selectable } from 'kysely';
import type { Reader } from '../../db/database.ts';
import type { Seal } from '../../db/schema.generated.ts';
import { gradesOf } from './grade-of-result.ts';
import { type CodedScore, type ScoreDetail, shown } from './score-columns.ts';
import { ruleSetOf, type SealedContent } from './sealed-content.ts';
import type { Report } from './verify-seal.ts';

interface SealedResult {
  readonly score: string;
  readonly rank: number | null;
  readonly items: Readonly<Record<string, string>>;
  readonly indicators: Readonly<Record<string, string>>;
}
interface SealedSubject {
  readonly name: string;
  readonly code: string;
  readonly sequence?: string;
}

/** The result rows that screens and exports read, against the sealed results: names subject and field. */
export async function checkStoredResults(
  reader: Reader,
  seal: Selectable<Seal>,
  sealed: SealedContent,
  recomputed: Evaluation | null,
  report: Report,
): Promise<void> {
  const rows = await reader
    .selectFrom('result')
    .select(['subject_id', 'subject_name', 'subject_code', 'sequence_code'])
    .select(['score_state', 'score', 'rank', 'detail'])
    .where('evaluation_id', '=', seal.evaluation_id)
    .execute();
  const results = sealed.results as unknown as Readonly<Record<string, SealedResult>>;
  const grades = recomputed === null ? null : gradesOf(ruleSetOf(sealed), recomputed);
  const again = new Map(recomputed?.subjects.map((subject) => [subject.subject, subject]));
  const subjects = sealed.subjects as unknown as Readonly<Record<string, SealedSubject>>;
  for (const row of rows) {
    const place = `results[${row.subject_id}]`;
    const kept = results[row.subject_id];
    const subject = subjects[row.subject_id];
    if (!kept || !subject) {
      report('results', place, `${row.subject_name} 的成绩在封存时不存在`);
      continue;
    }
    const differs = (field: string, what: string, before: string | null, now: string | null) => {
      if (before === now) return;
      const words = `${row.subject_name} 的${what}封存时为 ${before ?? '无'}，现在为 ${now ?? '无'}`;
      report('results', `${place}.${field}`, words);
    };
    differs('name', '名称', subject.name, row.subject_name);
    differs('code', '编号', subject.code, row.subject_code);
    differs('sequence', '序列', subject.sequence ?? null, row.sequence_code);
    differs('rank', '名次', text(kept.rank), text(row.rank));
    differs('score', '得分', plain(kept.score), stored(row.score_state, row.score));
    const detail = row.detail as unknown as ScoreDetail;
    // Grades follow from the sealed inputs; rows written before there were grades have none to compare.
    if (grades !== null && detail.grade !== undefined)
      differs('grade', '等次', grades.get(row.subject_id)?.name ?? null, detail.grade.name);
    const modules = again.get(row.subject_id)?.modules;
    if (modules && detail.modules !== undefined)
      differScores(asSealed(modules), detail.modules, (code, before, now) =>
        differs(`modules.${code}`, `模块“${code}”得分`, before, now),
      );
    differScores(kept.items, detail.items, (code, before, now) =>
      differs(`items.${code}`, `项目“${code}”得分`, before, now),
    );
    differScores(kept.indicators, detail.indicators, (code, before, now) =>
      differs(`indicators.${code}`, `指标“${code}”得分`, before, now),
    );
  }
  const present = new Set(rows.map((row) => row.subject_id));
  for (const id of Object.keys(results)) {
    if (present.has(id)) continue;
    report('results', `results[${id}]`, `${subjects[id]?.name ?? id} 的成绩在封存时存在，现在缺失`);
  }
}

function differScores(
  kept: Readonly<Record<string, string>>,
  now: readonly CodedScore[],
  differs: (code: string, before: string | null, now: string | null) => void,
): void {
  const present = new Map(now.map((each) => [each.code, stored(each.state, each.value)]));
  for (const code of new Set([...Object.keys(kept), ...present.keys()])) {
    const before = kept[code];
    differs(code, before === undefined ? null : plain(before), present.get(code) ?? null);
  }
}

/** Points of modules follow from the sealed inputs, as grades do; the seal does not hold them. */
function asSealed(modules: readonly ModuleResult[]): Record<string, string> {
  return Object.fromEntries(
    modules.map(({ code, score }) => [code, score.state === 'scored' ? toText(score.value) : score.state]),
  );
}

const text = (rank: number | null): string | null => (rank === null ? null : String(rank));

/** The sealed text is exact; stored decimals carry the digits they are printed with. Both without idle zeros. */
export function plain(sealed: string): string {
  const value = parseExact(sealed);
  return value === undefined ? sealed : trimmed(shown(value));
}

export function stored(state: string, value: string | null): string {
  return state === 'scored' && value !== null ? trimmed(value) : state;
}

function trimmed(decimal: string): string {
  return decimal.includes('.') ? decimal.replace(/0+$/, '').replace(/\.$/, '') : decimal;
}
