import type { Role } from '@mingji/engine';
import type { Reader } from '../../db/database.ts';
import { notify } from '../notifications/index.ts';
import { accountsBelow, accountsInLine } from './recipients.ts';

export interface ToldPeriod {
  readonly id: string;
  readonly bureau_id: string;
  readonly label: string;
  readonly rule_set_name: string;
  readonly unit_path: string;
}
interface Telling {
  readonly now: Date;
  readonly title: string;
  readonly detail: string;
  /** `line`: those at the unit that runs it and above; `below`: those at the units it concerns. */
  readonly to: 'line' | 'below';
  readonly roles: readonly Role[];
  readonly except?: string | null;
  readonly address?: string;
}

/** Tells those concerned what became of a period. */
export async function tellOfPeriod(tx: Reader, period: ToldPeriod, telling: Telling): Promise<void> {
  const wish = { bureauId: period.bureau_id, unitPath: period.unit_path, roles: telling.roles };
  const found = telling.to === 'line' ? await accountsInLine(tx, wish) : await accountsBelow(tx, wish);
  await notify(tx, { bureauId: period.bureau_id, now: telling.now }, [
    {
      kind: 'periodMoved',
      title: `${period.label}：${telling.title}`.slice(0, 100),
      detail: `${period.rule_set_name}。${telling.detail}`.slice(0, 500),
      address: telling.address ?? `/periods?period=${period.id}`,
      about: { kind: 'period', id: period.id },
      accountIds: found.filter((id) => id !== telling.except),
    },
  ]);
}
