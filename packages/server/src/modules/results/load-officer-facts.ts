import type { RuleSet } from '@mingji/engine';
import type { Reader } from '../../db/database.ts';
import { factOf } from '../ledger/index.ts';
import { loadCalendar, subjectUnitPath } from '../organization/index.ts';
import { appraisedSubjects } from './appraised-subjects.ts';
import { assemble, type PeriodFacts } from './load-facts.ts';
import type { PeriodContext } from './period-context.ts';
import { periodTargets } from './period-targets.ts';
import { priorMatters } from './prior-matters.ts';
import { indicatorsOf } from './rolled-up.ts';

/** Whether an officer's score depends on what others reached: then one officer cannot be computed alone. */
export function comparesOfficers(ruleSet: RuleSet): boolean {
  return indicatorsOf(ruleSet).some(
    ({ scoring, subjects }) =>
      (scoring.family === 'rankBased' || scoring.family === 'relativeToMean') &&
      (subjects?.kinds === undefined || subjects.kinds.includes('officer')),
  );
}

/**
 * The inputs of one officer's score alone, so that a whole city may look at its standing at 23:50 on the 25th. The
 * score is the same as from the whole period's facts wherever nobody is compared with others; ranks are not.
 */
export async function loadOfficerFacts(
  reader: Reader,
  period: PeriodContext,
  officerId: string,
): Promise<PeriodFacts> {
  const place = await subjectUnitPath(
    reader,
    period.bureauId,
    { kind: 'officer', id: officerId },
    period.toOn,
  );
  const inScope = place.unitPath.startsWith(period.unitPath);
  const around = inScope ? await appraisedSubjects(reader, { ...period, unitPath: place.unitPath }) : [];
  const subjects = around.filter((subject) => subject.id === officerId);
  const ledger = await reader
    .selectFrom('ledger_entry')
    .selectAll()
    .where('bureau_id', '=', period.bureauId)
    .where('period_id', '=', period.id)
    .where('subject_id', '=', officerId)
    .orderBy('seq')
    .execute();
  const facts = assemble(period, {
    subjects,
    entries: ledger.map((row) => ({ entry: factOf(row), path: place.unitPath })),
    targets: await periodTargets(reader, period, officerId),
    calendar: await loadCalendar(reader, period.bureauId),
    priorMatters: await priorMatters(reader, period, officerId),
  });
  return { ledger, subjects, facts };
}
