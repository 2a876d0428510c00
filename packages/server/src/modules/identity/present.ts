import type { identity } from '@mingji/contract';
import type { z } from 'zod';
import type { GrantView } from './queries/grants-of.ts';

export interface AccountRow {
  readonly id: string;
  readonly username: string;
  readonly display_name: string;
  readonly state: string;
  readonly created_at: Date;
  readonly unit_id: string | null;
  readonly unit_name: string | null;
  readonly officer_id: string | null;
  readonly officer_name: string | null;
  readonly police_no: string | null;
  readonly creator_name: string | null;
}
export type AccountView = z.input<typeof identity.accountView>;

export function presentAccount(
  row: AccountRow,
  grants: readonly GrantView[],
  lockedUntil: Date | undefined,
): AccountView {
  return {
    id: row.id,
    username: row.username,
    displayName: row.display_name,
    state: row.state as AccountView['state'],
    unit: row.unit_id === null ? null : { id: row.unit_id, name: row.unit_name ?? '' },
    officer:
      row.officer_id === null
        ? null
        : { id: row.officer_id, name: row.officer_name ?? '', policeNo: row.police_no ?? '' },
    grants: [...grants],
    lockedUntil: lockedUntil?.toISOString() ?? null,
    createdAt: row.created_at.toISOString(),
    createdByName: row.creator_name,
  };
}
