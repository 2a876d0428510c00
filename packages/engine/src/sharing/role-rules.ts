import type { RuleSet } from '../rules/rule-set.ts';
import type { NamedEvent } from '../rules/scoring.ts';

/**
 * One part somebody can have in a matter (P2). `goesTo` says whose entry it makes when the matter is accepted: the one
 * who reported, those named beside him, the unit where he serves, or that unit's leader. Without it the role is named
 * only, for entries recorded one by one: a booking touches nobody but the one it names (N9).
 */
export interface RoleRule {
  readonly code: string;
  /** 主办、协办、所在单位、主要负责人 */
  readonly name: string;
  readonly goesTo?: RoleGoesTo;
  /** ⚙ Several of one role: share its points (default) or have them each. */
  readonly sharing?: 'together' | 'each';
  readonly clause?: string;
}
export const ROLE_GOES_TO = ['reporter', 'named', 'unit', 'leader'] as const;
export type RoleGoesTo = (typeof ROLE_GOES_TO)[number];

/** The roles for which an event has points of its own, in the order of the method. */
export function rolesOfEvent(
  ruleSet: Pick<RuleSet, 'roles'>,
  event: Pick<NamedEvent, 'byRole'> | undefined,
): readonly RoleRule[] {
  const own = new Set((event?.byRole ?? []).map(({ role }) => role));
  return (ruleSet.roles ?? []).filter(({ code }) => own.has(code));
}
