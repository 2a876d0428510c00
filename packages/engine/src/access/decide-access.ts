import { type Ability, abilities, type Guard, ruleOf } from './abilities.ts';
import type { Role } from './roles.ts';

/** A role counted inside the subtree that starts at `unitPath` (codes from the root, '/'-ended). */
export interface Grant {
  readonly role: Role;
  readonly unitPath: string;
}

/** The person behind a request, as far as permission needs to know. */
export interface Actor {
  readonly accountId: string;
  readonly officerId: string | null;
  readonly grants: readonly Grant[];
}

/** What the ability is wanted on. A part that is left out cannot be matched, so it can only lead to refusal. */
export interface AccessTarget {
  /** Path of the unit the thing belongs to: the subject's unit, the unit itself. */
  readonly unitPath?: string;
  /** Path of the department that owns the indicator (归口部门). */
  readonly ownerUnitPath?: string;
  /** The officer it concerns. */
  readonly officerId?: string | null;
  /** Who handed it in. */
  readonly authorAccountId?: string | null;
  /** Who gave the score that is now in question. */
  readonly scoredByAccountId?: string | null;
}

export type AccessRefusal = 'noRole' | 'outOfScope' | 'ownWork' | 'scorerDecidesNot';
export type AccessDecision =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly reason: AccessRefusal };

const allowed: AccessDecision = { allowed: true };
const refused = (reason: AccessRefusal): AccessDecision => ({ allowed: false, reason });

/** Decides one ability on one thing. Pure; closed by default; the guards bind whoever asks (§13). */
export function decideAccess(actor: Actor, ability: Ability, target: AccessTarget): AccessDecision {
  const rule = ruleOf(ability);
  const held = actor.grants.filter((grant) => rule.roles[grant.role] !== undefined);
  if (held.length === 0) return refused('noRole');
  if (!held.some((grant) => reaches(actor, grant, ability, target))) return refused('outOfScope');
  for (const guard of rule.guards ?? []) {
    const broken = brokenGuard(actor, guard, target);
    if (broken) return refused(broken);
  }
  return allowed;
}

/** Whether the actor holds the ability anywhere at all: decides navigation and the first gate of an endpoint. */
export function holdsAbility(actor: Actor, ability: Ability): boolean {
  const rule = ruleOf(ability);
  return actor.grants.some((grant) => rule.roles[grant.role] !== undefined);
}

export function heldAbilities(actor: Actor): Ability[] {
  return abilities.filter((ability) => holdsAbility(actor, ability));
}

/** The same decision as a filter for lists, to be turned into SQL by the server. */
export interface AccessScope {
  readonly wholeBureau: boolean;
  readonly subtrees: readonly string[];
  readonly units: readonly string[];
  readonly ownedBySubtrees: readonly string[];
  readonly officerId: string | null;
}

export function scopeOf(actor: Actor, ability: Ability): AccessScope {
  const rule = ruleOf(ability);
  const paths = (wanted: string) => [
    ...new Set(
      actor.grants.filter((grant) => rule.roles[grant.role] === wanted).map((grant) => grant.unitPath),
    ),
  ];
  const self = actor.grants.some((grant) => rule.roles[grant.role] === 'self');
  return {
    wholeBureau: paths('bureau').length > 0,
    subtrees: paths('subtree'),
    units: paths('unit'),
    ownedBySubtrees: paths('owned'),
    officerId: self ? actor.officerId : null,
  };
}

function reaches(actor: Actor, grant: Grant, ability: Ability, target: AccessTarget): boolean {
  switch (ruleOf(ability).roles[grant.role]) {
    case 'bureau':
      return true;
    case 'subtree':
      return target.unitPath?.startsWith(grant.unitPath) ?? false;
    case 'unit':
      return target.unitPath === grant.unitPath;
    case 'owned':
      return target.ownerUnitPath?.startsWith(grant.unitPath) ?? false;
    case 'self':
      return actor.officerId !== null && target.officerId === actor.officerId;
    default:
      return false;
  }
}

function brokenGuard(actor: Actor, guard: Guard, target: AccessTarget): AccessRefusal | null {
  switch (guard) {
    case 'notOwnWork': {
      const ownOfficer = actor.officerId !== null && target.officerId === actor.officerId;
      return ownOfficer || target.authorAccountId === actor.accountId ? 'ownWork' : null;
    }
    case 'notScorer':
      return target.scoredByAccountId === actor.accountId ? 'scorerDecidesNot' : null;
  }
}
