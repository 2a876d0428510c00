import type { Role } from '@mingji/engine';

/** Accounts whose name begins so are for showing; they exist in the demo bureau only. */
export const DEMO_PREFIX = 'demo-';

/** What each role is called, and what there is to see with it. In the order of the sign-in page. */
export const demoRoles: readonly { readonly role: Role; readonly label: string; readonly purpose: string }[] =
  [
    { role: 'office', label: '考核办', purpose: '导入名册与指标、发布办法、办理月结与封存' },
    { role: 'bureauLeader', label: '局领导', purpose: '查看全局排名与各单位结果' },
    { role: 'supervisingLeader', label: '分管领导', purpose: '查看分管单位的结果与进度' },
    { role: 'reviewer', label: '归口部门考核员', purpose: '审核报送、计分、答复复议' },
    { role: 'unitHead', label: '单位负责人', purpose: '分解指标、查看本单位民警成绩' },
    { role: 'unitClerk', label: '单位内勤', purpose: '报送本单位工作、提出复议' },
    { role: 'committee', label: '考核委员会', purpose: '查看全局结果与封存校验' },
    { role: 'discipline', label: '纪检督察', purpose: '录入扣分与一票否决事项' },
    { role: 'officer', label: '民警', purpose: '报送工作、查看本人成绩与依据、申请复议' },
    { role: 'systemAdmin', label: '系统管理员', purpose: '建立账号、查看系统状态' },
    { role: 'securityAdmin', label: '安全管理员', purpose: '审批账号、授予权限' },
    { role: 'auditAdmin', label: '审计管理员', purpose: '查看审计日志' },
  ];
