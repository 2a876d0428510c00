import type { PeriodPlan } from '@mingji/engine';

/** What the form of a year's plan holds. */
export interface PlanValues {
  readonly ruleSetVersionId?: string;
  readonly year: number;
  readonly form: 'months' | 'quarters' | 'custom';
  readonly startDay: number;
  readonly submitDay: number;
  readonly ends: string;
  readonly submitDays: number;
  readonly reviewDays: number;
  /** Left empty: as the method says. */
  readonly noticeDays?: number | null;
  readonly appealDays?: number | null;
  readonly confirmed?: boolean;
  readonly trial?: boolean;
  readonly kind?: 'week' | 'month' | 'quarter' | 'half' | 'year' | 'special';
  readonly label?: string;
  readonly from?: string;
  readonly to?: string;
  readonly submitOn?: string;
}

export const planDefaults: Omit<PlanValues, 'year'> = {
  form: 'months',
  startDay: 1,
  submitDay: 25,
  ends: '03-31 06-30 09-30 12-31',
  submitDays: 0,
  reviewDays: 5,
};

/** The plan as the server takes it; null while something is still missing. */
export function planOf(values: PlanValues): PeriodPlan | null {
  const rhythm = { reviewDays: values.reviewDays, reportDays: null };
  if (values.form === 'months') {
    return { form: 'months', startDay: values.startDay, submitDay: values.submitDay, ...rhythm };
  }
  if (values.form === 'quarters') {
    const ends = values.ends.split(/[\s,，、]+/).filter(Boolean);
    if (ends.length === 0 || ends.some((end) => !/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(end)))
      return null;
    const kind = ends.length === 1 ? 'year' : ends.length === 2 ? 'half' : 'quarter';
    return { form: 'ends', kind, ends, submitDays: values.submitDays, ...rhythm };
  }
  const { label, from, to, submitOn } = values;
  if (!label || !from || !to || !submitOn) return null;
  const reviewOn = new Date(Date.parse(`${submitOn}T00:00:00Z`) + values.reviewDays * 86_400_000)
    .toISOString()
    .slice(0, 10);
  return {
    form: 'custom',
    periods: [{ label, kind: values.kind ?? 'special', from, to, submitOn, reviewOn, reportOn: null }],
  };
}
