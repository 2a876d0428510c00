import type { ruleSets } from '@mingji/contract';
import type { Reader } from '../../db/database.ts';
import { findingsOf } from './findings.ts';
import { parseContent } from './published-rule-set.ts';
import { upperVersion } from './upper-version.ts';
import { signOffsOf } from './version-row.ts';

type LintState = ruleSets.IndicatorLine['lint'];
type ByCode = ReadonlyMap<string, LintState>;

/** A text is linted once; the oldest is forgotten beyond this many: 55 methods over a good many years. */
const KEPT = 2000;
const known = new Map<string, { readonly at: number; readonly states: ByCode }>();

/** By version, by indicator: what the linter says where it says something. `versions` null: of all of the bureau. */
export async function lintStates(
  db: Reader,
  bureauId: string,
  versions: readonly string[] | null,
): Promise<ReadonlyMap<string, ByCode>> {
  if (versions?.length === 0) return new Map();
  const stamps = await db
    .selectFrom('rule_set_version')
    .select(['id', 'updated_at'])
    .where('bureau_id', '=', bureauId)
    .$if(versions !== null, (query) => query.where('id', 'in', [...(versions ?? [])]))
    .execute();
  const result = new Map<string, ByCode>();
  for (const { id, updated_at } of stamps) {
    const kept = known.get(id);
    const states =
      kept?.at === updated_at.getTime() ? kept.states : await lintOf(db, bureauId, id, updated_at.getTime());
    result.set(id, states);
  }
  return result;
}

async function lintOf(db: Reader, bureauId: string, versionId: string, at: number): Promise<ByCode> {
  const row = await db
    .selectFrom('rule_set_version')
    .select(['content', 'sign_offs'])
    .where('id', '=', versionId)
    .executeTakeFirst();
  const states = new Map<string, LintState>();
  if (row) {
    const content = parseContent(row.content);
    const upper = content.extends ? await upperVersion(db, bureauId, content.extends) : null;
    for (const { indicatorCode, needsSignOff, signOff } of findingsOf(content, signOffsOf(row), upper)) {
      if (indicatorCode === '') continue;
      const state = !needsSignOff ? 'advice' : signOff === null ? 'open' : 'signedOff';
      states.set(indicatorCode, graver(states.get(indicatorCode), state));
    }
  }
  known.delete(versionId);
  for (const oldest of known.keys()) {
    if (known.size < KEPT) break;
    known.delete(oldest);
  }
  known.set(versionId, { at, states });
  return states;
}

const order: readonly LintState[] = ['clean', 'advice', 'signedOff', 'open'];

/** Of several findings on one indicator the one that still wants something is told. */
function graver(one: LintState | undefined, other: LintState): LintState {
  return one !== undefined && order.indexOf(one) > order.indexOf(other) ? one : other;
}
