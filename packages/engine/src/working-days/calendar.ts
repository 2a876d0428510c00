/** The public holidays and make-up working days of one year, as the State Council's notice lists them (§13). */
export interface YearTable {
  readonly year: number;
  /** Days off that are not an ordinary Saturday or Sunday. */
  readonly holidays: readonly string[];
  /** Saturdays and Sundays that are worked. */
  readonly workdays: readonly string[];
}

export interface WorkingDayCalendar {
  readonly years: readonly YearTable[];
}
