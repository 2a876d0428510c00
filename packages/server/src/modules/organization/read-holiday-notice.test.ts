import { expect, test } from 'vitest';
import { readHolidayNotice } from './read-holiday-notice.ts';

const NOTICE = `一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。`;

test('§13 a pasted holiday notice becomes days off without weekends and make-up working days', () => {
  const read = readHolidayNotice(NOTICE, 2026);
  expect(read.unread).toEqual([]);
  expect(read.workingDays).toEqual([
    '2026-01-04',
    '2026-02-14',
    '2026-02-28',
    '2026-05-09',
    '2026-09-20',
    '2026-10-10',
  ]);
  expect(read.daysOff).toEqual([
    '2026-01-01',
    '2026-01-02',
    '2026-02-16',
    '2026-02-17',
    '2026-02-18',
    '2026-02-19',
    '2026-02-20',
    '2026-02-23',
    '2026-04-06',
    '2026-05-01',
    '2026-05-04',
    '2026-05-05',
    '2026-06-19',
    '2026-09-25',
    '2026-10-01',
    '2026-10-02',
    '2026-10-05',
    '2026-10-06',
    '2026-10-07',
  ]);
});

test('§13 a plain list of dates: a weekday is off, a weekend day is worked', () => {
  expect(readHolidayNotice('2026-01-01\n2026/1/4', 2026)).toEqual({
    daysOff: ['2026-01-01'],
    workingDays: ['2026-01-04'],
    unread: [],
  });
});

test('§13 what is not understood is handed back, not guessed', () => {
  expect(readHolidayNotice('国务院办公厅 第 7 号', 2026).unread).toHaveLength(1);
  expect(readHolidayNotice('2月30日放假', 2026).unread).toEqual(['2月30日放假']);
  expect(readHolidayNotice('1月5日（周一）上班', 2026).unread).toHaveLength(1);
});

test('§13 days of the neighbouring year belong to its own table', () => {
  expect(readHolidayNotice('2025年12月31日至2026年1月2日放假', 2026).daysOff).toEqual([
    '2026-01-01',
    '2026-01-02',
  ]);
});
