import type { Problem } from '@mingji/contract';
import { checkInheritance, inherit, type LowerPart, type RuleSet } from '@mingji/engine';
import type { Reader } from '../../db/database.ts';
import { Refusal } from '../../refusal.ts';
import { type UpperVersion, upperVersion } from './upper-version.ts';

function missingUpper({ id, version }: NonNullable<RuleSet['extends']>): string {
  return `上级办法“${id}”第 ${version} 版没有发布，不能依据它制定办法。请核对 extends 中的代码和版本。`;
}

/** §16: what a lower method writes, made whole over the published version it names. */
export async function wholeOf(db: Reader, bureauId: string, written: RuleSet | LowerPart): Promise<RuleSet> {
  if (written.extends === undefined) return written as RuleSet;
  const upper = await upperVersion(db, bureauId, written.extends);
  if (upper === null) throw new Refusal('refused', missingUpper(written.extends));
  const whole = inherit(upper.content, { ...written, extends: written.extends });
  if (whole.ok) return whole.value;
  throw new Refusal(
    'invalid',
    '办法不能与上级办法合成一体，请按提示逐项修改后重新导入。',
    whole.refusals.map(({ path, message }) => ({ path, message })),
  );
}

/** What a lower method may not do to the one it is under; each problem names both clauses. */
export function inheritanceProblems(content: RuleSet, upper: UpperVersion | null): Problem[] {
  if (content.extends === undefined) return [];
  if (upper === null) return [{ path: 'extends', message: missingUpper(content.extends) }];
  return checkInheritance(upper.content, content).map(({ path, message, clause }) =>
    clause === undefined ? { path, message } : { path, message, clause },
  );
}
