export { type Ability, abilities, type Reach } from './abilities.ts';
export {
  type AccessDecision,
  type AccessRefusal,
  type AccessScope,
  type AccessTarget,
  type Actor,
  decideAccess,
  type Grant,
  heldAbilities,
  holdsAbility,
  scopeOf,
} from './decide-access.ts';
export { administratorRoles, isAdministrator, type Role, roles, rolesAreCompatible } from './roles.ts';
export {
  hasSquads,
  isWithheld,
  POINTS_PUBLICITY,
  type PointsPublicity,
  RANKS_PUBLICITY,
  type RanksPublicity,
  servesIn,
  type Visibility,
  type VisibilityRules,
  visibilityOf,
} from './visibility.ts';
