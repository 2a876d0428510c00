import { parseRuleSet, ruleSetFormat } from '@mingji/contract';
import type { RuleSet } from '@mingji/engine';
import { parseDocument, stringify } from 'yaml';
import { Refusal } from '../../refusal.ts';

/** The rule set as a text for people: keys in the order of the format, long clauses unfolded. */
export function toYaml(ruleSet: RuleSet): string {
  return stringify(ruleSetFormat.parse(ruleSet), { lineWidth: 0 });
}

/** Reads a YAML text as a rule set; everything that does not fit is told at once, with its place. */
export function fromYaml(text: string): RuleSet {
  const document = parseDocument(text, { uniqueKeys: true, version: '1.2' });
  if (document.errors.length > 0) {
    throw new Refusal(
      'invalid',
      'YAML 文件有语法错误，请按提示修改后重新导入。',
      document.errors.slice(0, 50).map((error) => ({
        path: `第 ${error.linePos?.[0].line ?? '?'} 行`,
        message: `语法错误：${error.code}`,
      })),
    );
  }
  const parsed = parseRuleSet(plainData(document));
  if (parsed.ok) return parsed.value;
  throw new Refusal(
    'invalid',
    'YAML 内容不符合办法格式，请按提示逐项修改后重新导入。',
    parsed.refusals.slice(0, 200).map(({ path, message }) => ({ path, message })),
  );
}

/** Without the limit an alias bomb of a few lines would fill the memory; a rule set needs no aliases. */
function plainData(document: ReturnType<typeof parseDocument>): unknown {
  try {
    return document.toJS({ maxAliasCount: 0 });
  } catch {
    throw new Refusal('invalid', 'YAML 文件使用了引用（&、*），办法文件不支持引用。请写出全文后重新导入。');
  }
}
