import type { targets } from '@mingji/contract';
import { exact, sumOf, toText } from '@mingji/engine';
import { sql } from 'kysely';
import { requireAccess } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import type { Reader } from '../../../db/database.ts';
import { officerActuals, unitActuals } from '../actuals.ts';
import { percentOf } from '../figures.ts';
import { type Book, findBook } from '../find-book.ts';
import { presentTargets } from '../present.ts';
import { type TargetAction, targetEventLabels } from '../record-events.ts';
import { type Standing, standingsBelow } from '../standings.ts';
import { childrenOf, findTarget, type TargetRow } from '../target-row.ts';

/** One target with all who may get a part of it, its revisions and its timeline. */
export async function getTarget(db: Reader, ctx: Ctx, targetId: string): Promise<targets.TargetDetail> {
  const { bureauId } = ctx.actor;
  const row = await findTarget(db, bureauId, targetId);
  requireAccess(ctx, 'target.read', { unitPath: row.unit_path, officerId: row.officer_id });
  const versionId = row.rule_set_version_id;
  const book = await findBook(db, bureauId, { versionId, year: row.year });
  const [view] = await presentTargets(db, ctx, book, [row]);
  if (!view) throw new Error('a target presents as one view');
  const history = await revisionsOf(db, row.id);
  return {
    ...view,
    versionId,
    year: row.year,
    parts: row.officer_id === null ? await partsOf(db, book, row) : [],
    revisions: history.map(({ id: _, ...revision }) => revision),
    timeline: await timelineOf(
      db,
      history.map((each) => each.id),
    ),
  } satisfies targets.TargetDetail;
}

async function partsOf(db: Reader, book: Book, row: TargetRow): Promise<targets.TargetDetail['parts']> {
  const children = await childrenOf(db, book.bureauId, [row.id]).orderBy('u.code').execute();
  const grandchildren =
    children.length === 0
      ? []
      : await childrenOf(
          db,
          book.bureauId,
          children.map((child) => child.id),
        ).execute();
  const standings = await standingsBelow(db, book, row.unit_id);
  const all = [...standings, ...movedAway(children, standings)];
  const ofUnits = await unitActuals(db, book, idsOf(all, 'unit'));
  const ofOfficers = await officerActuals(db, book, idsOf(all, 'officer'));
  return all.slice(0, 1000).map((standing) => {
    const child = children.find((each) => (each.officer_id ?? each.unit_id) === standing.id);
    const actual = (standing.kind === 'unit' ? ofUnits : ofOfficers)(row.indicator_code, standing.id);
    const below = grandchildren.filter((each) => each.parent_id === child?.id);
    return {
      ...standing,
      quantity: child ? toText(exact(child.quantity)) : null,
      targetId: child?.id ?? null,
      actual,
      percent: child ? percentOf(actual, child.quantity) : null,
      handedDown: below.length === 0 ? null : toText(sumOf(below.map((each) => exact(each.quantity)))),
    };
  });
}

/** Who left the unit but still holds a part stays in the list: the sum would not be explained otherwise. */
function movedAway(children: readonly TargetRow[], standings: readonly Standing[]): Standing[] {
  const known = new Set(standings.map((standing) => standing.id));
  return children
    .filter((child) => !known.has(child.officer_id ?? child.unit_id))
    .map((child) => ({
      kind: child.officer_id === null ? ('unit' as const) : ('officer' as const),
      id: child.officer_id ?? child.unit_id,
      name: `${child.officer_name ?? child.unit_name}（已调离或撤销）`,
      code: child.police_no ?? '',
      unitKind: null,
      position: null,
      headCount: 0,
      targets: 1,
      unopened: child.opened_at === null ? 1 : 0,
    }));
}

const idsOf = (standings: readonly Standing[], kind: 'unit' | 'officer') =>
  standings.filter((standing) => standing.kind === kind).map((standing) => standing.id);

/** Newest first, along the chain of what superseded what. */
async function revisionsOf(db: Reader, targetId: string) {
  const { rows } = await sql<{
    id: string;
    revision: number;
    quantity: string;
    state: 'issued' | 'withdrawn' | 'superseded';
    issued_at: Date;
    name: string | null;
  }>`
    with recursive chain as (
      select t.*, 1 as depth from target t where t.id = ${targetId}
      union all
      select t.*, depth + 1 from target t join chain c on t.id = c.supersedes where depth < 200)
    select c.id, c.revision, trim_scale(c.quantity)::text as quantity, c.state, c.issued_at, a.display_name as name
    from chain c left join account a on a.id = c.issued_by order by c.revision desc`.execute(db);
  return rows.map((row) => ({
    id: row.id,
    revision: row.revision,
    quantity: row.quantity,
    state: row.state,
    at: row.issued_at.toISOString(),
    byName: row.name,
  }));
}

async function timelineOf(db: Reader, ids: readonly string[]): Promise<targets.TargetDetail['timeline']> {
  const events = await db
    .selectFrom('work_event')
    .select(['action', 'account_name', 'at', 'reason'])
    .where('work_kind', '=', 'target')
    .where('work_id', 'in', [...ids])
    .orderBy('seq', 'desc')
    .limit(300)
    .execute();
  return events.reverse().map((event) => ({
    action: event.action,
    actionLabel: targetEventLabels[event.action as TargetAction],
    byName: event.account_name,
    at: event.at.toISOString(),
    reason: event.reason,
  }));
}
