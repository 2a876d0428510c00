import type { RuleSet, SubjectKind } from '../rules/rule-set.ts';
import type { NamedEvent } from '../rules/scoring.ts';
import { type RoleRule, rolesOfEvent } from './role-rules.ts';

/** Who may have a part: the subject it was reported for, and whom rule or author add. */
export interface MatterParties {
  readonly reporter: { readonly kind: SubjectKind; readonly id: string };
  readonly named: readonly { readonly id: string; readonly role: string }[];
  /** Null: there is none, or this method does not appraise it. */
  readonly unit: string | null;
  readonly leader: string | null;
}
/** One entry the matter makes; a null role is the event's own points. `among`: how many share them. */
export interface MatterPart {
  readonly kind: SubjectKind;
  readonly subject: string;
  readonly role: RoleRule | null;
  readonly among: number;
}

/**
 * P2: whom one matter concerns, by the roles of its event. Who worked alone has the event's full points; with others
 * beside him, those of his role. Nobody has two parts: who reported is not his own leader's second entry (§3).
 */
export function shareMatter(
  ruleSet: Pick<RuleSet, 'roles'>,
  event: NamedEvent | undefined,
  { reporter, named, unit, leader }: MatterParties,
): readonly MatterPart[] {
  const roles = rolesOfEvent(ruleSet, event);
  const officers = named
    .map(({ id, role }) => ({
      id,
      role: roles.find((each) => each.code === role && each.goesTo === 'named'),
    }))
    .filter((each) => each.role !== undefined && each.id !== reporter.id);
  const own = officers.length === 0 ? undefined : roles.find((each) => each.goesTo === 'reporter');
  const parts: MatterPart[] = [
    { kind: reporter.kind, subject: reporter.id, role: own ?? null, among: 1 },
    ...officers.map(({ id, role }) => ({
      kind: 'officer' as const,
      subject: id,
      role: role ?? null,
      among: role?.sharing === 'each' ? 1 : officers.filter((other) => other.role === role).length,
    })),
  ];
  for (const role of roles) {
    const holder = role.goesTo === 'unit' ? unit : role.goesTo === 'leader' ? leader : null;
    if (holder === null || parts.some((part) => part.subject === holder)) continue;
    parts.push({ kind: role.goesTo === 'unit' ? 'unit' : 'officer', subject: holder, role, among: 1 });
  }
  return parts;
}
