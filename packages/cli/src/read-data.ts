import { type Result, refused } from '@mingji/engine';
import { parse, YAMLParseError } from 'yaml';

type SourceReviver = (key: string, value: unknown, context: { readonly source?: string }) => unknown;

/** A number keeps the digits it was written with: 0.10 must never pass through a binary float (§1). */
const keepDigits: SourceReviver = (_key, value, context) =>
  typeof value === 'number' && context.source !== undefined ? context.source : value;

/** Reads YAML or JSON into plain data in which every number is the text it was written as. */
export function readData(text: string, path: string): Result<unknown> {
  try {
    if (path.endsWith('.json')) {
      return { ok: true, value: JSON.parse(text, keepDigits as (key: string, value: unknown) => unknown) };
    }
    const value: unknown = parse(text, {
      schema: 'core',
      uniqueKeys: true,
      maxAliasCount: 100,
      customTags: (tags) =>
        tags.filter((tag) => typeof tag === 'string' || !/^tag:yaml\.org,2002:(int|float)$/.test(tag.tag)),
    });
    return { ok: true, value };
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof YAMLParseError) {
      return refused({
        code: 'fileMalformed',
        path,
        message: `${path} 不是规范的 ${path.endsWith('.json') ? 'JSON' : 'YAML'}:${error.message}`,
      });
    }
    throw error;
  }
}
