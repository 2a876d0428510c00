import type { RuleSet } from '@mingji/engine';
import type { Reader } from '../../db/database.ts';
import { upperVersion } from './upper-version.ts';

export interface FilingDemand {
  readonly demanded: boolean;
  /** The rule set whose text says so. */
  readonly byRuleSet: string | null;
  /** The unit one level above the rule set's own, whose office decides. */
  readonly receiver: { readonly id: string; readonly name: string; readonly path: string } | null;
}

/** 1 + 55 + N has three levels; a chain longer than this is not one. */
const MOST_LEVELS = 10;

/**
 * §16, Q6: filing is wanted when the text, or a text above it, says so. A unit that has none above it in the bureau has
 * nobody to file with here.
 */
export async function filingDemand(
  db: Reader,
  bureauId: string,
  unitId: string,
  content: RuleSet,
): Promise<FilingDemand> {
  const receiver = await unitAbove(db, unitId);
  const byRuleSet = receiver === null ? null : await demandedBy(db, bureauId, content);
  return { demanded: byRuleSet !== null, byRuleSet, receiver };
}

async function unitAbove(db: Reader, unitId: string): Promise<FilingDemand['receiver']> {
  const above = await db
    .selectFrom('unit as own')
    .innerJoin('unit as above', 'above.id', 'own.parent_id')
    .select(['above.id', 'above.name', 'above.path'])
    .where('own.id', '=', unitId)
    .executeTakeFirst();
  return above ?? null;
}

async function demandedBy(db: Reader, bureauId: string, content: RuleSet): Promise<string | null> {
  let text: Pick<RuleSet, 'name' | 'filing' | 'extends'> | null = content;
  let by: string | null = null;
  for (let level = 0; text !== null && level < MOST_LEVELS; level += 1) {
    // A lower text repeats what it inherits: the highest that says so is where the demand comes from.
    if (text.filing === 'required') by = text.name;
    text = text.extends ? ((await upperVersion(db, bureauId, text.extends))?.content ?? null) : null;
  }
  return by;
}
