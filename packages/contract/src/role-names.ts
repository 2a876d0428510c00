import type { Role } from '@mingji/engine';

/** The roles in the offices' words: on the pages, in refusals and in the audit log the same. */
export const ROLE_NAMES: Readonly<Record<Role, string>> = {
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
