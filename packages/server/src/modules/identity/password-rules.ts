export const PASSWORD_MIN_LENGTH = 10;
export const PASSWORD_CLASSES = 3;
export const PASSWORD_HISTORY = 5;
export const PASSWORD_MAX_AGE_DAYS = 90;

const classes = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/];

/** Everything that is wrong with a wished password, in words; empty when it may be used (GB/T 22239, 身份鉴别 a). */
export function passwordProblems(password: string, username: string): string[] {
  const problems: string[] = [];
  if ([...password].length < PASSWORD_MIN_LENGTH) problems.push(`密码至少 ${PASSWORD_MIN_LENGTH} 位`);
  if (classes.filter((one) => one.test(password)).length < PASSWORD_CLASSES)
    problems.push('密码须包含大写字母、小写字母、数字、符号中的至少三类');
  if (password.toLowerCase().includes(username.toLowerCase())) problems.push('密码不得包含账号名');
  return problems;
}

/** What the person is told once the password is older than 90 days; null before. */
export function passwordNotice(changedAt: Date | null, now: Date): string | null {
  if (!changedAt) return null;
  const days = Math.floor((now.getTime() - changedAt.getTime()) / 86_400_000);
  if (days < PASSWORD_MAX_AGE_DAYS) return null;
  return `密码已使用 ${days} 天，按规定每 ${PASSWORD_MAX_AGE_DAYS} 天应更换一次，请尽快修改。`;
}
