import { hasUpper, type Problem, parseLowerPart, parseRuleSet, ruleSetFormat } from '@mingji/contract';
import type { Refusal as Fault, LowerPart, RuleSet } from '@mingji/engine';
import { stringify } from 'yaml';
import { Refusal } from '../../refusal.ts';
import { placesIn, readData } from '../../written-data/index.ts';

/** The rule set as a text for people: keys in the order of the format, long clauses unfolded. */
export function toYaml(ruleSet: RuleSet): string {
  return stringify(ruleSetFormat.parse(ruleSet), { lineWidth: 0 });
}

const NAME = 'YAML 文件';

/**
 * Reads a YAML text as a rule set, or as a lower method's own part (§16); everything that does not fit is told at once,
 * with its line.
 */
export function fromYaml(text: string): RuleSet | LowerPart {
  const data = readData(text, NAME, 'rule-set.yaml');
  if (!data.ok)
    throw new Refusal(
      'invalid',
      data.refusals[0]?.message ?? '',
      data.refusals.map(({ path, message }) => ({ path, message })),
    );
  const parsed = hasUpper(data.value) ? parseLowerPart(data.value) : parseRuleSet(data.value);
  if (parsed.ok) return parsed.value;
  throw new Refusal(
    'invalid',
    'YAML 内容不符合办法格式，请按提示逐项修改后重新导入。',
    problemsAt(text, parsed.refusals),
  );
}

/** Each fault as a problem that begins with its line. */
function problemsAt(text: string, faults: readonly Fault[]): Problem[] {
  const placeOf = placesIn(text);
  return faults.slice(0, 200).map(({ path, message }) => {
    const place = placeOf(path);
    return { path, message: place === undefined ? message : `第 ${place.line} 行：${message}` };
  });
}
