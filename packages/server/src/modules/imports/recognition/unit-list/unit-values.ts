import type { KnownUnit } from '../resolve-unit.ts';

export type UnitKind =
  | 'bureau'
  | 'office'
  | 'county'
  | 'detachment'
  | 'department'
  | 'brigade'
  | 'station'
  | 'custody'
  | 'squad';

export type UnitValues = {
  name: string | null;
  kind: UnitKind | null;
  /** Name of the upper unit, in this file or already there; null = directly under the bureau. */
  parent: string | null;
  /** Set when the upper unit exists already. */
  parentId: string | null;
  code: string | null;
  aliases: string[];
  remark: string | null;
};

export type ExistingUnit = KnownUnit & { code: string };
