import type { files } from '@mingji/contract';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Reader } from '../../../db/database.ts';

export type EarlierUse = z.infer<typeof files.earlierUse>;
interface Wanted {
  readonly fileIds: readonly string[];
  /** The submission that is being looked at does not repeat itself. */
  readonly exceptSubmission?: string;
  /** Only what this account handed in: what an uploader may be told. */
  readonly onlyAuthor?: string;
}

/** X10: by file id, the submissions of any month and anybody that carried the same content, oldest first. */
export async function earlierUses(
  reader: Reader,
  bureauId: string,
  wanted: Wanted,
): Promise<Map<string, EarlierUse[]>> {
  const found = new Map<string, EarlierUse[]>();
  if (wanted.fileIds.length === 0) return found;
  const { rows } = await sql<EarlierUse & { fileId: string; at: Date }>`
    select asked.id as "fileId", s.id as "submissionId", first.title, first.by_name as "byName",
           u.name as "unitName", p.label as "periodLabel", first.at
    from file asked
    join file same on same.bureau_id = asked.bureau_id and same.sm3 = asked.sm3
    join lateral (
      select v.submission_id, v.title, v.at, a.display_name as by_name
      from submission_version v join account a on a.id = v.by_account_id
      where v.file_ids <> '{}' and v.file_ids @> array[same.id]
    ) first on true
    join submission s on s.id = first.submission_id
    join unit u on u.id = s.subject_unit_id
    join period p on p.id = s.period_id
    where asked.bureau_id = ${bureauId} and asked.id = any(${wanted.fileIds as string[]}::uuid[])
      and s.id is distinct from ${wanted.exceptSubmission ?? null}::uuid
      and (${wanted.onlyAuthor ?? null}::uuid is null or s.author_account_id = ${wanted.onlyAuthor ?? null}::uuid)
    order by first.at
    limit 500`.execute(reader);
  for (const { fileId, at, ...use } of rows) {
    const uses = found.get(fileId) ?? [];
    if (uses.length < 20 && !uses.some((each) => each.submissionId === use.submissionId)) {
      uses.push({ ...use, at: (at as Date).toISOString() });
    }
    found.set(fileId, uses);
  }
  return found;
}
