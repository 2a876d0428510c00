import type { entries } from '@mingji/contract';
import { sql } from 'kysely';
import type { Ctx } from '../../context.ts';
import type { Reader } from '../../db/database.ts';
import { localDay } from '../../local-day.ts';
import { notFound } from '../../refusal.ts';
import { serviceOn } from '../organization/index.ts';

/** Who is scored, with the unit where they serve now. */
export interface WorkSubject {
  readonly kind: 'unit' | 'officer';
  readonly id: string;
  readonly name: string;
  readonly code: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly unitPath: string;
  readonly gone: boolean;
}
export interface SubjectId {
  readonly kind: 'unit' | 'officer';
  readonly id: string;
}

export async function loadSubject(reader: Reader, ctx: Ctx, wanted: SubjectId): Promise<WorkSubject> {
  const subject = (await loadSubjects(reader, ctx, [wanted])).get(wanted.id);
  if (subject?.kind !== wanted.kind) throw notFound(wanted.kind === 'officer' ? '人员' : '单位');
  return subject;
}

/** Officers and units by id, with the unit where the officer serves today; who left is shown in the last one. */
export async function loadSubjects(
  reader: Reader,
  ctx: Ctx,
  wanted: readonly SubjectId[],
): Promise<Map<string, WorkSubject>> {
  const idsOf = (kind: SubjectId['kind']) => [
    ...new Set(wanted.filter((each) => each.kind === kind).map((each) => each.id)),
  ];
  const officers = idsOf('officer');
  const units = idsOf('unit');
  if (officers.length + units.length === 0) return new Map();
  const { bureauId, timeZone } = ctx.actor;
  const today = localDay(ctx.now, timeZone);
  const { rows } = await sql<WorkSubject>`
    select 'officer' as kind, o.id, o.name, o.police_no as code, u.id as "unitId", u.name as "unitName",
           u.path as "unitPath", coalesce(o.left_on < ${today}, false) as gone
    from officer o
    join ${serviceOn(bureauId, today, officers)} service on service.officer_id = o.id
    join unit u on u.id = service.unit_id
    where o.bureau_id = ${bureauId} and o.id = any(${officers}::uuid[])
    union all
    select 'unit', u.id, u.name, u.code, u.id, u.name, u.path,
           coalesce(u.abolished_on <= ${today}, false)
    from unit u where u.bureau_id = ${bureauId} and u.id = any(${units}::uuid[])`.execute(reader);
  return new Map(rows.map((row) => [row.id, row]));
}

export function presentSubject(subject: WorkSubject): entries.SubjectRef {
  return {
    kind: subject.kind,
    id: subject.id,
    name: subject.name,
    code: subject.code,
    unit: { id: subject.unitId, name: subject.unitName },
  };
}
