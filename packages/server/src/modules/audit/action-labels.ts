/** What the audit administrator reads for each action. A test finds actions of the source that are missing here. */
const labels: Readonly<Record<string, string>> = {
  'access.refused': '越权访问被拒',
  'bureau.initialized': '系统初始化',
  'session.opened': '登录',
  'session.closed': '退出',
  'session.refused': '登录失败',
  'password.changed': '修改密码',
  'password.changeRefused': '修改密码失败',
  'password.reset': '重置密码',
  'account.created': '新建账号',
  'account.createdForOfficers': '批量开户',
  'account.approved': '审批开户',
  'account.approvedForOfficers': '批量审批开户',
  'account.granted': '调整授权',
  'account.disabled': '停用账号',
  'account.unlocked': '解除锁定',
  'unit.created': '新设机构',
  'unit.changed': '调整机构',
  'unit.abolished': '撤销机构',
  'unit.restored': '恢复机构',
  'unit.aliasesSet': '维护机构别名',
  'officer.created': '新增人员',
  'officer.changed': '更正人员信息',
  'officer.transferred': '调动或变更岗位、状态',
  'officer.serviceCorrected': '更正任职记录',
  'officer.left': '登记人员离开',
  'sequence.created': '新建排名序列',
  'sequence.changed': '调整排名序列',
  'sequence.deleted': '删除排名序列',
  'sequence.copied': '复制排名序列',
  'calendar.set': '设定工作日历',
  'import.started': '上传导入文件',
  'import.readingSet': '调整导入列对应',
  'import.repairsAccepted': '接受导入修正',
  'import.cellsEdited': '更正导入单元格',
  'import.rowsSkipped': '跳过导入行',
  'import.rulesCorrected': '核定导入指标的计分方式',
  'import.confirmed': '确认导入',
  'import.undone': '撤销导入',
  'import.abandoned': '放弃导入',
  'import.targetsIssued': '下达导入的目标',
};

/** An action of an older version that is no longer listed is shown by its code. */
export function actionLabel(action: string): string {
  return labels[action] ?? action;
}

export const labelledActions: ReadonlySet<string> = new Set(Object.keys(labels));
