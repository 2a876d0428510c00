import type { organization } from '@mingji/contract';
import { type AccessScope, scopeOf } from '@mingji/engine';
import { sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import type { Reader } from '../../../db/database.ts';
import { scopeFilter } from '../../../db/scope-filter.ts';
import { localDay } from '../../../local-day.ts';
import { serviceOn } from './current-service.ts';
import { findUnit } from './find-unit.ts';

export interface OfficerFilter {
  readonly text?: string | undefined;
  readonly unitId?: string | undefined;
  readonly below: boolean;
  readonly category?: string | undefined;
  readonly status?: string | undefined;
  readonly withLeft: boolean;
  readonly page: number;
  readonly pageSize: number;
}

/** Officers inside the actor's scope, by unit and 警号. */
export async function listOfficers(ctx: Ctx, filter: OfficerFilter) {
  const { db } = ctx.deps;
  const today = localDay(ctx.now, ctx.actor.timeZone);
  const within = filter.unitId ? await findUnit(db, ctx.actor.bureauId, filter.unitId) : null;
  const text = filter.text?.replace(/\s+/g, '') ?? '';
  const found = officersInScope(db, ctx.actor.bureauId, today, scopeOf(ctx.actor, 'officer.read'))
    .$if(within !== null && filter.below, (query) =>
      query.where(sql<boolean>`starts_with(unit.path, ${within?.path ?? ''})`),
    )
    .$if(within !== null && !filter.below, (query) => query.where('unit.id', '=', within?.id ?? ''))
    .$if(text !== '', (query) =>
      query.where(
        sql<boolean>`(strpos(officer.name, ${text}) > 0 or strpos(officer.police_no, ${text}) > 0)`,
      ),
    )
    .$if(filter.category !== undefined, (query) =>
      query.where('officer.category', '=', filter.category ?? ''),
    )
    .$if(filter.status !== undefined, (query) =>
      query.where(sql<boolean>`service.status = ${filter.status ?? ''}`),
    )
    .$if(!filter.withLeft, (query) =>
      query.where(sql<boolean>`(officer.left_on is null or officer.left_on >= ${today})`),
    );
  const [rows, counted] = await Promise.all([
    found
      .select(officerLine)
      .orderBy('unit.path')
      .orderBy('officer.police_no')
      .limit(filter.pageSize)
      .offset((filter.page - 1) * filter.pageSize)
      .execute(),
    found.select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow(),
  ]);
  return {
    items: rows.map(presentOfficerLine),
    total: counted.total,
    page: filter.page,
    pageSize: filter.pageSize,
  };
}

export function officersInScope(db: Reader, bureauId: string, today: string, scope: AccessScope) {
  return db
    .selectFrom('officer')
    .leftJoin(serviceOn(bureauId, today).as('service'), (join) =>
      join.on(sql<boolean>`service.officer_id = officer.id`),
    )
    .leftJoin('unit', (join) => join.on(sql<boolean>`unit.id = service.unit_id`))
    .where('officer.bureau_id', '=', bureauId)
    .where(scopeFilter(scope, { unitPath: sql<string>`unit.path`, officerId: sql<string>`officer.id` }));
}

export const officerLine = [
  'officer.id',
  'officer.police_no',
  'officer.name',
  'officer.sex',
  'officer.category',
  'officer.left_on',
  'unit.id as unit_id',
  'unit.name as unit_name',
  sql<string | null>`service.position`.as('position'),
  sql<string | null>`service.post`.as('post'),
  sql<string | null>`service.status`.as('status'),
  sql<string | null>`service.status_note`.as('status_note'),
  sql<boolean>`exists (select from account a where a.officer_id = officer.id and a.state <> 'disabled')`.as(
    'has_account',
  ),
] as const;

interface OfficerLineRow {
  id: string;
  police_no: string;
  name: string;
  sex: string | null;
  category: string;
  left_on: string | null;
  unit_id: string | null;
  unit_name: string | null;
  position: string | null;
  post: string | null;
  status: string | null;
  status_note: string | null;
  has_account: boolean;
}

export function presentOfficerLine(row: OfficerLineRow): organization.OfficerSummary {
  return {
    id: row.id,
    policeNo: row.police_no,
    name: row.name,
    sex: row.sex as organization.OfficerSummary['sex'],
    category: row.category as organization.OfficerSummary['category'],
    unit: row.unit_id && row.unit_name ? { id: row.unit_id, name: row.unit_name } : null,
    position: row.position,
    post: row.post,
    status: row.status as organization.OfficerSummary['status'],
    statusNote: row.status_note,
    leftOn: row.left_on,
    hasAccount: row.has_account,
  };
}
