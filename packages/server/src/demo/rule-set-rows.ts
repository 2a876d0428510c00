import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseRuleSet } from '@mingji/contract';
import { canonicalJson, type RuleSet, toCanonical } from '@mingji/engine';
import { parse } from 'yaml';
import type { Deps } from '../context.ts';
import { bulkInsert, hexBytes } from './bulk-insert.ts';
import type { SeededRandom } from './seeded-random.ts';

const folder = fileURLToPath(new URL('../../../../rule-sets/', import.meta.url));

export interface DemoRuleSet {
  readonly ruleSet: RuleSet;
  readonly versionId: string;
}

/** Publishes a reference rule set of the repository for the demo, effective from `effectiveOn`. */
export async function publishReference(
  deps: Deps,
  random: SeededRandom,
  wish: {
    bureauId: string;
    unitId: string;
    folder: string;
    sequences: readonly string[];
    effectiveOn: string;
    by: string;
  },
): Promise<DemoRuleSet> {
  const parsed = parseRuleSet(parse(await readFile(`${folder}${wish.folder}/rule-set.yaml`, 'utf8')));
  if (!parsed.ok) throw new Error(`rule-sets/${wish.folder}: ${parsed.refusals[0]?.message ?? 'invalid'}`);
  const ruleSet = parsed.value;
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
      sequence_codes: wish.sequences,
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
  return { ruleSet, versionId };
}
