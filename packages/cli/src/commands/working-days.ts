import { dayText } from '@mingji/contract';
import {
  addWorkingDays,
  ok,
  type Refusal,
  type Result,
  refused,
  type WorkingDayCalendar,
} from '@mingji/engine';
import { z } from 'zod';
import type { SmallCommand } from '../command-io.ts';

const dates = z.array(dayText).max(20_000, '最多写 20000 天');

const format = z.strictObject({
  publishedOn: dayText,
  days: z.int().min(0, '不能为负').max(1000, '最多为 1000'),
  calendar: z.strictObject({
    years: z.array(z.int().min(1949, '应为四位年份').max(2200, '应为四位年份')).max(50, '最多写 50 年'),
    off: dates,
    working: dates,
  }),
});
type WorkingDays = z.infer<typeof format>;

/** `mingji working-days`: the last day of a notice or a time limit (§13). */
export const workingDaysCommand: SmallCommand<WorkingDays> = {
  usage: `用法：mingji working-days [文件.json|-]

从公布之日推算第 N 个工作日。公布当日为第 0 日。没有当年节假日和调休表的，不推算。不写文件名时从标准输入读 JSON。
  publishedOn   公布之日
  days          工作日数，0 至 1000
  calendar      years 已有安排表的年份；off 周末以外的放假日；working 调休上班的周末
例：
  echo '{"publishedOn":"2026-09-24","days":5,"calendar":{"years":[2026],
    "off":["2026-09-25","2026-10-01","2026-10-02","2026-10-05","2026-10-06","2026-10-07"],
    "working":["2026-10-10"]}}' | mingji working-days
  {"endsOn":"2026-10-09"}
退出码：0 完成；1 不予计算（标准输出给出 code、message、path）；2 用法不对。
`,
  format,
  answer({ publishedOn, days, calendar: { years, off, working } }): Result<unknown> {
    const listed = new Set(years);
    const both = new Set(off);
    const wrong: Refusal[] = [
      ...off.flatMap((day, at) => outsideRefusal(day, `calendar.off[${at}]`, listed)),
      ...working.flatMap((day, at) => [
        ...outsideRefusal(day, `calendar.working[${at}]`, listed),
        ...(both.has(day) ? [contradictionRefusal(day, `calendar.working[${at}]`)] : []),
      ]),
    ];
    if (wrong.length > 0) return refused(...wrong);
    const endsOn = addWorkingDays(tablesOf(listed, off, working), publishedOn, days);
    return endsOn.ok ? ok({ endsOn: endsOn.value }) : endsOn;
  },
};

const yearOf = (day: string): number => Number(day.slice(0, 4));

function tablesOf(
  years: ReadonlySet<number>,
  off: readonly string[],
  working: readonly string[],
): WorkingDayCalendar {
  return {
    years: [...years].map((year) => ({
      year,
      holidays: off.filter((day) => yearOf(day) === year),
      workdays: working.filter((day) => yearOf(day) === year),
    })),
  };
}

function outsideRefusal(day: string, path: string, years: ReadonlySet<number>): readonly Refusal[] {
  if (years.has(yearOf(day))) return [];
  const message = `${path} 的 ${day} 不在 calendar.years 所列年份之内，请核对或者补上 ${yearOf(day)}`;
  return [{ code: 'calendarInconsistent', path, message }];
}

function contradictionRefusal(day: string, path: string): Refusal {
  const message = `${day} 既列为放假又列为上班，请核对后只留一处`;
  return { code: 'calendarInconsistent', path, message };
}
