import type { Refusal } from '@mingji/engine';
import { z } from 'zod';

/** Fields that are counts; every other number of a rule set or of facts is an exact decimal and travels as text. */
const COUNTS = new Set([
  'digits',
  'times',
  'voidAfter',
  'minVotes',
  'dropHighest',
  'dropLowest',
  'months',
  'minGroup',
  'minPeriods',
  'year',
]);

/**
 * A stranger writes `marks: 10`; the schema wants text. Whole numbers become text without loss; a number with a
 * fraction has already been a binary float and stays a number, so that the schema refuses it with its place.
 */
export function numbersAsText(value: unknown, key = ''): unknown {
  if (typeof value === 'number' && !COUNTS.has(key))
    return Number.isSafeInteger(value) ? String(value) : value;
  if (typeof value === 'string' && COUNTS.has(key) && /^\d{1,9}$/.test(value)) return Number(value);
  if (Array.isArray(value)) return value.map((member) => numbersAsText(member, key));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, numbersAsText(member, name)]),
  );
}

function pathText(path: readonly PropertyKey[]): string {
  let text = '';
  for (const part of path)
    text += typeof part === 'number' ? `[${part}]` : text === '' ? String(part) : `.${String(part)}`;
  return text;
}

type Json = z.core.JSONSchema.BaseSchema;

/** The JSON schema at a path, following the branch of a union that the data's own discriminator chose. */
function schemaAt(root: Json, path: readonly PropertyKey[], data: unknown): Json | undefined {
  let schema = branch(root, data);
  let value = data;
  for (const part of path) {
    const items = schema?.items;
    const next = typeof part === 'number' ? items : schema?.properties?.[String(part)];
    value = (value as Readonly<Record<PropertyKey, unknown>> | undefined)?.[part];
    if (typeof next !== 'object' || Array.isArray(next)) return undefined;
    schema = branch(next, value);
  }
  return schema;
}

function branch(schema: Json, value: unknown): Json {
  const options = (schema.oneOf ?? schema.anyOf ?? []) as Json[];
  const record =
    typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
  return (
    options.find((option) =>
      Object.entries(option.properties ?? {}).some(
        ([name, own]) => typeof own === 'object' && own.const !== undefined && own.const === record[name],
      ),
    ) ?? schema
  );
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
  if (issue.code === 'unrecognized_keys') {
    const allowed = Object.keys(schemaAt(root, issue.path, data)?.properties ?? {});
    return `${where} 中有不认识的字段 ${issue.keys.join('、')}；允许的字段有：${allowed.join('、')}`;
  }
  if (issue.code === 'invalid_value')
    return `${where} 只能是以下之一：${issue.values.map(String).join('、')}`;
  if (issue.code === 'invalid_union') {
    const options = discriminators(schemaAt(root, issue.path.slice(0, -1), data));
    return options.length === 0 ? `${where} 的写法不对` : `${where} 只能是以下之一：${options.join('、')}`;
  }
  if (issue.code === 'invalid_type') {
    if (issue.input === undefined)
      return `缺少 ${where}，请填写（${TYPES[issue.expected] ?? issue.expected}）`;
    if (typeof issue.input === 'number' && issue.expected === 'string') {
      return `${where} 的小数请写成文本，例如 "${issue.input}"（加引号），以免丢失精度`;
    }
    return `${where} 应为${TYPES[issue.expected] ?? issue.expected}`;
  }
  return `${where}:${issue.message}`;
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

/** Every issue with its field path, in Chinese, saying what is allowed (principle 17). */
export function refusalsOf(schema: z.ZodType, error: z.ZodError, data: unknown): readonly Refusal[] {
  const root = z.toJSONSchema(schema) as Json;
  return error.issues.slice(0, 200).map((issue) => ({
    code: issue.code === 'unrecognized_keys' ? 'fieldUnknown' : 'formatInvalid',
    path: pathText(issue.path),
    message: messageOf(issue, root, data),
  }));
}
