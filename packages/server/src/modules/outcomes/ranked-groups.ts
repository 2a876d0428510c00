import { exact, NOT_SCORED, type Ranking, type RuleSet, type SubjectKind, scored } from '@mingji/engine';
import { type RawBuilder, sql } from 'kysely';
import type { Reader } from '../../db/database.ts';

export interface RankedSubject {
  readonly subject_kind: SubjectKind;
  readonly subject_id: string;
  readonly subject_name: string;
  readonly subject_code: string;
  readonly unit_name: string;
  readonly unit_path: string;
  readonly sequence_code: string | null;
  readonly sequence_name: string | null;
  readonly group_code: string | null;
  readonly score: string | null;
  readonly rank: number | null;
  readonly may_open: boolean;
  readonly may_see: boolean;
  /** The reader is not to know the rank for now (§13). */
  readonly suspended: boolean;
}
export interface RankedGroup {
  readonly sequenceCode: string | null;
  readonly sequenceName: string;
  readonly groupCode: string | null;
  readonly ranking: Ranking;
  readonly subjects: ReadonlyMap<string, RankedSubject>;
}

interface Wanted {
  readonly evaluationId: string;
  readonly subjectKind: SubjectKind;
  readonly ruleSet: RuleSet;
  /** Whether the reader may see the explanation of the row's score; sees `r` and `u`. */
  readonly mayOpen?: RawBuilder<boolean>;
  /** Whether he may see its place and score at all (§17). */
  readonly maySee?: RawBuilder<boolean>;
  /** Sees `r`; without it every rank is told. */
  readonly suspended?: RawBuilder<boolean>;
}

/** The ranked groups of one computation, as the engine's lists take them (§7, §12). */
export async function rankedGroups(reader: Reader, wanted: Wanted): Promise<readonly RankedGroup[]> {
  const { rows } = await sql<RankedSubject>`
    select r.subject_kind, r.subject_id, r.subject_name, r.subject_code, u.name as unit_name, u.path as unit_path,
           r.sequence_code, r.sequence_name, r.group_code, r.score, r.rank,
           coalesce(${wanted.mayOpen ?? sql<boolean>`false`}, false) as may_open,
           ${wanted.suspended ?? sql<boolean>`false`} as suspended,
           coalesce(${wanted.maySee ?? sql<boolean>`true`}, false) as may_see
    from result r join unit u on u.id = r.unit_id
    where r.evaluation_id = ${wanted.evaluationId} and r.subject_kind = ${wanted.subjectKind}
      and r.score_state = 'scored'
    order by r.sequence_code nulls last, r.group_code, r.rank nulls last, r.subject_code`.execute(reader);
  const groups = new Map<string, RankedSubject[]>();
  for (const row of rows) {
    const key = `${row.sequence_code ?? ''}\u0000${row.group_code ?? ''}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return [...groups.values()].map((group) => groupOf(group, wanted));
}

function groupOf(rows: readonly RankedSubject[], { subjectKind, ruleSet }: Wanted): RankedGroup {
  const [first] = rows;
  const ranked = rows.filter((row) => row.rank !== null).length;
  return {
    sequenceCode: first?.sequence_code ?? null,
    sequenceName: first?.sequence_name ?? '未分序列',
    groupCode: first?.group_code ?? null,
    subjects: new Map(rows.map((row) => [row.subject_id, row])),
    ranking: {
      kind: subjectKind,
      sequence: first?.sequence_code ?? null,
      group: first?.group_code ?? null,
      ranked,
      tooSmall: ranked < (ruleSet.ranking?.minGroup ?? 1),
      rows: rows.map((row) => ({
        subject: row.subject_id,
        code: row.subject_code,
        score: row.score === null ? NOT_SCORED : scored(exact(row.score)),
        rank: row.rank,
      })),
    },
  };
}
