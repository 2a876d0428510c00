import { type imports, organization } from '@mingji/contract';
import type { Ctx } from '../../context.ts';
import { maskIdNumber } from '../organization/index.ts';
import type { Batch } from './batch.ts';
import { problemKey } from './decisions.ts';
import { EXPLANATION } from './judge-target-book-file.ts';
import type { DecidedRow, Judgement } from './judgement.ts';
import type { Problem } from './recognition/recognized.ts';
import { summarizeJudgement } from './summarize-judgement.ts';

export function presentBatchLine(batch: Batch): imports.ImportBatchLine {
  return {
    id: batch.id,
    kind: batch.kind,
    number: batch.number,
    state: batch.state as imports.ImportBatchLine['state'],
    unit: { id: batch.unit_id, name: batch.unit_name },
    file: { id: batch.file_id, name: batch.file_name, sizeBytes: batch.file_size },
    createdByName: batch.created_by_name,
    createdAt: batch.created_at.toISOString(),
    confirmedByName: batch.confirmed_by_name,
    confirmedAt: batch.confirmed_at?.toISOString() ?? null,
    undoneAt: batch.undone_at?.toISOString() ?? null,
    written: batch.summary.written ?? null,
  };
}

export function presentReading(batch: Batch, judgement: Judgement) {
  const chosen = batch.reading.columns;
  return {
    sheets: judgement.sheets
      .slice(0, 50)
      .map(({ sheet, hidden, matchedColumns, missingRequired, records }) => ({
        sheet,
        hidden,
        matchedColumns,
        missingRequired,
        records,
      })),
    sheet: judgement.sheet,
    decompositionSheet: judgement.decompositionSheet,
    policeNoDigits: batch.options.policeNoDigits ?? 6,
    fields: judgement.fields.map(({ field, label, required }) => ({
      field,
      label,
      required: required === true,
    })),
    columns: judgement.columns.slice(0, 200).map((column) => {
      const field = judgement.mapping.find((item) => item.column === column.column)?.field ?? null;
      return {
        ...column,
        field,
        confidence: chosen && field !== column.field ? null : column.confidence,
        reasons: column.reasons.slice(0, 20),
        samples: column.samples.map((sample) =>
          field === 'idNo' ? maskIdNumber(sample) : sample.slice(0, 60),
        ),
      };
    }),
    tableProblems: judgement.problems.slice(0, 200).map((problem) => problem.message),
    summary: summarizeJudgement(judgement),
  };
}

/** One row for the screen. An ID number is shown in full only where it is wrong and has to be compared (P1). */
export function presentRow(
  ctx: Ctx,
  judgement: Judgement,
  section: 'records' | 'decomposition',
  row: DecidedRow<unknown>,
): imports.ImportRow {
  const idNoWrong = row.problems.some((problem) => problem.field === 'idNo');
  const masks = (field: string | null) => field === 'idNo' && !idNoWrong;
  const values = row.values as Readonly<Record<string, unknown>>;
  const shares = (values.shares ?? {}) as Readonly<Record<string, string>>;
  return {
    section,
    sheet: row.sheet,
    row: row.row,
    hidden: row.hidden,
    verdict: row.verdict,
    skipped: row.skipped,
    taken: section === 'records' && row.taken,
    notes: row.notes.slice(0, 20),
    cells: fieldsOf(judgement, section, row).map(({ field, label }) => {
      const text = row.raw[field] ?? '';
      const value = wordOf(judgement, field, textValue(field in shares ? shares[field] : values[field]));
      return {
        field,
        label,
        text: masks(field) ? maskIdNumber(text) : text,
        value: value !== null && masks(field) ? maskIdNumber(value) : value,
        edited: row.edited.includes(field),
      };
    }),
    problems: row.problems.slice(0, 100).map((problem) => presentProblem(ctx, problem)),
  };
}

/** A unit's kind is shown in the words of the office, not in ours. */
function wordOf({ content }: Judgement, field: string, value: string | null): string | null {
  if (content.kind !== 'units' || field !== 'kind' || value === null) return value;
  const labels: Readonly<Record<string, string>> = organization.unitKindLabels;
  return labels[value] ?? value;
}

function fieldsOf(
  judgement: Judgement,
  section: 'records' | 'decomposition',
  row: DecidedRow<unknown>,
): { field: string; label: string }[] {
  if (section === 'decomposition') {
    const labels: Record<string, string> = { indicator: '指标', total: '全年任务数', [EXPLANATION]: '说明' };
    const first = Object.keys(labels).filter((field) => field in row.raw);
    const units = Object.keys(row.raw).filter((field) => !(field in labels));
    return [...first, ...units].map((field) => ({ field, label: labels[field] ?? field }));
  }
  const mapped = new Set(judgement.mapping.map((item) => item.field));
  const asked = new Set(row.problems.map((problem) => problem.field));
  return judgement.fields.filter(
    ({ field }) => field in row.raw || (mapped.has(field) && field !== 'serial') || asked.has(field),
  );
}

function presentProblem(ctx: Ctx, problem: Problem): imports.ImportProblem {
  return {
    key: problemKey(ctx, problem),
    code: problem.code,
    severity: problem.severity,
    field: problem.field,
    cell: problem.cell,
    message: problem.message,
    repair: problem.repair
      ? { kind: problem.repair.kind, from: problem.repair.from, to: problem.repair.to }
      : null,
    accepted: problem.accepted === true,
    suggestions: (problem.suggestions ?? []).slice(0, 20),
  };
}

function textValue(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.length === 0 ? null : value.join('、');
  return typeof value === 'object' ? null : String(value);
}
