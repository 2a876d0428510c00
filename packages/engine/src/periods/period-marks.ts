/** What sets a period apart wherever it is named, on screens, exports and seals alike (P20). */
export interface PeriodMarks {
  /** Its results are computed and shown, and count nowhere. */
  readonly trial: boolean;
  /** A past month that was entered late. */
  readonly backEntry: boolean;
}

export const TRIAL_MARK = '（试运行）';
export const BACK_ENTRY_MARK = '（补录）';

/** The label with its marks, once each: what is stored, so that nobody who names the period can forget them. */
export function markedLabel(label: string, { trial, backEntry }: PeriodMarks): string {
  const plain = label.replaceAll(TRIAL_MARK, '').replaceAll(BACK_ENTRY_MARK, '');
  return `${plain}${backEntry ? BACK_ENTRY_MARK : ''}${trial ? TRIAL_MARK : ''}`;
}
