import {
  type NamedEvent,
  parseDecimal,
  type RoleRule,
  rolesOfEvent,
  shareMatter,
  splitPoints,
  toText,
} from '@mingji/engine';
import { sql } from 'kysely';
import type { Ctx } from '../../context.ts';
import type { Reader, Tx } from '../../db/database.ts';
import { Refusal } from '../../refusal.ts';
import { bookPoints, type EntryFacts } from './book-points.ts';
import type { LedgerRow } from './entry-facts.ts';
import type { PlacedIndicator } from './find-indicator.ts';
import { loadSubjects, type WorkSubject } from './load-subject.ts';
import { isOperationSubject } from './operation-subjects.ts';
import { type EntryToRecord, recordEntry } from './record-entry.ts';
import type { WorkPeriod } from './work-period.ts';

export interface MatterToSplit {
  readonly period: WorkPeriod;
  readonly placed: PlacedIndicator;
  readonly subject: WorkSubject;
  readonly facts: EntryFacts;
  /** Those named beside the subject, with the role each had. */
  readonly named: readonly { readonly officerId: string; readonly role: string }[];
  /** What ties the parts together when nobody gave the matter a number. */
  readonly ownMatter: string;
}
export interface PartToBook {
  readonly subject: WorkSubject;
  readonly role: RoleRule | null;
  readonly facts: EntryFacts;
}

export function eventOf({ indicator }: PlacedIndicator, code: string | undefined): NamedEvent | undefined {
  if (!('events' in indicator.scoring)) return undefined;
  const { events } = indicator.scoring;
  return code === undefined && events.length === 1 ? events[0] : events.find((event) => event.code === code);
}

/**
 * P2: the entries one matter makes, the subject's own first. Whom besides the rule alone says (N9); what it knows and
 * nobody gets is told in `notes`.
 */
export async function splitMatter(
  reader: Reader,
  ctx: Ctx,
  matter: MatterToSplit,
): Promise<{ readonly parts: readonly PartToBook[]; readonly notes: readonly string[] }> {
  const { period, placed, subject, facts } = matter;
  const event = facts.kind === 'event' ? eventOf(placed, facts.eventCode) : undefined;
  const roles = rolesOfEvent(period.ruleSet, event);
  if (roles.length === 0) return { parts: [{ subject, role: null, facts }], notes: [] };
  const unit = await appraisedUnit(reader, period, subject.unitPath);
  const leader = await appraisedLeader(reader, period, unit ?? subject.unitId);
  const parts = shareMatter(period.ruleSet, event, {
    reporter: subject,
    named: matter.named.map(({ officerId, role }) => ({ id: officerId, role })),
    unit,
    leader,
  });
  if (parts.length === 1) return { parts: [{ subject, role: null, facts }], notes: notesOn(roles, parts) };
  const subjects = await loadSubjects(
    reader,
    ctx,
    parts.map((part) => ({ kind: part.kind, id: part.subject })),
  );
  const booked: PartToBook[] = [];
  const common = { ...facts, matterKey: facts.matterKey ?? matter.ownMatter };
  for (const [at, part] of parts.entries()) {
    const own = subjects.get(part.subject);
    if (!own) throw new Error(`a part of the matter has lost its subject ${part.subject}`);
    const before = parts.slice(0, at).filter((each) => each.role === part.role).length;
    const chosen =
      part.among < 2
        ? undefined
        : await shareOf(reader, ctx, matter, { own, role: part.role, among: part.among, before });
    booked.push({
      subject: own,
      role: part.role,
      facts: {
        ...common,
        roleCode: part.role?.code,
        chosenPoints: at === 0 ? facts.chosenPoints : chosen,
      },
    });
  }
  return { parts: booked, notes: notesOn(roles, parts) };
}

/** Several of one role share its points to the last hundredth (X5). */
async function shareOf(
  reader: Reader,
  ctx: Ctx,
  { period, placed, facts }: MatterToSplit,
  part: {
    readonly own: WorkSubject;
    readonly role: RoleRule | null;
    readonly among: number;
    readonly before: number;
  },
): Promise<string | undefined> {
  const { matterKey: _matter, chosenPoints: _chosen, ...alone } = facts;
  const whole = await bookPoints(reader, {
    period,
    placed,
    subject: part.own,
    facts: { ...alone, roleCode: part.role?.code },
    bureauId: ctx.actor.bureauId,
    at: ctx.now,
  });
  const points = parseDecimal(whole ?? '');
  const share = points === undefined ? undefined : splitPoints(points, part.among)[part.before];
  return share === undefined ? undefined : toText(share);
}

function notesOn(roles: readonly RoleRule[], parts: ReturnType<typeof shareMatter>): string[] {
  const got = new Set(parts.map(({ role }) => role?.code));
  return roles.flatMap(({ code, name, goesTo }) => {
    if (got.has(code) || (goesTo !== 'unit' && goesTo !== 'leader')) return [];
    return goesTo === 'unit'
      ? [`${name}：本办法不考核该单位，不记`]
      : [`${name}：没有登记负责人，或本人已有一份，不另记`];
  });
}

/** The nearest unit, from the subject's own upwards, that the period appraises; null when there is none. */
async function appraisedUnit(reader: Reader, period: WorkPeriod, unitPath: string): Promise<string | null> {
  const special = period.kind === 'special';
  const { rows } = await sql<{ id: string }>`
    select u.id from unit u
    where starts_with(${unitPath}, u.path) and starts_with(u.path, ${period.unitPath})
      and ${period.ruleSet.appraises.includes('unit')} and case when ${special}
        then exists (select from operation_subject s where s.period_id = ${period.id} and s.subject_id = u.id)
        else exists (
          select from ranking_sequence_member m join ranking_sequence q on q.id = m.sequence_id
          join rule_set r on r.id = ${period.ruleSetId}
          where m.unit_id = u.id and q.subject_kind = 'unit' and q.year = ${Number(period.toOn.slice(0, 4))}
            and (r.sequence_codes = '{}' or q.code = any(r.sequence_codes))) end
    order by length(u.path) desc limit 1`.execute(reader);
  return rows[0]?.id ?? null;
}

/** In a special operation the leader has a part only as one of its subjects (P8). */
async function appraisedLeader(reader: Reader, period: WorkPeriod, unitId: string): Promise<string | null> {
  const id = await leaderOf(reader, period, unitId);
  if (id === null || period.kind !== 'special') return id;
  return (await isOperationSubject(reader, period, { kind: 'officer', id })) ? id : null;
}

/** Who heads the unit by the grant he holds there; the first one where two do. */
export async function leaderOf(
  reader: Reader,
  period: Pick<WorkPeriod, 'ruleSet'>,
  unitId: string,
): Promise<string | null> {
  if (!period.ruleSet.appraises.includes('officer')) return null;
  const row = await reader
    .selectFrom('account_role')
    .innerJoin('account', 'account.id', 'account_role.account_id')
    .select('account.officer_id')
    .where('account_role.role', '=', 'unitHead')
    .where('account_role.unit_id', '=', unitId)
    .where('account.state', '=', 'active')
    .where('account.officer_id', 'is not', null)
    .orderBy('account.username')
    .limit(1)
    .executeTakeFirst();
  return row?.officer_id ?? null;
}

/** §13: nobody decides what would be booked to himself, in whatever part. */
export function refuseOwnPart(ctx: Ctx, parts: readonly PartToBook[]): void {
  const own = parts.find(({ subject }) => subject.kind === 'officer' && subject.id === ctx.actor.officerId);
  if (own === undefined) return;
  const part = own.role === null ? '' : `（${own.role.name}）`;
  throw new Refusal('forbidden', `该事项也会记到您本人名下${part}，须由其他审核人办理。`);
}

type How = Pick<EntryToRecord, 'occurredOn' | 'evidenceFileIds' | 'source' | 'requestId' | 'ownerUnitId'>;

/** Books every part in the transaction of the decision: all of them or none. The subject's own entry comes back. */
export async function recordParts(
  tx: Tx,
  ctx: Ctx,
  matter: Pick<MatterToSplit, 'period' | 'placed'>,
  parts: readonly PartToBook[],
  how: How,
): Promise<LedgerRow> {
  const { period, placed } = matter;
  const rows: LedgerRow[] = [];
  for (const { subject, facts } of parts) {
    rows.push(await recordEntry(tx, ctx, { period, placed, subject, facts, ...how }));
  }
  const [own] = rows;
  if (!own) throw new Error('a matter without parts was booked');
  return own;
}

/** ，同时记：枫桥派出所（所在单位）、吴敏（协办） */
export function alsoFor(parts: readonly PartToBook[]): string {
  const others = parts.slice(1).map(({ subject, role }) => `${subject.name}（${role?.name ?? ''}）`);
  return others.length === 0 ? '' : `，同时记：${others.join('、')}`;
}
