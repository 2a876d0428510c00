import type { Refusal, Result } from '@mingji/engine';
import { z } from 'zod';
import { closestWord } from './closest-word.ts';

type Json = z.core.JSONSchema.BaseSchema;

/** More refusals than this help nobody. */
const LIMIT = 200;
const INTEGER = /^-?(0|[1-9]\d{0,14})$/;

/**
 * A stranger writes `marks: 10`; where the schema wants text, whole numbers become text without loss; a number with a
 * fraction has already been a binary float and stays a number, so that the schema refuses it with its place. Where the
 * schema wants a count, a reader that keeps digits as text has its text turned back.
 */
function shaped(value: unknown, schema: Json | undefined): unknown {
  if (typeof value === 'number')
    return schema?.type !== 'integer' && Number.isSafeInteger(value) ? String(value) : value;
  if (typeof value === 'string')
    return schema?.type === 'integer' && INTEGER.test(value) ? Number(value) : value;
  if (typeof value !== 'object' || value === null) return value;
  const own = schema === undefined ? undefined : branch(schema, value);
  if (Array.isArray(value)) return value.map((member) => shaped(member, ownSchema(own?.items)));
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, shaped(member, propertyOf(own, name))]),
  );
}

function ownSchema(schema: unknown): Json | undefined {
  return typeof schema === 'object' && schema !== null && !Array.isArray(schema)
    ? (schema as Json)
    : undefined;
}

function propertyOf(schema: Json | undefined, name: string): Json | undefined {
  const properties = schema?.properties ?? {};
  return Object.hasOwn(properties, name) ? ownSchema(properties[name]) : undefined;
}

function pathText(path: readonly PropertyKey[]): string {
  let text = '';
  for (const part of path)
    text += typeof part === 'number' ? `[${part}]` : text === '' ? String(part) : `.${String(part)}`;
  return text;
}

/** The JSON schema at a path, following the branch of a union that the data's own discriminator chose. */
function schemaAt(root: Json, path: readonly PropertyKey[], data: unknown): Json | undefined {
  let schema = branch(root, data);
  let value = data;
  for (const part of path) {
    const next = typeof part === 'number' ? ownSchema(schema?.items) : propertyOf(schema, String(part));
    value = (value as Readonly<Record<PropertyKey, unknown>> | undefined)?.[part];
    if (next === undefined) return undefined;
    schema = branch(next, value);
  }
  return schema;
}

function branch(schema: Json, value: unknown): Json {
  const options = (schema.oneOf ?? schema.anyOf) as Json[] | undefined;
  if (options === undefined) return schema;
  const record =
    typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
  const chosen = options.find((option) =>
    Object.entries(option.properties ?? {}).some(
      ([name, own]) => typeof own === 'object' && own.const !== undefined && own.const === record[name],
    ),
  );
  const [only, ...others] = options.filter((option) => option.type === 'object');
  return chosen ?? (only !== undefined && others.length === 0 ? only : schema);
}

const TYPES: Readonly<Record<string, string>> = {
  string: '文本',
  number: '数字',
  int: '整数',
  boolean: 'true 或 false',
  array: '列表',
  object: '一组字段',
};

function messageOf(issue: z.core.$ZodIssue, root: Json, data: unknown): string {
  const where = issue.path.length === 0 ? '文件' : pathText(issue.path);
  if (issue.code === 'invalid_value') {
    const missing = issue.input === undefined ? `缺少 ${where}，请填写，` : `${where} `;
    return `${missing}只能是以下之一：${issue.values.map(String).join('、')}`;
  }
  if (issue.code === 'invalid_union') {
    const options = discriminators(schemaAt(root, issue.path.slice(0, -1), data));
    return options.length === 0 ? `${where} 的写法不对` : `${where} 只能是以下之一：${options.join('、')}`;
  }
  if (issue.code === 'invalid_type') {
    const isCount = schemaAt(root, issue.path, data)?.type === 'integer';
    const wanted = isCount ? '整数' : (TYPES[issue.expected] ?? issue.expected);
    if (issue.input === undefined) return `缺少 ${where}，请填写（${wanted}）`;
    if (typeof issue.input === 'number' && issue.expected === 'string') {
      return `${where} 的小数请写成文本，例如 "${issue.input}"（加引号），以免丢失精度`;
    }
    return `${where} 应为${wanted}`;
  }
  return `${where}：${issue.message}`;
}

/** What the things counted in a bound are called. */
const COUNTED: Readonly<Record<string, string>> = { array: ' 项', string: ' 字' };

/** The words of a bound that brings none of its own; zod's are English. */
function boundWords(issue: z.core.$ZodRawIssue): string | undefined {
  const bound = issue.code === 'too_big' ? issue.maximum : issue.code === 'too_small' ? issue.minimum : null;
  if (bound === null) return undefined;
  return `${issue.code === 'too_big' ? '最多' : '至少'}为 ${bound}${COUNTED[String(issue.origin)] ?? ''}`;
}

/** family: occurrence、band、… of a union the data did not choose from. */
function discriminators(schema: Json | undefined): readonly string[] {
  const options = (schema?.oneOf ?? schema?.anyOf ?? []) as Json[];
  return options.flatMap((option) =>
    Object.values(option.properties ?? {}).flatMap((own) =>
      typeof own === 'object' && typeof own.const === 'string' ? [own.const] : [],
    ),
  );
}

/** A field that the format does not know: one refusal each, at its own place, with the one that was likely meant. */
function unknownField(path: readonly PropertyKey[], key: string, root: Json, data: unknown): Refusal {
  const allowed = Object.keys(schemaAt(root, path, data)?.properties ?? {});
  const meant = closestWord(key, allowed);
  const guess = meant === undefined ? '' : `，是不是想写 ${meant}？`;
  const where = path.length === 0 ? '文件' : `${pathText(path)} `;
  return {
    code: 'fieldUnknown',
    path: pathText([...path, key]),
    message: `${where}中有不认识的字段 ${key}${guess === '' ? '；' : guess}允许的字段有：${allowed.join('、')}`,
  };
}

/** Every issue with its field path, in Chinese, saying what is allowed (principle 17). */
function refusalsOf(root: Json, error: z.ZodError, data: unknown): readonly Refusal[] {
  return error.issues
    .flatMap((issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => unknownField(issue.path, key, root, data))
        : [{ code: 'formatInvalid', path: pathText(issue.path), message: messageOf(issue, root, data) }],
    )
    .slice(0, LIMIT);
}

const roots = new WeakMap<z.ZodType, Json>();

function rootOf(format: z.ZodType): Json {
  const known = roots.get(format);
  if (known !== undefined) return known;
  const root = z.toJSONSchema(format) as Json;
  roots.set(format, root);
  return root;
}

/** Reads plain data strictly; every fault at once, with its place and what is allowed. */
export function parseFormat<T>(format: z.ZodType<T>, value: unknown): Result<T> {
  const root = rootOf(format);
  const data = shaped(value, root);
  const parsed = format.safeParse(data, { reportInput: true, error: boundWords });
  if (parsed.success) return { ok: true, value: parsed.data };
  return { ok: false, refusals: refusalsOf(root, parsed.error, data) };
}
