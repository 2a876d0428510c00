import type { Reader } from '../../../db/database.ts';
import { notFound } from '../../../refusal.ts';

export interface Unit {
  readonly id: string;
  readonly parentId: string | null;
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly level: number;
  readonly path: string;
  readonly abolishedOn: string | null;
}

/** The unit, or the refusal that it does not exist. */
export async function findUnit(db: Reader, bureauId: string, unitId: string): Promise<Unit> {
  const unit = await units(db, bureauId).where('id', '=', unitId).executeTakeFirst();
  if (!unit) throw notFound('机构');
  return unit;
}

/** The bureau itself: the one unit without a parent. */
export async function findRootUnit(db: Reader, bureauId: string): Promise<Unit> {
  return units(db, bureauId).where('parent_id', 'is', null).executeTakeFirstOrThrow();
}

/** A unit and everything below it in path order. */
export async function findSubtree(db: Reader, bureauId: string, path: string): Promise<Unit[]> {
  return units(db, bureauId).where('path', 'like', `${path}%`).orderBy('path').execute();
}

function units(db: Reader, bureauId: string) {
  return db
    .selectFrom('unit')
    .select([
      'id',
      'parent_id as parentId',
      'code',
      'name',
      'kind',
      'level',
      'path',
      'abolished_on as abolishedOn',
    ])
    .where('bureau_id', '=', bureauId);
}
