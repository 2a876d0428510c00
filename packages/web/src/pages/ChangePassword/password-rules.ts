export interface PasswordRule {
  readonly key: string;
  readonly text: string;
  readonly met: boolean;
}

const CLASSES = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/];

/** The rules shown live while typing. The server checks them again, and the history of passwords besides. */
export function passwordRules(wanted: string, username: string, current: string): PasswordRule[] {
  const kinds = CLASSES.filter((kind) => kind.test(wanted)).length;
  const name = username.toLowerCase();
  return [
    { key: 'length', text: '10 至 128 位', met: wanted.length >= 10 && wanted.length <= 128 },
    { key: 'kinds', text: '大写字母、小写字母、数字、符号至少三种', met: kinds >= 3 },
    {
      key: 'name',
      text: '不含本人账号',
      met: wanted.length > 0 && !wanted.toLowerCase().includes(name),
    },
    { key: 'new', text: '与当前密码不同', met: wanted.length > 0 && wanted !== current },
  ];
}
