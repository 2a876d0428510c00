import type { outcomes } from '@mingji/contract';
import type { Selectable } from 'kysely';
import type { Ctx } from '../../context.ts';
import type { CommendationCheck } from '../../db/schema.generated.ts';
import type { FoundFlag } from './check-nominees.ts';
import { presentFlags } from './present-flags.ts';
import type { FoundSubject, ResolvedNominee } from './resolve-nominees.ts';

/** A nominee as the record keeps it, with every fact; who reads it decides which are told. */
export interface StoredNominee extends ResolvedNominee {
  readonly basis: readonly string[];
  readonly flags: readonly FoundFlag[];
  readonly verdict: outcomes.CheckedNominee['verdict'];
}
export type CheckRow = Selectable<CommendationCheck>;

export function presentCheck(row: CheckRow): outcomes.CheckView {
  return {
    id: row.id,
    title: row.title,
    byName: row.by_name,
    at: row.at.toISOString(),
    counts: {
      clear: row.clear_count,
      look: row.look_count,
      forbidden: row.forbidden_count,
      unresolved: row.unresolved_count,
    },
  };
}

export function presentNominees(ctx: Ctx, row: CheckRow): outcomes.CheckedNominee[] {
  return (row.nominees as unknown as StoredNominee[]).map((one) => ({
    given: one.given,
    subject: one.subject && refOf(one.subject),
    problem: one.problem,
    candidates: one.candidates.map(refOf),
    verdict: one.verdict,
    basis: [...one.basis],
    flags: presentFlags(ctx, one.subject?.unitPath ?? '', one.flags),
  }));
}

function refOf(subject: FoundSubject): NonNullable<outcomes.CheckedNominee['subject']> {
  return {
    kind: subject.kind,
    id: subject.id,
    name: subject.name,
    code: subject.code,
    unit: { id: subject.unitId, name: subject.unitName },
  };
}
