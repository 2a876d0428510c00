import { chineseDate } from '@mingji/engine';
import { sql } from 'kysely';
import type { Tx } from '../../db/database.ts';
import { Refusal } from '../../refusal.ts';

interface Change {
  readonly bureauId: string;
  readonly unitPath: string;
  /** The last day on which taking part stays as it is. */
  readonly after: string;
  /** The activation that ends; nothing: one begins. */
  readonly activationId: string | null;
  readonly words: string;
}

/**
 * What is sealed was appraised with those who took part then: the pilot is not changed behind it, be it of a method of
 * a unit above or of one below (P20). A method below that another activation covers anyway stays as it is.
 */
export async function refuseSealed(tx: Tx, change: Change): Promise<void> {
  const { bureauId, unitPath, activationId } = change;
  const { rows } = await sql<{ label: string; unit_name: string; to_on: string }>`
    select p.label, u.name as unit_name, p.to_on
    from period p join rule_set_version v on v.id = p.rule_set_version_id
    join rule_set r on r.id = v.rule_set_id join unit u on u.id = r.unit_id
    where p.bureau_id = ${bureauId} and p.state = 'sealed' and p.to_on > ${change.after}::date
      and (starts_with(${unitPath}, u.path) or starts_with(u.path, ${unitPath}))
      and not exists (
        select from unit_activation a join unit above on above.id = a.unit_id
        where a.bureau_id = p.bureau_id and a.id is distinct from ${activationId}::uuid
          and starts_with(u.path, above.path)
          and a.from_on <= p.to_on and (a.to_on is null or p.to_on <= a.to_on))
    order by p.to_on desc, u.path limit 1`.execute(tx);
  const sealed = rows[0];
  if (!sealed) return;
  throw new Refusal(
    'refused',
    `${change.words}会改变已封存的周期“${sealed.label}”（${sealed.unit_name}）的考核范围。请选择该周期结束（${chineseDate(sealed.to_on)}）之后的日期。`,
    [{ path: activationId === null ? 'from' : 'to', message: `须晚于已封存的周期“${sealed.label}”` }],
  );
}
