import { latenessOf } from '@mingji/engine';
import { localDay } from '../../local-day.ts';
import { endOfDay } from '../periods/index.ts';
import type { MatterRow } from './find-matters.ts';
import { allowances, type SupervisionView } from './supervision-view.ts';

type Limited = Pick<MatterRow, 'kind' | 'since' | 'until'>;

/** The last day in time and how many working days ago that was; without a year's table only a written limit is claimed. */
export function dueOf(view: SupervisionView, { kind, since, until }: Limited) {
  const seen = latenessOf(
    view.calendar,
    { since, allowance: allowances(view.settings)[kind], until },
    { today: view.today, warning: view.settings.warningDays },
  );
  if (!seen.ok) return { dueOn: until, workingDaysLate: null };
  return { dueOn: seen.value.dueOn, workingDaysLate: seen.value.workingDaysLate };
}

/** Until when what came back is to be handed in again: the same day for its author and for who supervises (P6, P10). */
export function correctionDue(
  view: SupervisionView,
  { decidedAt, reviewBy }: { readonly decidedAt: Date; readonly reviewBy: Date },
): Date {
  const { dueOn } = dueOf(view, {
    kind: 'returnedNotCorrected',
    since: localDay(decidedAt, view.timeZone),
    until: localDay(new Date(reviewBy.getTime() - 1), view.timeZone),
  });
  const due = dueOn === null ? reviewBy : endOfDay(dueOn, view.timeZone);
  return due < reviewBy ? due : reviewBy;
}
