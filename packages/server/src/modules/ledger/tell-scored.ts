import type { Ctx } from '../../context.ts';
import type { Tx } from '../../db/database.ts';
import {
  accountsHolding,
  accountsOfOfficers,
  type Notice,
  namedFew,
  notify,
} from '../notifications/index.ts';
import type { EntryToRecord } from './record-entry.ts';

/** What was booked, as far as those concerned are told. */
export interface Booked {
  readonly id: string;
  readonly entry: Pick<EntryToRecord, 'subject' | 'period' | 'placed' | 'facts'>;
}

/**
 * P13: who is concerned learns of every entry as it is booked; several of one booking at once are one notice. The points
 * themselves stand on the page only. Who booked it about himself knows.
 */
export async function tellScored(tx: Tx, ctx: Ctx, booked: readonly Booked[]): Promise<void> {
  const accountsOf = await accountsConcerned(tx, booked);
  const bySubject = new Map<string, Booked[]>();
  for (const each of booked) {
    const key = `${each.entry.subject.id} ${each.entry.period.id}`;
    bySubject.set(key, [...(bySubject.get(key) ?? []), each]);
  }
  const notices = [...bySubject.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const told = accountsOf.get(first.entry.subject.id) ?? [];
    const accountIds = told.filter((accountId) => accountId !== ctx.actor.accountId);
    return accountIds.length === 0 ? [] : [{ ...noticeOf(first, group), accountIds }];
  });
  await notify(tx, { bureauId: ctx.actor.bureauId, now: ctx.now }, notices);
}

function noticeOf({ id, entry }: Booked, group: readonly Booked[]): Omit<Notice, 'accountIds'> {
  const { subject, period, placed, facts } = entry;
  const count = group.length;
  const log = subject.kind === 'unit' ? 'unit' : 'mine';
  const { name } = placed.indicator;
  const names = group.map((each) => each.entry.placed.indicator.name);
  return {
    kind: 'scored',
    title:
      count > 1
        ? `新增 ${count} 条得分记录`
        : facts.kind === 'reversal'
          ? `得分记录已冲销：${name}`
          : `新增得分记录：${name}`,
    detail: `${period.label}${count > 1 ? ` · ${namedFew(names, '条')}` : ''}。请查阅；有异议的，可在期限内提出复议。`,
    address:
      count > 1 ? `/score-log?log=${log}&period=${period.id}&mark=new` : `/score-log?log=${log}&entry=${id}`,
    about: { kind: 'entry', id },
  };
}

async function accountsConcerned(
  tx: Tx,
  booked: readonly Booked[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const idsOf = (kind: 'officer' | 'unit') => [
    ...new Set(
      booked.map(({ entry }) => entry.subject).flatMap((each) => (each.kind === kind ? [each.id] : [])),
    ),
  ];
  const officers = await accountsOfOfficers(tx, idsOf('officer'));
  const units = await accountsHolding(tx, ['unitHead', 'unitClerk'], idsOf('unit'));
  const told = new Map<string, readonly string[]>(units);
  for (const [officerId, accountId] of officers) told.set(officerId, [accountId]);
  return told;
}
