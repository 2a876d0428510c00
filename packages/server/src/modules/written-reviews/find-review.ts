import type { AccessTarget } from '@mingji/engine';
import type { Ctx } from '../../context.ts';
import type { Reader } from '../../db/database.ts';
import { notFound } from '../../refusal.ts';
import type { ReviewRow } from './move-review.ts';

export type FoundReview = ReviewRow & { readonly unit_path: string; readonly period_label: string };

export async function findReview(reader: Reader, ctx: Ctx, reviewId: string): Promise<FoundReview> {
  const row = await reader
    .selectFrom('written_review')
    .innerJoin('unit', 'unit.id', 'written_review.subject_unit_id')
    .innerJoin('period', 'period.id', 'written_review.period_id')
    .selectAll('written_review')
    .select(['unit.path as unit_path', 'period.label as period_label'])
    .where('written_review.bureau_id', '=', ctx.actor.bureauId)
    .where('written_review.id', '=', reviewId)
    .executeTakeFirst();
  if (!row) throw notFound('书面检查');
  return row;
}

/** Who may read it: the one concerned and the line above. */
export function readTarget(row: FoundReview): AccessTarget {
  return { unitPath: row.unit_path, officerId: row.subject_kind === 'officer' ? row.subject_id : null };
}

/** Who writes it: the officer himself and nobody for him; of a unit, its head. */
export function handTarget(row: FoundReview): AccessTarget {
  return row.subject_kind === 'officer' ? { officerId: row.subject_id } : { unitPath: row.unit_path };
}

/** Who decides: the line above the one who writes; of a unit that begins one level up, so that it never decides its own. */
export function decideTarget(row: FoundReview): AccessTarget {
  return {
    unitPath: row.subject_kind === 'unit' ? parentPath(row.unit_path) : row.unit_path,
    officerId: row.subject_kind === 'officer' ? row.subject_id : null,
    authorAccountId: row.handed_by,
  };
}

function parentPath(path: string): string {
  return path
    .split('/')
    .slice(0, -2)
    .map((code) => `${code}/`)
    .join('');
}
