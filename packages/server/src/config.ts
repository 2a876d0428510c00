import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { StartRefusal } from './start-refusal.ts';

export interface Config {
  readonly host: string;
  readonly port: number;
  /** Null: the embedded database under `varDir`. */
  readonly databaseUrl: string | null;
  /** Everything the installation keeps besides an outside database: database, attachments, keys. */
  readonly varDir: string;
  readonly idleMinutes: number;
  readonly secureCookies: boolean;
  readonly logLevel: string;
}

export type Environment = Readonly<Record<string, string | undefined>>;

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d+$/)
    .transform(Number)
    .refine((value) => value >= least && value <= most);

/** The environment's names, what each accepts, and how a wrong value is refused. README.md lists the same. */
const settings = {
  HOST: { schema: z.string().refine(isHost), fallback: '127.0.0.1', rule: '应为本机的 IP 地址或主机名' },
  PORT: { schema: wholeNumber(0, 65_535), fallback: 8080, rule: '应为 0 到 65535 的整数' },
  DATABASE_URL: {
    schema: z.string().refine(isPostgresUrl),
    fallback: null,
    rule: '应形如 postgres://用户:密码@主机:5432/库名',
  },
  MINGJI_VAR_DIR: { schema: z.string().min(1), fallback: 'var', rule: '应为目录' },
  MINGJI_IDLE_MINUTES: { schema: wholeNumber(1, 1440), fallback: 30, rule: '应为 1 到 1440 的整数（分钟）' },
  MINGJI_SECURE_COOKIES: {
    schema: z.enum(['0', '1']).transform((value) => value === '1'),
    fallback: false,
    rule: '应为 0 或 1',
  },
  MINGJI_LOG_LEVEL: {
    schema: z.enum(['silent', 'error', 'warn', 'info', 'debug']),
    fallback: 'warn',
    rule: '应为 silent、error、warn、info、debug 之一',
  },
} as const;

/** Reads and checks the environment; an empty value is the same as none. */
export function loadConfig(env: Environment = process.env): Config {
  return {
    host: read(env, 'HOST'),
    port: read(env, 'PORT'),
    databaseUrl: read(env, 'DATABASE_URL'),
    varDir: resolve(read(env, 'MINGJI_VAR_DIR')),
    idleMinutes: read(env, 'MINGJI_IDLE_MINUTES'),
    secureCookies: read(env, 'MINGJI_SECURE_COOKIES'),
    logLevel: read(env, 'MINGJI_LOG_LEVEL'),
  };
}

export const settingNames: readonly string[] = Object.keys(settings);

type Settings = typeof settings;
type Value<N extends keyof Settings> = z.output<Settings[N]['schema']> | Settings[N]['fallback'];

function read<N extends keyof Settings>(env: Environment, name: N): Value<N> {
  const given = env[name];
  const { schema, fallback, rule } = settings[name];
  if (given === undefined || given === '') return fallback as Value<N>;
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data as Value<N>;
  // A database URL holds a password: it is never repeated on the screen.
  const shown = name === 'DATABASE_URL' ? '' : `“${given}”`;
  throw new StartRefusal(`环境变量 ${name}${shown} 不对：${rule}。`);
}

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\./.test(host);
}

export function embeddedFolder(config: Config): string {
  return join(config.varDir, 'postgres');
}

export function filesFolder(config: Pick<Config, 'varDir'>): string {
  return join(config.varDir, 'files');
}

function isHost(text: string): boolean {
  return isIP(text) !== 0 || /^[a-zA-Z0-9.-]+$/.test(text);
}

function isPostgresUrl(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^postgres(ql)?:$/.test(url.protocol) && url.hostname !== '';
}
