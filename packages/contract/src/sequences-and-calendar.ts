import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { accepted, day, id, longText, named, requestId, shortText, subjectKind } from './fields.ts';
import { abilitiesOf, sortOrder } from './organization-words.ts';

const tag = '机构人员';

const year = z.number().int().min(2000).max(2100);
const yearParam = z.coerce.number().int().min(2000).max(2100);
const groupCode = z.string().trim().max(20, '组别最多 20 字');
export const sequenceCode = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, '代码为小写字母、数字和 -,以字母或数字开头');
export const sequenceView = z.strictObject({
  id,
  year,
  code: sequenceCode,
  name: z.string(),
  subjectKind,
  sortOrder: z.number().int(),
  members: z
    .array(z.strictObject({ unit: named, unitPath: z.string(), groupCode: z.string(), exempt: z.boolean() }))
    .max(2000),
  abilities: abilitiesOf,
});
export type SequenceView = z.infer<typeof sequenceView>;
const sequenceContent = {
  name: shortText,
  subjectKind,
  sortOrder: sortOrder.default(0),
  members: z
    .array(
      z.strictObject({ unitId: id, groupCode: groupCode.default(''), exempt: z.boolean().default(false) }),
    )
    .max(2000),
};
const sequenceAnswer = z.strictObject({ sequence: sequenceView });

export const listSequences = endpoint({
  method: 'GET',
  path: '/api/ranking-sequences',
  summary: '排名序列',
  tag,
  gate: 'unit.read',
  query: z.strictObject({ year: yearParam }),
  response: z.strictObject({ sequences: z.array(sequenceView).max(200), years: z.array(year).max(101) }),
});
export const createSequence = endpoint({
  method: 'POST',
  path: '/api/ranking-sequences',
  summary: '新建排名序列',
  tag,
  gate: 'sequence.manage',
  body: z.strictObject({ requestId, year, code: sequenceCode, ...sequenceContent }),
  response: sequenceAnswer,
});
export const changeSequence = endpoint({
  method: 'PUT',
  path: '/api/ranking-sequences/:sequenceId',
  summary: '调整排名序列',
  tag,
  gate: 'sequence.manage',
  params: z.strictObject({ sequenceId: id }),
  body: z.strictObject({ requestId, ...sequenceContent }),
  response: sequenceAnswer,
});
export const deleteSequence = endpoint({
  method: 'DELETE',
  path: '/api/ranking-sequences/:sequenceId',
  summary: '删除排名序列',
  tag,
  gate: 'sequence.manage',
  params: z.strictObject({ sequenceId: id }),
  body: z.strictObject({ requestId }),
  response: accepted,
});
/** Membership is per year (§7): a new year begins with last year's sequences. */
export const copySequences = endpoint({
  method: 'POST',
  path: '/api/ranking-sequences/copying',
  summary: '从上年复制排名序列',
  tag,
  gate: 'sequence.manage',
  body: z.strictObject({ requestId, fromYear: year, toYear: year }),
  response: z.strictObject({ copied: z.number().int(), leftOut: z.array(z.string()).max(2000) }),
});

export const calendarView = z.strictObject({
  year,
  /** Days off besides ordinary Saturdays and Sundays. */
  daysOff: z.array(day).max(120),
  /** Saturdays and Sundays that are worked. */
  workingDays: z.array(day).max(60),
  source: z.string(),
});
export type CalendarView = z.infer<typeof calendarView>;
export const listCalendars = endpoint({
  method: 'GET',
  path: '/api/calendars',
  summary: '工作日历',
  tag,
  gate: 'signedIn',
  response: z.strictObject({ calendars: z.array(calendarView).max(101), manage: z.boolean() }),
});
export const setCalendar = endpoint({
  method: 'PUT',
  path: '/api/calendars/:year',
  summary: '设定年度工作日历',
  tag,
  gate: 'calendar.manage',
  params: z.strictObject({ year: yearParam }),
  body: z.strictObject({
    requestId,
    daysOff: z.array(day).max(120),
    workingDays: z.array(day).max(60),
    source: shortText,
  }),
  response: z.strictObject({ calendar: calendarView }),
});
/** Reads a pasted holiday notice or list of dates; nothing is stored until the result is confirmed. */
export const readCalendarText = endpoint({
  method: 'POST',
  path: '/api/calendars/:year/reading',
  summary: '识别放假通知',
  tag,
  gate: 'calendar.manage',
  params: z.strictObject({ year: yearParam }),
  body: z.strictObject({ text: longText }),
  response: z.strictObject({
    daysOff: z.array(day).max(120),
    workingDays: z.array(day).max(60),
    /** Lines of the text in which no date was understood, or which contradict the calendar. */
    unread: z.array(z.string()).max(200),
  }),
});
