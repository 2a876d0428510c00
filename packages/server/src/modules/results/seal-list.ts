import type { Received, results } from '@mingji/contract';
import { sql } from 'kysely';
import type { Reader } from '../../db/database.ts';

export type SealFilter = Omit<Received<typeof results.listSeals>['query'], 'page' | 'pageSize'>;

/** A period belongs to the year in which it ends. */
export const sealYear = sql<number>`extract(year from period.to_on)::int`;

/** Seals of the bureau with their period, method and newest verification (`last`), narrowed as the reader wishes. */
export function sealQuery(reader: Reader, bureauId: string, filter: SealFilter) {
  const { year, ruleSetId, outcome, text } = filter;
  return reader
    .selectFrom('seal')
    .innerJoin('period', 'period.id', 'seal.period_id')
    .innerJoin('rule_set_version', 'rule_set_version.id', 'period.rule_set_version_id')
    .innerJoin('rule_set', 'rule_set.id', 'rule_set_version.rule_set_id')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('seal_verification')
          .select(['at', 'ok', 'finding_count', 'by_name'])
          .whereRef('seal_verification.seal_id', '=', 'seal.id')
          .orderBy('seq', 'desc')
          .limit(1)
          .as('last'),
      (join) => join.onTrue(),
    )
    .where('seal.bureau_id', '=', bureauId)
    .$if(year !== undefined, (query) => query.where(sealYear, '=', year ?? 0))
    .$if(ruleSetId !== undefined, (query) => query.where('rule_set.id', '=', ruleSetId ?? ''))
    .$if(outcome === 'never', (query) => query.where('last.at', 'is', null))
    .$if(outcome === 'ok' || outcome === 'failed', (query) => query.where('last.ok', '=', outcome === 'ok'))
    .$if(text !== undefined && text !== '', (query) =>
      query.where(
        sql<boolean>`(strpos(period.label, ${text ?? ''}) > 0 or strpos(rule_set.name, ${text ?? ''}) > 0
          or starts_with(encode(seal.seal_hash, 'hex'), ${(text ?? '').toLowerCase()}))`,
      ),
    );
}

/** The rows of the list, newest seal first. */
export function sealRows(reader: Reader, bureauId: string, filter: SealFilter) {
  return sealQuery(reader, bureauId, filter)
    .select([
      'seal.id',
      'seal.sequence_no',
      'seal.period_id',
      'period.label',
      'period.trial',
      'rule_set.name',
      'seal.entry_count',
      'seal.seal_hash',
      'seal.previous_hash',
      'seal.sealed_by_name',
      'seal.sealed_at',
      'last.at as verified_at',
      'last.ok as verified_ok',
      'last.finding_count',
      'last.by_name as verified_by',
    ])
    .orderBy('seal.sequence_no', 'desc');
}
export type SealRow = Awaited<ReturnType<ReturnType<typeof sealRows>['execute']>>[number];

export function presentSeal(row: SealRow): ReturnType<typeof results.sealView.parse> {
  return {
    id: row.id,
    sequenceNo: row.sequence_no,
    periodId: row.period_id,
    periodLabel: row.label,
    ruleSetName: row.name,
    entryCount: row.entry_count,
    sealHash: row.seal_hash.toString('hex'),
    previousHash: row.previous_hash?.toString('hex') ?? null,
    sealedByName: row.sealed_by_name,
    sealedAt: row.sealed_at.toISOString(),
    trial: row.trial,
    lastVerified:
      row.verified_at === null
        ? null
        : {
            at: row.verified_at.toISOString(),
            ok: row.verified_ok ?? false,
            findingCount: row.finding_count ?? 0,
            byName: row.verified_by ?? '',
          },
  };
}
