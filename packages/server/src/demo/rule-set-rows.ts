import { readFile } from 'node:fs/promises';
import { hasUpper, parseLowerPart, parseRuleSet } from '@mingji/contract';
import { canonicalJson, inherit, type Result, type RuleSet, toCanonical } from '@mingji/engine';
import { parse } from 'yaml';
import type { Deps } from '../context.ts';
import { bulkInsert, hexBytes } from './bulk-insert.ts';
import { type DemoPlan, RULE_SETS } from './demo-plan.ts';
import type { SeededRandom } from './seeded-random.ts';

export interface DemoRuleSet {
  readonly plan: DemoPlan;
  readonly ruleSet: RuleSet;
  readonly ruleSetId: string;
  readonly versionId: string;
}

/** Publishes a reference rule set of the repository for the demo, effective from `effectiveOn`. */
export async function publishReference(
  deps: Deps,
  random: SeededRandom,
  plan: DemoPlan,
  wish: { bureauId: string; unitId: string; effectiveOn: string; by: string; above: readonly RuleSet[] },
): Promise<DemoRuleSet> {
  const read = wholeRuleSet(
    parse(await readFile(`${RULE_SETS}${plan.folder}/rule-set.yaml`, 'utf8')),
    wish.above,
  );
  if (!read.ok) throw new Error(`rule-sets/${plan.folder}: ${read.refusals[0]?.message ?? 'invalid'}`);
  const ruleSet = read.value;
  const ruleSetId = random.uuid();
  const versionId = random.uuid();
  const at = new Date(`${wish.effectiveOn}T09:00:00+08:00`);
  await bulkInsert(deps.db, 'rule_set', [
    {
      id: ruleSetId,
      bureau_id: wish.bureauId,
      unit_id: wish.unitId,
      code: ruleSet.id,
      name: ruleSet.name,
      sequence_codes: plan.sequences,
      created_at: at,
    },
  ]);
  await bulkInsert(deps.db, 'rule_set_version', [
    {
      id: versionId,
      bureau_id: wish.bureauId,
      rule_set_id: ruleSetId,
      version: 1,
      state: 'published',
      content: ruleSet,
      content_hash: hexBytes(deps.crypto.sm3(Buffer.from(canonicalJson(toCanonical(ruleSet))))),
      effective_on: wish.effectiveOn,
      sign_offs: [],
      created_by: wish.by,
      created_at: at,
      updated_at: at,
      published_by: wish.by,
      published_at: at,
    },
  ]);
  return { plan, ruleSet, ruleSetId, versionId };
}

/** A lower method takes what it does not write from the one above it, which is published already (§16). */
function wholeRuleSet(data: unknown, above: readonly RuleSet[]): Result<RuleSet> {
  if (!hasUpper(data)) return parseRuleSet(data);
  const part = parseLowerPart(data);
  if (!part.ok) return part;
  const { id, version } = part.value.extends;
  const upper = above.find((ruleSet) => ruleSet.id === id && ruleSet.version === version);
  if (!upper) throw new Error(`no method ${id} ${version} is published above ${part.value.id}`);
  return inherit(upper, part.value);
}
