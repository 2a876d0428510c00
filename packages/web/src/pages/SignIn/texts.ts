export const texts = {
  heading: '登录',
  username: '账号',
  usernameHint: '民警账号为本人警号',
  password: '密码',
  needUsername: '请输入账号',
  needPassword: '请输入密码',
  capsLock: '大写锁定已打开',
  enter: '登 录',
  linkWaits: '请先登录，登录后打开您要看的页面。',
  demoHeading: '演示账号',
  demoHint: '演示环境，数据均为虚构。点一张卡片，直接以该角色登录。',
  notInitialized: '系统尚未初始化',
  notInitializedHow:
    '请系统维护人员在服务器上运行 mingji init，建立三名管理员（系统、安全、审计）的账号，然后刷新本页。',
  lockedHow: '锁定到期后可再试；急用时请联系安全管理员解除锁定。',
  fallbackBureau: '公安机关绩效考核平台',
  browserOnly: '请使用 Chromium 90 或更高内核的浏览器',
} as const;
