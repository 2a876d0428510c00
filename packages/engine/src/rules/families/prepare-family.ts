import type { Scoring } from '../scoring.ts';
import { prepareAllOrNothing } from './all-or-nothing.ts';
import { prepareAssessment } from './assessment.ts';
import { prepareBand } from './band.ts';
import { prepareControlNumber } from './control-number.ts';
import { prepareDeductFromFull } from './deduct-from-full.ts';
import { prepareEffectOnly } from './effect-only.ts';
import { prepareEscalation } from './escalation.ts';
import type { CompiledFamily } from './family.ts';
import { prepareImported } from './imported.ts';
import { prepareLadder } from './ladder.ts';
import { prepareLateness } from './lateness.ts';
import { prepareOccurrence } from './occurrence.ts';
import type { PrepareContext } from './prepare-context.ts';
import { prepareRankBased } from './rank-based.ts';
import { prepareRatio } from './ratio.ts';
import { prepareRelativeToMean } from './relative-to-mean.ts';
import { prepareTarget } from './target.ts';
import { prepareThresholdRate } from './threshold-rate.ts';
import { prepareTiers } from './tiers.ts';

/** Makes an indicator's scoring ready to run; a new family is one more case here. */
export function prepareFamily(scoring: Scoring, context: PrepareContext): CompiledFamily {
  switch (scoring.family) {
    case 'occurrence':
      return prepareOccurrence(scoring, context);
    case 'band':
      return prepareBand(scoring, context);
    case 'deductFromFull':
      return prepareDeductFromFull(scoring, context);
    case 'ratio':
      return prepareRatio(scoring, context);
    case 'target':
      return prepareTarget(scoring, context);
    case 'thresholdRate':
      return prepareThresholdRate(scoring, context);
    case 'controlNumber':
      return prepareControlNumber(scoring, context);
    case 'allOrNothing':
      return prepareAllOrNothing(scoring, context);
    case 'imported':
      return prepareImported(scoring, context);
    case 'tiers':
      return prepareTiers(scoring, context);
    case 'rankBased':
      return prepareRankBased(scoring, context);
    case 'ladder':
      return prepareLadder(scoring, context);
    case 'lateness':
      return prepareLateness(scoring, context);
    case 'escalation':
      return prepareEscalation(scoring, context);
    case 'relativeToMean':
      return prepareRelativeToMean(scoring, context);
    case 'assessment':
      return prepareAssessment(scoring, context);
    case 'effectOnly':
      return prepareEffectOnly(scoring, context);
  }
}
