import type { results } from '@mingji/contract';
import type { ExplainedLine, RuleSet } from '@mingji/engine';
import type { Reader } from '../../../db/database.ts';

const MAX_LINES = 3000;
const MAX_ENTRIES_OF_A_LINE = 500;

type Line = results.ResultView['lines'][number];

/** The engine's lines, each with its clause's words and the booked entries: who, when, why, on what (X1, P13). */
export async function explanationLines(
  reader: Reader,
  ruleSet: RuleSet,
  explained: readonly ExplainedLine[],
): Promise<Line[]> {
  const lines = explained.slice(0, MAX_LINES);
  const clauses = new Map(ruleSet.clauses.map((clause) => [clause.id, clause.text]));
  const entries = await bookedEntries(
    reader,
    lines.flatMap((line) => line.entryIds.slice(0, MAX_ENTRIES_OF_A_LINE)),
  );
  return lines.map((line) => ({
    depth: Math.min(line.depth, 12),
    sentence: line.sentence,
    text: line.text,
    value: line.value,
    clauseId: line.clause ?? null,
    clauseText: (line.clause && clauses.get(line.clause)) ?? null,
    entries: line.entryIds.slice(0, MAX_ENTRIES_OF_A_LINE).flatMap((id) => {
      const row = entries.get(bookedId(id));
      return row ? [{ ...row, counts: line.standsIn === undefined }] : [];
    }),
  }));
}

/** A unit's derived entry (§14) is shown as the booked entry it comes from. */
export function bookedId(id: string): string {
  return id.split('@')[0] ?? id;
}

/** Who booked them, when and why, by the booked id. */
export async function bookedEntries(reader: Reader, entryIds: readonly string[]) {
  const ids = [...new Set(entryIds.map(bookedId))];
  const found = new Map<string, Omit<Line['entries'][number], 'counts'>>();
  for (let start = 0; start < ids.length; start += 1000) {
    const rows = await reader
      .selectFrom('ledger_entry')
      .select(['id', 'by_name', 'at', 'reason', 'evidence_file_ids'])
      .where('id', 'in', ids.slice(start, start + 1000))
      .execute();
    for (const row of rows) {
      found.set(row.id, {
        id: row.id,
        by: row.by_name,
        at: row.at.toISOString(),
        reason: row.reason,
        fileIds: row.evidence_file_ids,
      });
    }
  }
  return found;
}
