/** The roles of the platform (P1 and the table of people in the handbook). */
export const roles = [
  'systemAdmin',
  'securityAdmin',
  'auditAdmin',
  'office',
  'reviewer',
  'unitHead',
  'unitClerk',
  'supervisingLeader',
  'bureauLeader',
  'discipline',
  'committee',
  'officer',
] as const;
export type Role = (typeof roles)[number];

/** 三员: exclusive of each other and of every business role; they see no scores. */
export const administratorRoles = ['systemAdmin', 'securityAdmin', 'auditAdmin'] as const;

export function isAdministrator(role: Role): boolean {
  return (administratorRoles as readonly Role[]).includes(role);
}

/** Whether one account may hold all these roles together. */
export function rolesAreCompatible(held: readonly Role[]): boolean {
  const distinct = new Set(held);
  return distinct.size < 2 || ![...distinct].some(isAdministrator);
}
