import { ROLE_NAMES } from '@mingji/contract';
import type { Role } from '@mingji/engine';

/** Grants in words, for the audit log. */
export function describeGrants(
  grants: readonly { readonly role: Role; readonly unitName: string }[],
): string {
  if (grants.length === 0) return '（无）';
  return grants.map((grant) => `${ROLE_NAMES[grant.role]}（${grant.unitName}）`).join('、');
}
