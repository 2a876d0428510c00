import type { supervision } from '@mingji/contract';
import {
  decideAccess,
  type EscalationLevel,
  type PressedKind,
  type PressState,
  scopeOf,
} from '@mingji/engine';
import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../context.ts';
import type { Reader } from '../../db/database.ts';
import { scopeFilter } from '../../db/scope-filter.ts';

export interface PressRow {
  readonly id: string;
  readonly kind: 'press' | 'escalation';
  readonly matter_kind: PressedKind;
  readonly matter_key: string;
  readonly title: string;
  readonly text: string;
  readonly address: string;
  readonly rule_set_id: string;
  readonly rule_set_name: string;
  readonly late_unit_id: string;
  readonly late_unit_name: string;
  readonly late_officer_id: string | null;
  readonly late_officer_name: string | null;
  readonly to_unit_id: string;
  readonly to_unit_name: string;
  readonly to_unit_path: string;
  readonly to_officer_id: string | null;
  readonly to_officer_name: string | null;
  readonly level: EscalationLevel | null;
  readonly by_account_id: string | null;
  readonly by_name: string;
  readonly at: Date;
  readonly reply_by: Date | null;
  readonly state: PressState;
  readonly reply: string | null;
  readonly replied_by_name: string | null;
  readonly replied_at: Date | null;
}

/** Presses `pr` with the units late (`lu`) and pressed (`tu`). */
export const pressTables = sql`press pr
  join unit lu on lu.id = pr.late_unit_id
  join unit tu on tu.id = pr.to_unit_id
  join rule_set r on r.id = pr.rule_set_id
  left join officer lo on lo.id = pr.late_officer_id
  left join officer po on po.id = pr.to_officer_id`;

export async function findPresses(
  reader: Reader,
  where: RawBuilder<boolean>,
  page: { readonly limit: number; readonly offset: number },
): Promise<PressRow[]> {
  const { rows } = await sql<PressRow>`
    select pr.*, r.name as rule_set_name, lu.name as late_unit_name, lo.name as late_officer_name,
      tu.name as to_unit_name, tu.path as to_unit_path, po.name as to_officer_name
    from ${pressTables} where ${where}
    order by pr.state = 'replied', pr.at desc, pr.id limit ${page.limit} offset ${page.offset}`.execute(
    reader,
  );
  return rows;
}

/** Addressed to the reader, or to a unit where he answers. */
export function toReader({ actor }: Ctx): RawBuilder<boolean> {
  return scopeFilter(scopeOf(actor, 'press.reply'), {
    unitPath: sql<string>`case when pr.to_officer_id is null then tu.path end`,
    officerId: sql<string | null>`pr.to_officer_id`,
  });
}

/** Pressed by the reader, or about work below him. */
export function belowReader({ actor }: Ctx): RawBuilder<boolean> {
  const below = scopeFilter(scopeOf(actor, 'supervision.read'), { unitPath: sql<string>`lu.path` });
  return sql<boolean>`(pr.by_account_id = ${actor.accountId} or ${below})`;
}

export function mayReply({ actor }: Ctx, row: PressRow): boolean {
  const target =
    row.to_officer_id === null ? { unitPath: row.to_unit_path } : { officerId: row.to_officer_id };
  return decideAccess(actor, 'press.reply', target).allowed;
}

export function presentPress(ctx: Ctx, row: PressRow): supervision.PressView {
  return {
    id: row.id,
    kind: row.kind,
    matterKind: row.matter_kind,
    title: row.title,
    text: row.text,
    ruleSet: { id: row.rule_set_id, name: row.rule_set_name },
    late: responsible(row.late_unit_id, row.late_unit_name, row.late_officer_id, row.late_officer_name),
    to: responsible(row.to_unit_id, row.to_unit_name, row.to_officer_id, row.to_officer_name),
    level: row.level,
    byName: row.by_name,
    at: row.at.toISOString(),
    replyBy: row.reply_by?.toISOString() ?? null,
    state: row.state,
    reply: row.reply,
    repliedByName: row.replied_by_name,
    repliedAt: row.replied_at?.toISOString() ?? null,
    address: row.address,
    canReply: row.state === 'open' && mayReply(ctx, row),
  };
}

function responsible(
  unitId: string,
  unitName: string,
  officerId: string | null,
  officerName: string | null,
): supervision.PressView['to'] {
  const unit = { id: unitId, name: unitName };
  return officerId === null
    ? { kind: 'unit', ...unit, unit }
    : { kind: 'officer', id: officerId, name: officerName ?? '', unit };
}
