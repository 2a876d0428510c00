import type { RuleSet } from '@mingji/engine';
import type { Reader } from '../../db/database.ts';

export interface UpperVersion {
  readonly versionId: string;
  readonly ruleSetName: string;
  readonly version: number;
  readonly content: RuleSet;
}

/** The published version that a method names as the one it is under (§16); null when there is none such. */
export async function upperVersion(
  db: Reader,
  bureauId: string,
  upper: NonNullable<RuleSet['extends']>,
): Promise<UpperVersion | null> {
  const rows = await db
    .selectFrom('rule_set_version as v')
    .innerJoin('rule_set as r', 'r.id', 'v.rule_set_id')
    .select(['v.id', 'v.content', 'v.version', 'r.name'])
    .where('v.bureau_id', '=', bureauId)
    .where('v.state', '=', 'published')
    .where('r.code', '=', upper.id)
    .execute();
  // The version a text names is the one the upper text gives itself: a number here, or what its file said.
  const found = rows.find(({ content }) => (content as unknown as RuleSet).version === upper.version);
  if (!found) return null;
  return {
    versionId: found.id,
    ruleSetName: found.name,
    version: found.version,
    content: found.content as unknown as RuleSet,
  };
}
