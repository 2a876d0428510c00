import { parseArgs } from 'node:util';
import {
  type Environment,
  type InitializedBureau,
  initBureau,
  loadConfig,
  withDatabase,
} from '@mingji/server';

export const initUsage = `用法：mingji init --name 单位名称 --code 十二位机构代码 [选项]
  在空数据库上建立单位、根机构和三员账号，并显示一次性初始密码。
  --name         单位名称，例如 "某某市公安局"
  --code         12 位机构代码
  --county       县级公安局（默认为市级）
  --sysadmin     系统管理员账号（默认 sysadmin）
  --secadmin     安全管理员账号（默认 secadmin）
  --auditadmin   审计管理员账号（默认 auditadmin）
数据库取自 DATABASE_URL；不设则用内置数据库（MINGJI_VAR_DIR）。`;

export interface Terminal {
  readonly env: Environment;
  /** What the person asked for: standard output. */
  readonly print: (text: string) => void;
  /** What happens meanwhile: standard error. */
  readonly say: (line: string) => void;
}

const options = {
  name: { type: 'string' },
  code: { type: 'string' },
  county: { type: 'boolean', default: false },
  sysadmin: { type: 'string', default: 'sysadmin' },
  secadmin: { type: 'string', default: 'secadmin' },
  auditadmin: { type: 'string', default: 'auditadmin' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** `mingji init`; answers with the exit code. Refusals of the server (a bureau exists, a wrong code) are thrown. */
export async function init(args: readonly string[], terminal: Terminal): Promise<number> {
  const given = readOptions(args);
  if (given?.help) {
    terminal.print(initUsage);
    return 0;
  }
  if (given === null || given.name === undefined || given.code === undefined) {
    terminal.say(initUsage);
    return 2;
  }
  const { name, code } = given;
  const made = await withDatabase(loadConfig(terminal.env), terminal.say, (db) =>
    initBureau(db, {
      name: name.trim(),
      code: code.trim().toUpperCase(),
      rootKind: given.county ? 'county' : 'bureau',
      usernames: {
        systemAdmin: given.sysadmin,
        securityAdmin: given.secadmin,
        auditAdmin: given.auditadmin,
      },
      now: new Date(),
    }),
  );
  terminal.print(describe(name.trim(), made));
  return 0;
}

function readOptions(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, strict: true }).values;
  } catch {
    return null;
  }
}

function describe(name: string, made: InitializedBureau): string {
  const lines = made.administrators.map(
    (one) => `  ${one.displayName}  账号 ${one.username}  初始密码 ${one.password}`,
  );
  return [
    `已建立“${name}”。三员账号如下，密码只显示这一次，首次登录须修改：`,
    ...lines,
    '请分别交给三个人保管。下一步：系统管理员新建考核办账号，安全管理员审批授权。',
  ].join('\n');
}
