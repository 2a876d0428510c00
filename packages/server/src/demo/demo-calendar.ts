export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

const fixed = [
  '01-01',
  '01-02',
  '01-03',
  '05-01',
  '05-02',
  '05-03',
  '05-04',
  '05-05',
  '10-01',
  '10-02',
  '10-03',
  '10-04',
  '10-05',
  '10-06',
  '10-07',
];
/** The State Council's tables of the years the demo was made in; other years show the fixed holidays only. */
const published: Record<number, { off: string[]; working: string[] }> = {
  2025: {
    off: [
      '01-01',
      '01-28',
      '01-29',
      '01-30',
      '01-31',
      '02-01',
      '02-02',
      '02-03',
      '02-04',
      '04-04',
      '04-05',
      '04-06',
      '05-01',
      '05-02',
      '05-03',
      '05-04',
      '05-05',
      '05-31',
      '06-01',
      '06-02',
      '10-01',
      '10-02',
      '10-03',
      '10-04',
      '10-05',
      '10-06',
      '10-07',
      '10-08',
    ],
    working: ['01-26', '02-08', '04-27', '09-28', '10-11'],
  },
  2026: {
    off: [
      '01-01',
      '01-02',
      '01-03',
      '02-15',
      '02-16',
      '02-17',
      '02-18',
      '02-19',
      '02-20',
      '02-21',
      '02-22',
      '02-23',
      '04-04',
      '04-05',
      '04-06',
      '05-01',
      '05-02',
      '05-03',
      '05-04',
      '05-05',
      '06-19',
      '06-20',
      '06-21',
      '09-25',
      '09-26',
      '09-27',
      '10-01',
      '10-02',
      '10-03',
      '10-04',
      '10-05',
      '10-06',
      '10-07',
    ],
    working: ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10'],
  },
};

export function holidayTable(year: number): { off: string[]; working: string[]; source: string } {
  const table = published[year];
  const dated = (days: readonly string[]) => days.map((day) => `${year}-${day}`);
  return table
    ? { off: dated(table.off), working: dated(table.working), source: `${year}年部分节假日安排` }
    : { off: dated(fixed), working: [], source: '演示数据：仅固定日期的节假日' };
}
