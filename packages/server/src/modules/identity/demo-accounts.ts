import type { Role } from '@mingji/engine';

/** Accounts whose name begins so are for showing; they exist in the demo bureau only. */
export const DEMO_PREFIX = 'demo-';

/** What there is to see with each role. In the order of the sign-in page. */
export const demoRoles: readonly { readonly role: Role; readonly purpose: string }[] = [
  { role: 'office', purpose: '导入名册与指标、发布办法、办理月结与封存' },
  { role: 'bureauLeader', purpose: '查看全局排名与各单位结果' },
  { role: 'supervisingLeader', purpose: '查看分管单位的结果与进度' },
  { role: 'discipline', purpose: '录入扣分与一票否决事项' },
  { role: 'reviewer', purpose: '审核报送、计分、答复复议' },
  { role: 'unitHead', purpose: '分解指标、查看本单位民警成绩' },
  { role: 'unitClerk', purpose: '报送本单位工作、提出复议' },
  { role: 'committee', purpose: '查看全局结果与封存校验' },
  { role: 'officer', purpose: '报送工作、查看本人成绩与依据、申请复议' },
  { role: 'systemAdmin', purpose: '建立账号、查看系统状态' },
  { role: 'securityAdmin', purpose: '审批账号、授予权限' },
  { role: 'auditAdmin', purpose: '查看审计日志、校验封存' },
];
