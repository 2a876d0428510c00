import type { RuleSet } from '@mingji/engine';
import type { Reader } from '../../db/database.ts';
import { notFound } from '../../refusal.ts';
import { ruleSetOfVersion } from '../rule-sets/index.ts';
import type { BookKey } from './actuals.ts';
import { targetIndicators } from './target-indicators.ts';
import { targetQuery } from './target-row.ts';

/** The year's targets under one rule set, read with the words of one of its versions. */
export interface Book extends BookKey {
  readonly versionId: string;
  readonly ruleSet: RuleSet;
  readonly indicators: ReturnType<typeof targetIndicators>;
}

export async function findBook(
  db: Reader,
  bureauId: string,
  wanted: { readonly versionId: string; readonly year: number },
): Promise<Book> {
  const row = await db
    .selectFrom('rule_set_version')
    .select('rule_set_id')
    .where('bureau_id', '=', bureauId)
    .where('id', '=', wanted.versionId)
    .executeTakeFirst();
  if (!row) throw notFound('目标任务书');
  const ruleSet = await ruleSetOfVersion(db, bureauId, wanted.versionId);
  return {
    ...wanted,
    bureauId,
    ruleSetId: row.rule_set_id,
    ruleSet,
    indicators: targetIndicators(ruleSet),
  };
}

/** The book's current targets. */
export function bookTargets(db: Reader, book: BookKey) {
  return targetQuery(db, book.bureauId)
    .where('v.rule_set_id', '=', book.ruleSetId)
    .where('t.year', '=', book.year)
    .where('t.state', '=', 'issued');
}
