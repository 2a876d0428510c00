import { z } from 'zod';

/** Shared field schemas. Decimals travel as strings; days as YYYY-MM-DD; instants as ISO 8601 with zone. */
export const id = z.uuid();
/** Made by the client, once per intended act: repeating the call with it changes nothing (§15). */
export const requestId = z.uuid().describe('客户端生成的请求编号，重复提交不会重复入账');
export const decimal = z
  .string()
  .regex(/^-?(0|[1-9]\d{0,14})(\.\d{1,6})?$/, '应为十进制数，整数部分最多 15 位，小数最多 6 位');
export const nonNegativeDecimal = decimal.refine((text) => !text.startsWith('-'), '不能为负数');
export const day = z.iso.date('日期应为 YYYY-MM-DD');
export const instant = z.iso.datetime({ offset: true });
export const unitCode = z.string().regex(/^[0-9A-Z]{12}$/, '机构代码应为 12 位数字');
export const shortText = z.string().trim().min(1, '不能为空').max(100, '最多 100 字');
export const longText = z.string().trim().min(1, '不能为空').max(4000, '最多 4000 字');
export const subjectKind = z.enum(['unit', 'officer']);

/** Every list is paged: at most 200 rows a call (principle 21). */
export const paging = {
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(200).default(50),
};
export function pageOf<T extends z.ZodType>(item: T) {
  return z.strictObject({
    items: z.array(item).max(200),
    total: z.number().int().nonnegative(),
    page: z.number().int(),
    pageSize: z.number().int(),
  });
}
/** A reference to a person or unit as screens show it. */
export const named = z.strictObject({ id, name: z.string() });
export const accepted = z.strictObject({ ok: z.literal(true) });
