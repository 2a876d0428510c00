import { sql } from 'kysely';
import type { Reader } from '../../../db/database.ts';
import { notFound } from '../../../refusal.ts';
import { serviceOn } from './current-service.ts';

export interface SubjectUnit {
  readonly unitId: string;
  readonly unitPath: string;
  readonly unitName: string;
  /** 警号 or 机构代码 */
  readonly code: string;
  readonly name: string;
}

/** Where a subject of the appraisal (P2) stands on a day: an officer's unit, or the unit itself. */
export async function subjectUnitPath(
  db: Reader,
  bureauId: string,
  subject: { readonly kind: 'unit' | 'officer'; readonly id: string },
  onDay: string,
): Promise<SubjectUnit> {
  const found =
    subject.kind === 'unit'
      ? await db
          .selectFrom('unit')
          .select(['id as unitId', 'path as unitPath', 'name as unitName', 'code', 'name'])
          .where('bureau_id', '=', bureauId)
          .where('id', '=', subject.id)
          .executeTakeFirst()
      : await db
          .selectFrom('officer')
          .innerJoin(serviceOn(bureauId, onDay).as('service'), (join) =>
            join.on(sql<boolean>`service.officer_id = officer.id`),
          )
          .innerJoin('unit', (join) => join.on(sql<boolean>`unit.id = service.unit_id`))
          .select([
            'unit.id as unitId',
            'unit.path as unitPath',
            'unit.name as unitName',
            'officer.police_no as code',
            'officer.name',
          ])
          .where('officer.bureau_id', '=', bureauId)
          .where('officer.id', '=', subject.id)
          .executeTakeFirst();
  if (!found) throw notFound(subject.kind === 'unit' ? '机构' : '人员');
  return found;
}
