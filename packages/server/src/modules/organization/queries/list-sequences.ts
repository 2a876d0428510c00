import type { organization } from '@mingji/contract';
import { decideAccess } from '@mingji/engine';
import type { Ctx } from '../../../context.ts';
import type { Reader } from '../../../db/database.ts';

type View = organization.SequenceView;

export async function listSequences(
  db: Reader,
  ctx: Ctx,
  wanted: { readonly year: number } | { readonly id: string },
): Promise<View[]> {
  const sequences = await db
    .selectFrom('ranking_sequence')
    .selectAll()
    .where('bureau_id', '=', ctx.actor.bureauId)
    .$if('year' in wanted, (query) => query.where('year', '=', 'year' in wanted ? wanted.year : 0))
    .$if('id' in wanted, (query) => query.where('id', '=', 'id' in wanted ? wanted.id : ''))
    .orderBy('sort_order')
    .orderBy('code')
    .limit(200)
    .execute();
  if (sequences.length === 0) return [];
  const members = await db
    .selectFrom('ranking_sequence_member as member')
    .innerJoin('unit', 'unit.id', 'member.unit_id')
    .select(['member.sequence_id', 'unit.id', 'unit.name', 'unit.path', 'group_code', 'exempt'])
    .where(
      'member.sequence_id',
      'in',
      sequences.map((sequence) => sequence.id),
    )
    .orderBy('unit.path')
    .execute();
  return sequences.map((sequence) => {
    const own = members.filter((member) => member.sequence_id === sequence.id);
    return {
      id: sequence.id,
      year: sequence.year,
      code: sequence.code,
      name: sequence.name,
      subjectKind: sequence.subject_kind as View['subjectKind'],
      sortOrder: sequence.sort_order,
      members: own.map((member) => ({
        unit: { id: member.id, name: member.name },
        unitPath: member.path,
        groupCode: member.group_code,
        exempt: member.exempt,
      })),
      abilities: {
        manage: own.every(
          (member) => decideAccess(ctx.actor, 'sequence.manage', { unitPath: member.path }).allowed,
        ),
      },
    };
  });
}

export async function sequenceYears(db: Reader, bureauId: string): Promise<number[]> {
  const rows = await db
    .selectFrom('ranking_sequence')
    .select('year')
    .distinct()
    .where('bureau_id', '=', bureauId)
    .orderBy('year', 'desc')
    .limit(101)
    .execute();
  return rows.map((row) => row.year);
}
