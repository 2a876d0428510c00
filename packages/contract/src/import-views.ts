import { z } from 'zod';
import { id, instant, named } from './fields.ts';

export const importKinds = ['units', 'roster', 'targetBook', 'attendance'] as const;
export const importKind = z.enum(importKinds);
export type ImportKind = z.infer<typeof importKind>;
export const importKindLabels: Readonly<Record<ImportKind, string>> = {
  units: '机构清单',
  roster: '人员花名册',
  targetBook: '目标责任细则',
  attendance: '月度考勤结果',
};
export const importState = z.enum(['judged', 'confirmed', 'undone', 'abandoned']);
/** `not-a-person`: the row holds no record at all (totals, signatures, notes). */
export const verdicts = ['ok', 'repair', 'warning', 'error', 'not-a-person'] as const;
export const verdict = z.enum(verdicts);
export type Verdict = z.infer<typeof verdict>;
/** A target book has two parts: its indicators, and the sheet that splits the targets to units. */
export const importSection = z.enum(['records', 'decomposition']);

export const importField = z.strictObject({ field: z.string(), label: z.string(), required: z.boolean() });
export const importColumn = z.strictObject({
  column: z.number().int(),
  letters: z.string(),
  heading: z.string(),
  group: z.string().nullable(),
  hidden: z.boolean(),
  field: z.string().nullable(),
  /** 0 to 1: how sure the machine is; what was chosen by hand has none. */
  confidence: z.number().nullable(),
  reasons: z.array(z.string()).max(20),
  samples: z.array(z.string()).max(5),
});
export const importSheet = z.strictObject({
  sheet: z.string(),
  hidden: z.boolean(),
  matchedColumns: z.number().int(),
  missingRequired: z.array(z.string()).max(50),
  records: z.number().int(),
});
export const importProblem = z.strictObject({
  /** Names this problem of this row; accepting a repair refers to it. A changed cell makes another one. */
  key: z.string(),
  code: z.string(),
  severity: z.enum(['repair', 'warning', 'error']),
  field: z.string().nullable(),
  cell: z.string().nullable(),
  message: z.string(),
  repair: z.strictObject({ kind: z.string(), from: z.string(), to: z.string() }).nullable(),
  accepted: z.boolean(),
  suggestions: z.array(z.string()).max(20),
});
export const importCell = z.strictObject({
  field: z.string(),
  label: z.string(),
  /** As it stands in the file, or as corrected by hand. */
  text: z.string(),
  /** What would be stored; null where the cell says nothing or is wrong. */
  value: z.string().nullable(),
  edited: z.boolean(),
});
export const importRow = z.strictObject({
  section: importSection,
  sheet: z.string(),
  row: z.number().int(),
  hidden: z.boolean(),
  verdict,
  skipped: z.boolean(),
  /** Whether a confirm would take the row now. */
  taken: z.boolean(),
  notes: z.array(z.string()).max(20),
  cells: z.array(importCell).max(300),
  problems: z.array(importProblem).max(100),
});
export type ImportRow = z.infer<typeof importRow>;
export type ImportProblem = z.infer<typeof importProblem>;

/** How many: rows, people, targets. */
export const count = z.number().int();
export const importSummary = z.strictObject({
  rows: count,
  ok: count,
  repair: count,
  warning: count,
  error: count,
  notAPerson: count,
  hidden: count,
  skipped: count,
  taken: count,
  /** By kind of problem, for filters and for accepting by kind. */
  problems: z
    .array(
      z.strictObject({
        code: z.string(),
        label: z.string(),
        severity: z.enum(['repair', 'warning', 'error']),
        section: importSection,
        open: count,
        accepted: count,
      }),
    )
    .max(200),
});
export type ImportSummary = z.infer<typeof importSummary>;

const batchLine = {
  id,
  kind: importKind,
  number: z.string().nullable(),
  state: importState,
  unit: named,
  file: z.strictObject({ id, name: z.string(), sizeBytes: count }),
  createdByName: z.string(),
  createdAt: instant,
  confirmedByName: z.string().nullable(),
  confirmedAt: instant.nullable(),
  undoneAt: instant.nullable(),
  /** What the confirm wrote, in words: 新增人员 247 人. */
  written: z.string().nullable(),
};
export const importBatchLine = z.strictObject(batchLine);
export type ImportBatchLine = z.infer<typeof importBatchLine>;
export const importBatch = z.strictObject({
  ...batchLine,
  sheets: z.array(importSheet).max(50),
  sheet: z.string().nullable(),
  decompositionSheet: z.string().nullable(),
  policeNoDigits: z.number().int(),
  fields: z.array(importField).max(50),
  columns: z.array(importColumn).max(200),
  tableProblems: z.array(z.string()).max(200),
  summary: importSummary,
  /** Set by the confirm of a target book. */
  ruleSet: z.strictObject({ ruleSetId: id, versionId: id, published: z.boolean() }).nullable(),
  targets: z.strictObject({
    /** Rows of the split that could be issued now, and what stands against it. */
    rows: count,
    obstacles: z.array(z.string()).max(200),
    issued: count,
  }),
  /** Of an attendance result: its month, where it scores, and where it does not, with the reason. */
  attendance: z
    .strictObject({
      month: z.string().nullable(),
      periods: z.array(z.strictObject({ id, label: z.string(), ruleSetName: z.string() })).max(50),
      notScored: z.array(z.string()).max(50),
    })
    .nullable(),
  undo: z.strictObject({ possible: z.boolean(), obstacles: z.array(z.string()).max(200) }),
});
export type ImportBatch = z.infer<typeof importBatch>;
