import type { Ctx } from '../../context.ts';
import type { FileAnswer } from '../../file-answer.ts';
import { recordAudit } from './record-audit.ts';

export interface Export {
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  /** The endpoint in words: 导出排名. */
  readonly what: string;
  readonly file: Pick<FileAnswer, 'name' | 'rows' | 'narrowed'>;
  /** What was asked for, as the address said it. */
  readonly asked: Readonly<Record<string, unknown>>;
}

/** A file that left the system is on the record: who took what, how many rows and by which filter, when and from where. */
export async function recordExport(ctx: Ctx, { what, file, asked, ...event }: Export): Promise<void> {
  await recordAudit(ctx.deps.db, ctx, {
    ...event,
    summary: exportSummary(what, file),
    detail: { file: file.name, rows: file.rows ?? null, asked },
  });
}

export function exportSummary(what: string, { name, rows, narrowed }: Export['file']): string {
  return [
    `${what}：“${name}”`,
    ...(rows === undefined ? [] : [`${rows} 行`]),
    ...(narrowed ? [`范围：${narrowed}`] : []),
  ].join('，');
}
