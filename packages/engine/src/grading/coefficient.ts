import { words } from '../explain/number-words.ts';
import { absolute, compare, type Exact, ONE, subtract } from '../kernel/exact.ts';
import { exact, toText } from '../kernel/exact-text.ts';
import type { Refusals } from '../kernel/refusal.ts';
import { meanOf } from '../kernel/running-sum.ts';
import type { CoefficientRules } from '../rules/appraisal-rules.ts';
import type { Warning } from '../rules/evaluation.ts';
import type { Subject } from '../rules/facts.ts';
import type { NumberReader } from '../rules/number-reader.ts';

/** The factor an identity or post brings (§5, N6). */
export interface Coefficient {
  readonly factor: Exact;
  readonly name: string;
  readonly clause?: string;
}

export type Coefficients = ReadonlyMap<string, Coefficient>;

export function readCoefficients(
  rules: CoefficientRules | undefined,
  numbers: NumberReader,
): Coefficients | null {
  if (rules === undefined) return null;
  return new Map(
    rules.identities.map(({ code, name, factor, clause }, at) => [
      code,
      {
        factor: numbers.rate(factor, `coefficients.identities[${at}].factor`),
        name,
        ...(clause === undefined ? {} : { clause }),
      },
    ]),
  );
}

/** Of several identities the largest; null: nobody's total is multiplied. */
export function coefficientOf(
  coefficients: Coefficients | null,
  { identities }: Pick<Subject, 'identities'>,
): Coefficient | null {
  if (coefficients === null || identities === undefined) return null;
  let largest: Coefficient | null = null;
  for (const code of identities) {
    const own = coefficients.get(code);
    if (own !== undefined && (largest === null || compare(own.factor, largest.factor) > 0)) largest = own;
  }
  return largest;
}

/** A mistyped identity would silently count as 1. */
export function refuseUnknownIdentities(
  coefficients: Coefficients | null,
  subjects: readonly Subject[],
  refusals: Refusals,
): void {
  if (coefficients === null) return;
  for (const [at, { identities = [] }] of subjects.entries()) {
    for (const code of identities) {
      if (coefficients.has(code)) continue;
      const path = `subjects[${at}].identities`;
      const message = `${path} 的身份“${code}”不在本办法的 coefficients 中，请核对代码`;
      refusals.add('identityUnknown', path, message);
    }
  }
}

/** Within a unit the mean of all officers' factors should be near 1, else the unit's scores are inflated (§5). */
export function coefficientWarnings(
  rules: CoefficientRules | undefined,
  coefficients: Coefficients | null,
  subjects: readonly Subject[],
): readonly Warning[] {
  if (rules === undefined) return [];
  const mean = rules.mean === undefined ? ONE : exact(rules.mean);
  const tolerance = exact(rules.tolerance ?? '0.05');
  const units = new Map<string, Exact[]>();
  for (const subject of subjects) {
    if (subject.kind !== 'officer' || subject.unit === undefined || subject.status === 'exempt') continue;
    const factor = coefficientOf(coefficients, subject)?.factor ?? ONE;
    const list = units.get(subject.unit);
    if (list === undefined) units.set(subject.unit, [factor]);
    else list.push(factor);
  }
  const warnings: Warning[] = [];
  for (const [unit, factors] of units) {
    const own = meanOf(factors);
    if (compare(absolute(subtract(own, mean)), tolerance) <= 0) continue;
    const message = `单位“${unit}”的平均系数为 ${words(own)}，超出 ${toText(mean)} ± ${toText(tolerance)}，请核对各人的身份`;
    warnings.push({ code: 'coefficientMean', message, subject: unit, entries: [] });
  }
  return warnings;
}
