import type { entries } from '@mingji/contract';
import type { Indicator, NamedEvent, Scoring } from '@mingji/engine';
import { parseDecimal, sign } from '@mingji/engine';

export type FormView = entries.IndicatorFormView;
/** What people enter for an indicator; `entryKind` is what the ledger keeps of it. */
export interface IndicatorForm {
  readonly takes: FormView['takes'];
  readonly entryKind: 'event' | 'measure';
  readonly events: readonly NamedEvent[];
  readonly band: { readonly min: string; readonly max: string } | null;
  readonly measureUnit: string | null;
  /** Whether work is reported for it: what only deducts is posted by the owning department. */
  readonly reportable: boolean;
}

const nothing = { events: [], band: null, measureUnit: null };

/** The form of an indicator by its family; null: its entries come from elsewhere (votes, imported scores). */
export function formOf(indicator: Indicator): IndicatorForm | null {
  const { scoring } = indicator;
  switch (scoring.family) {
    case 'occurrence':
    case 'deductFromFull':
    case 'allOrNothing':
    case 'ladder':
      return {
        ...nothing,
        takes: 'event',
        entryKind: 'event',
        events: scoring.events,
        reportable: scoring.events.some(adds),
      };
    case 'escalation':
    case 'effectOnly':
    case 'lateness':
      return { ...nothing, takes: 'event', entryKind: 'event', reportable: false };
    case 'band':
      return {
        ...nothing,
        takes: 'band',
        entryKind: 'event',
        band: { min: scoring.min, max: scoring.max },
        measureUnit: scoring.unit ?? null,
        reportable: isPositive(scoring.max),
      };
    case 'ratio':
    case 'target':
    case 'controlNumber':
    case 'tiers':
    case 'rankBased':
      return {
        ...nothing,
        takes: 'measure',
        entryKind: 'measure',
        measureUnit: scoring.unit ?? null,
        reportable: true,
      };
    case 'thresholdRate':
    case 'relativeToMean':
      return {
        ...nothing,
        takes: 'rate',
        entryKind: 'measure',
        measureUnit: scoring.unit ?? null,
        reportable: true,
      };
    case 'imported':
    case 'assessment':
      return null;
  }
}

/** P8: late work is refused, unless the rule takes it. */
export function takesLateWork(scoring: Scoring): boolean {
  return scoring.family === 'target' && scoring.late !== undefined && scoring.late !== 'notCounted';
}

export function presentForm(form: IndicatorForm | null): FormView {
  if (!form) return { takes: 'measure', events: [], band: null, measureUnit: null };
  return {
    takes: form.takes,
    events: form.events.map(presentEvent),
    band: form.band,
    measureUnit: form.measureUnit,
  };
}

export function presentEvent(event: NamedEvent): FormView['events'][number] {
  return { code: event.code, name: event.name, points: event.points, unit: event.unit ?? null };
}

const isPositive = (points: string) => {
  const value = parseDecimal(points);
  return value !== undefined && sign(value) > 0;
};
const adds = (event: NamedEvent) => isPositive(event.points);
