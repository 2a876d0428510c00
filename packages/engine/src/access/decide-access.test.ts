import fc from 'fast-check';
import { expect, test } from 'vitest';
import { abilities } from './abilities.ts';
import { type Actor, decideAccess, heldAbilities, holdsAbility, scopeOf } from './decide-access.ts';
import { administratorRoles, type Role, roles, rolesAreCompatible } from './roles.ts';

const actor = (role: Role, unitPath: string, officerId: string | null = null): Actor => ({
  accountId: 'me',
  officerId,
  grants: [{ role, unitPath }],
});

test('P1 a county office sees its own subtree and nothing beside it', () => {
  const county = actor('office', 'city/county-a/');
  expect(decideAccess(county, 'result.read', { unitPath: 'city/county-a/station/' }).allowed).toBe(true);
  expect(decideAccess(county, 'result.read', { unitPath: 'city/county-b/' })).toEqual({
    allowed: false,
    reason: 'outOfScope',
  });
});

test('P1 an officer reaches only what concerns him', () => {
  const officer = actor('officer', 'city/a/', 'o1');
  expect(decideAccess(officer, 'result.read', { unitPath: 'city/a/', officerId: 'o1' }).allowed).toBe(true);
  expect(decideAccess(officer, 'result.read', { unitPath: 'city/a/', officerId: 'o2' }).allowed).toBe(false);
});

test('P9 a reviewer decides work on indicators of the own department only', () => {
  const reviewer = actor('reviewer', 'city/legal/');
  expect(decideAccess(reviewer, 'submission.review', { ownerUnitPath: 'city/legal/' }).allowed).toBe(true);
  expect(decideAccess(reviewer, 'submission.review', { ownerUnitPath: 'city/crime/' }).allowed).toBe(false);
});

test('§13 nobody reviews own work, whoever handed it in', () => {
  const reviewer = actor('reviewer', 'city/legal/', 'o1');
  const mine = { ownerUnitPath: 'city/legal/', officerId: 'o1' };
  expect(decideAccess(reviewer, 'submission.review', mine)).toEqual({ allowed: false, reason: 'ownWork' });
  const handedInByMe = { ownerUnitPath: 'city/legal/', officerId: 'o2', authorAccountId: 'me' };
  expect(decideAccess(reviewer, 'submission.review', handedInByMe)).toEqual({
    allowed: false,
    reason: 'ownWork',
  });
});

test('P7 who gave a score never decides its appeal, not even as the office', () => {
  const office: Actor = { ...actor('office', 'city/') };
  const target = { unitPath: 'city/a/', scoredByAccountId: 'me' };
  expect(decideAccess(office, 'appeal.decide', target)).toEqual({
    allowed: false,
    reason: 'scorerDecidesNot',
  });
});

test('三员 the three administrators exclude each other and every business role', () => {
  for (const admin of administratorRoles) {
    for (const other of roles) expect(rolesAreCompatible([admin, other])).toBe(admin === other);
  }
});

test('三员 administrators see no scores', () => {
  const forbidden = abilities.filter((ability) =>
    /^(result|ranking|entry|submission|appeal|target|period|ruleSet|file)\./.test(ability),
  );
  for (const admin of administratorRoles) {
    for (const ability of forbidden) expect(holdsAbility(actor(admin, 'city/'), ability)).toBe(false);
  }
});

test('三员 of the three only the audit administrator verifies seals', () => {
  const verifying = administratorRoles.filter((admin) => holdsAbility(actor(admin, 'city/'), 'seal.verify'));
  expect(verifying).toEqual(['auditAdmin']);
});

test('P1 closed by default: without a grant every ability is refused, and a list shows nothing', () => {
  const nobody: Actor = { accountId: 'x', officerId: 'o', grants: [] };
  expect(heldAbilities(nobody)).toEqual([]);
  for (const ability of abilities) {
    expect(decideAccess(nobody, ability, { unitPath: 'city/', officerId: 'o' }).allowed).toBe(false);
    const scope = scopeOf(nobody, ability);
    expect([scope.wholeBureau, scope.subtrees.length, scope.officerId]).toEqual([false, 0, null]);
  }
});

test('P1 the filter for lists admits exactly what the single decision allows', () => {
  const path = fc.constantFrom('c/', 'c/a/', 'c/a/x/', 'c/b/');
  fc.assert(
    fc.property(
      fc.constantFrom(...roles),
      path,
      fc.constantFrom(...abilities),
      path,
      path,
      fc.boolean(),
      (role, at, ability, unitPath, ownerUnitPath, own) => {
        const someone = actor(role, at, 'o1');
        const officerId = own ? 'o1' : 'o2';
        const scope = scopeOf(someone, ability);
        const inScope =
          scope.wholeBureau ||
          scope.subtrees.some((prefix) => unitPath.startsWith(prefix)) ||
          scope.units.includes(unitPath) ||
          scope.ownedBySubtrees.some((prefix) => ownerUnitPath.startsWith(prefix)) ||
          scope.officerId === officerId;
        const decision = decideAccess(someone, ability, { unitPath, ownerUnitPath, officerId });
        const allowedButForGuards = decision.allowed || decision.reason === 'ownWork';
        expect(allowedButForGuards).toBe(inScope);
      },
    ),
  );
});
