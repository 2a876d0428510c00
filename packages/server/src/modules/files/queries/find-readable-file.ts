import { type AccessScope, scopeOf } from '@mingji/engine';
import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import { scopeFilter } from '../../../db/scope-filter.ts';
import { notFound, Refusal } from '../../../refusal.ts';

export interface ReadableFile {
  readonly name: string;
  readonly media_type: string;
  readonly size_bytes: number;
  readonly sm3: Buffer;
}

/** A file is read by whoever may read something it belongs to; by itself it belongs to its uploader. */
export async function findReadableFile(ctx: Ctx, fileId: string): Promise<ReadableFile> {
  const { actor } = ctx;
  const { rows } = await sql<ReadableFile & { readable: boolean }>`
    select f.name, f.media_type, f.size_bytes, f.sm3,
      (f.uploaded_by = ${actor.accountId}
       or ${inSubmission(ctx)} or ${inEntry(ctx)} or ${inAppeal(ctx)} or ${inWrittenReview(ctx)}) as readable
    from file f where f.bureau_id = ${actor.bureauId} and f.id = ${fileId}`.execute(ctx.deps.db);
  const file = rows[0];
  if (!file) throw notFound('附件');
  if (!file.readable) {
    throw new Refusal(
      'forbidden',
      '该附件不在您的查看范围内：只有填报人、当事人、审核部门及其上级可以查看。',
    );
  }
  return file;
}

/** The row's units are joined as `subject_unit` and `owner_unit`; the row itself is `row`. */
function reaches(scope: AccessScope): RawBuilder<boolean> {
  return scopeFilter(scope, {
    unitPath: sql<string>`subject_unit.path`,
    ownerUnitPath: sql<string>`owner_unit.path`,
    officerId: sql<string | null>`case when r.subject_kind = 'officer' then r.subject_id end`,
  });
}
const units = sql`join unit subject_unit on subject_unit.id = r.subject_unit_id
  left join unit owner_unit on owner_unit.id = r.owner_unit_id`;

function inSubmission({ actor }: Ctx): RawBuilder<boolean> {
  return sql<boolean>`exists (
    select from submission_version v join submission r on r.id = v.submission_id ${units}
    where v.file_ids <> '{}' and v.file_ids @> array[f.id]
      and (r.author_account_id = ${actor.accountId}
           or ${reaches(scopeOf(actor, 'submission.read'))} or ${reaches(scopeOf(actor, 'submission.review'))}))`;
}

function inEntry({ actor }: Ctx): RawBuilder<boolean> {
  return sql<boolean>`exists (
    select from ledger_entry r ${units}
    where r.evidence_file_ids <> '{}' and r.evidence_file_ids @> array[f.id]
      and ${reaches(scopeOf(actor, 'entry.read'))})`;
}

function inAppeal({ actor }: Ctx): RawBuilder<boolean> {
  return sql<boolean>`exists (
    select from appeal r ${units}
    where (f.id = any(r.file_ids) or f.id = any(r.answer_file_ids))
      and (r.author_account_id = ${actor.accountId} or r.scored_by_account_id = ${actor.accountId}
           or ${reaches(scopeOf(actor, 'appeal.read'))} or ${reaches(scopeOf(actor, 'appeal.decide'))}))`;
}

function inWrittenReview({ actor }: Ctx): RawBuilder<boolean> {
  return sql<boolean>`exists (
    select from written_review_version v join written_review r on r.id = v.review_id
    join unit subject_unit on subject_unit.id = r.subject_unit_id
    where v.file_ids <> '{}' and v.file_ids @> array[f.id]
      and ${scopeFilter(scopeOf(actor, 'outcome.read'), {
        unitPath: sql<string>`subject_unit.path`,
        officerId: sql<string | null>`case when r.subject_kind = 'officer' then r.subject_id end`,
      })})`;
}
