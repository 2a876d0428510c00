import type { Role } from '@mingji/engine';

export const roleLabels: Readonly<Record<Role, string>> = {
  systemAdmin: '系统管理员',
  securityAdmin: '安全管理员',
  auditAdmin: '审计管理员',
  office: '考核办',
  reviewer: '归口部门审核员',
  unitHead: '单位负责人',
  unitClerk: '单位内勤',
  supervisingLeader: '分管领导',
  bureauLeader: '局领导',
  discipline: '纪检督察',
  committee: '考核委员会',
  officer: '民警',
};

/** Grants in words, for the audit log. */
export function describeGrants(
  grants: readonly { readonly role: Role; readonly unitName: string }[],
): string {
  if (grants.length === 0) return '（无）';
  return grants.map((grant) => `${roleLabels[grant.role]}（${grant.unitName}）`).join('、');
}
