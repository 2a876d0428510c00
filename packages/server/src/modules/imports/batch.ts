import type { imports } from '@mingji/contract';
import { requireAccess } from '../../command.ts';
import type { Ctx } from '../../context.ts';
import type { Reader, Tx } from '../../db/database.ts';
import { notFound, Refusal } from '../../refusal.ts';
import type { ColumnMapping } from './recognition/recognize-table.ts';

/** How the file is read, as far as people changed what was recognised. */
export interface Reading {
  readonly columns?: ColumnMapping;
  readonly decompositionSheet?: string;
}
export interface BatchOptions {
  readonly policeNoDigits?: number;
  /** The month of an attendance result, chosen by hand. */
  readonly month?: string;
  /** Typed rules decided by hand, by the row of the indicator. */
  readonly rules?: Readonly<Record<string, imports.ImportRuleView['rule']>>;
  readonly ruleSetId?: string;
  readonly versionId?: string;
  readonly targetsIssued?: number;
}
/** What the confirm wrote, for the list. */
export interface BatchSummary {
  readonly written?: string;
}

function batchQuery(db: Reader, bureauId: string) {
  return db
    .selectFrom('import_batch as b')
    .innerJoin('unit as u', 'u.id', 'b.unit_id')
    .innerJoin('file as f', 'f.id', 'b.file_id')
    .innerJoin('account as author', 'author.id', 'b.created_by')
    .leftJoin('account as confirmer', 'confirmer.id', 'b.confirmed_by')
    .selectAll('b')
    .select([
      'u.name as unit_name',
      'u.path as unit_path',
      'f.name as file_name',
      'f.size_bytes as file_size',
      'f.sm3 as file_sm3',
      'author.display_name as created_by_name',
      'confirmer.display_name as confirmed_by_name',
    ])
    .where('b.bureau_id', '=', bureauId);
}
type Row = NonNullable<Awaited<ReturnType<ReturnType<typeof batchQuery>['executeTakeFirst']>>>;
export type Batch = Omit<Row, 'kind' | 'mapping' | 'options' | 'summary'> & {
  readonly kind: imports.ImportKind;
  readonly reading: Reading;
  readonly options: BatchOptions;
  readonly summary: BatchSummary;
};

export function typedBatch(row: Row): Batch {
  return {
    ...row,
    kind: row.kind as imports.ImportKind,
    reading: row.mapping as unknown as Reading,
    options: row.options as unknown as BatchOptions,
    summary: row.summary as unknown as BatchSummary,
  };
}

/** The batch, when it is in the hands of the actor's office. */
export async function findBatch(db: Reader, ctx: Ctx, batchId: string): Promise<Batch> {
  const row = await batchQuery(db, ctx.actor.bureauId).where('b.id', '=', batchId).executeTakeFirst();
  if (!row) throw notFound('导入批次');
  requireAccess(ctx, 'import.run', { unitPath: row.unit_path });
  return typedBatch(row);
}

/** The same, held until the transaction ends: two people deciding at once follow each other. */
export async function lockBatch(
  tx: Tx,
  ctx: Ctx,
  batchId: string,
  ...states: readonly ('judged' | 'confirmed')[]
): Promise<Batch> {
  await tx
    .selectFrom('import_batch')
    .select('id')
    .where('bureau_id', '=', ctx.actor.bureauId)
    .where('id', '=', batchId)
    .forNoKeyUpdate()
    .execute();
  const batch = await findBatch(tx, ctx, batchId);
  if (!states.some((state) => state === batch.state)) {
    throw new Refusal('conflict', wrongState(batch, states.includes('judged')));
  }
  return batch;
}

function wrongState(batch: Batch, toChange: boolean): string {
  const name = batch.number ?? `文件“${batch.file_name}”`;
  switch (batch.state) {
    case 'confirmed':
      return `${name} 已经确认导入，不能再修改。如有错误，请撤销该批次后重新导入。`;
    case 'undone':
      return `${name} 已经撤销。如需再次导入，请重新上传文件。`;
    case 'abandoned':
      return `${name} 已经放弃。如需导入，请重新上传文件。`;
    default:
      return !toChange ? `${name} 还没有确认导入，没有可以撤销的内容。` : `${name} 的状态已改变，请刷新。`;
  }
}

export { batchQuery };
