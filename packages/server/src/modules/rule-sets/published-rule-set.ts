import { ruleSetFormat } from '@mingji/contract';
import type { RuleSet } from '@mingji/engine';
import type { Reader } from '../../db/database.ts';
import { notFound } from '../../refusal.ts';

/** A published version never changes (§16), so it is parsed once. The oldest is forgotten beyond this many. */
const KEPT = 100;
const parsed = new Map<string, RuleSet>();

/** The rules of a published version; a draft or another bureau's version is not found. */
export async function publishedRuleSet(db: Reader, bureauId: string, versionId: string): Promise<RuleSet> {
  const key = `${bureauId} ${versionId}`;
  const known = parsed.get(key);
  if (known) return known;
  const row = await db
    .selectFrom('rule_set_version')
    .select('content')
    .where('bureau_id', '=', bureauId)
    .where('id', '=', versionId)
    .where('state', '=', 'published')
    .executeTakeFirst();
  if (!row) throw notFound('已发布的办法版本');
  const ruleSet = parseContent(row.content);
  for (const oldest of parsed.keys()) {
    if (parsed.size < KEPT) break;
    parsed.delete(oldest);
  }
  parsed.set(key, ruleSet);
  return ruleSet;
}

/** The rules of any version of the bureau, draft or published: for what may be prepared before publishing. */
export async function ruleSetOfVersion(db: Reader, bureauId: string, versionId: string): Promise<RuleSet> {
  const row = await db
    .selectFrom('rule_set_version')
    .select(['content', 'state'])
    .where('bureau_id', '=', bureauId)
    .where('id', '=', versionId)
    .executeTakeFirst();
  if (!row) throw notFound('办法版本');
  return row.state === 'published' ? publishedRuleSet(db, bureauId, versionId) : parseContent(row.content);
}

/** Stored content passed the strict format when it was saved; what does not pass now is a surprise. */
export function parseContent(content: unknown): RuleSet {
  return ruleSetFormat.parse(content) as RuleSet;
}
