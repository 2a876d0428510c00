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
};

/** An action of an older version that is no longer listed is shown by its code. */
export function actionLabel(action: string): string {
  return labels[action] ?? action;
}

export const labelledActions: ReadonlySet<string> = new Set(Object.keys(labels));
