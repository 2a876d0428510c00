import type { bulletins } from '@mingji/contract';
import type { Reader } from '../../../db/database.ts';
import {
  entryCount,
  evaluatedStanding,
  latestEvaluation,
  type PeriodContext,
  presentStanding,
  type StandingRow,
  suspendedSubjects,
} from '../../results/index.ts';

export interface PeriodStanding {
  readonly label: string;
  readonly rows: readonly StandingRow[];
  readonly source: bulletins.FigureSource;
  /** Whose rank is not told for now. */
  readonly suspended: ReadonlySet<string>;
}

/** A published period tells its result; one still under way where everybody stands at this moment (P15). */
export async function readStanding(
  reader: Reader,
  period: PeriodContext,
  now: Date,
  wanted: 'everybody' | 'units' = 'everybody',
): Promise<PeriodStanding> {
  const suspended = await suspendedSubjects(reader, period);
  const published = period.state === 'inNotice' || period.state === 'sealed';
  const evaluation = published ? await latestEvaluation(reader, period.id, true) : undefined;
  if (!evaluation) {
    const source = {
      periodId: period.id,
      label: period.label,
      evaluationId: null,
      sealNo: null,
      sealHash: null,
      asOf: now.toISOString(),
      entryCount: await entryCount(reader, period.id),
    };
    return { label: period.label, rows: await presentStanding(reader, period), source, suspended };
  }
  const seal = await reader
    .selectFrom('seal')
    .select(['sequence_no', 'seal_hash'])
    .where('period_id', '=', period.id)
    .executeTakeFirst();
  return {
    label: period.label,
    suspended,
    rows: await evaluatedStanding(reader, period, evaluation.id, wanted),
    source: {
      periodId: period.id,
      label: period.label,
      evaluationId: evaluation.id,
      sealNo: seal?.sequence_no ?? null,
      sealHash: seal?.seal_hash.toString('hex') ?? null,
      asOf: (evaluation.finished_at ?? evaluation.requested_at).toISOString(),
      entryCount: evaluation.entry_count,
    },
  };
}
