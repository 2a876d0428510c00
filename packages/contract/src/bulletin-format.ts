import { z } from 'zod';
import { subjectKind } from './fields.ts';

/** The occasions on which a bureau tells how its units stand (P15), the end of a special operation, a correction. */
export const bulletinKinds = {
  weekly: '周通报',
  monthly: '月考评',
  quarterly: '季汇总',
  halfYearly: '半年通报',
  yearly: '全年评比',
  operation: '专项行动总结',
  correction: '更正',
} as const satisfies Record<string, string>;
export type BulletinKind = keyof typeof bulletinKinds;
export const bulletinKind = z.enum(Object.keys(bulletinKinds) as [BulletinKind, ...BulletinKind[]]);

/** Made by the editor, so that a block keeps its place while it is moved and typed in. */
const key = z.string().regex(/^[a-z0-9-]{1,40}$/, '段落编号只能由小写字母、数字和短横线组成');
const words = (most: number) => z.string().max(most, `最多 ${most} 字`);
const caption = words(80);
const places = z.number().int().min(1).max(10, '最多列 10 名');
/** Null: every sequence of this kind of subject, one after another. */
const sequenceCode = z.string().max(60).nullable();

/** What a live table shows. A full list of officers is none of them: officers' ranks are told to their own sequence. */
export const tableSource = z.discriminatedUnion('source', [
  z.strictObject({ source: z.literal('ranking'), sequenceCode }),
  z.strictObject({ source: z.literal('moduleScores'), sequenceCode }),
  z.strictObject({
    source: z.literal('extremes'),
    subjectKind,
    sequenceCode,
    places,
    which: z.enum(['first', 'last', 'both']),
  }),
  z.strictObject({ source: z.literal('redLine'), subjectKind }),
  z.strictObject({ source: z.literal('zeroList'), subjectKind }),
  z.strictObject({ source: z.literal('supervision') }),
  z.strictObject({ source: z.literal('movement'), sequenceCode }),
  z.strictObject({ source: z.literal('byPeriod'), sequenceCode }),
]);
export type TableSource = z.infer<typeof tableSource>;
export const tableSources: Readonly<Record<TableSource['source'], string>> = {
  ranking: '单位排名',
  moduleScores: '单位分模块得分',
  extremes: '前几名、后几名',
  redLine: '低于红线名单',
  zeroList: '清零名单',
  supervision: '任务与报送情况',
  movement: '名次升降',
  byPeriod: '各期得分汇总',
};

export const chartSource = z.discriminatedUnion('source', [
  z.strictObject({ source: z.literal('rankingBars'), sequenceCode }),
  z.strictObject({ source: z.literal('movementLines'), sequenceCode, places }),
]);
export type ChartSource = z.infer<typeof chartSource>;
export const chartSources: Readonly<Record<ChartSource['source'], string>> = {
  rankingBars: '得分柱状图',
  movementLines: '名次走势图',
};

export const bulletinBlock = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('heading'), key, level: z.number().int().min(1).max(3), text: words(60) }),
  z.strictObject({ type: z.literal('paragraph'), key, text: words(4000) }),
  z.strictObject({ type: z.literal('table'), key, caption, data: tableSource }),
  z.strictObject({ type: z.literal('chart'), key, caption, data: chartSource }),
  /** Begins an attachment on a page of its own; the list of attachments before the signature follows from these. */
  z.strictObject({ type: z.literal('annex'), key, title: words(60) }),
]);
export type BulletinBlock = z.infer<typeof bulletinBlock>;

/** What is written: title, addressee, copies (抄送, may be empty) and blocks. Texts may hold placeholders like {平均分：派出所第一序列}. */
export const bulletinContent = z
  .strictObject({
    title: words(100),
    addressee: words(200),
    copies: words(200).default(''),
    blocks: z.array(bulletinBlock).max(120, '一份通报最多 120 段'),
  })
  .superRefine(({ blocks }, context) => {
    const seen = new Set<string>();
    for (const [index, block] of blocks.entries()) {
      if (seen.has(block.key)) {
        context.addIssue({ code: 'custom', path: ['blocks', index, 'key'], message: '段落编号重复' });
      }
      seen.add(block.key);
    }
  });
export type BulletinContent = z.infer<typeof bulletinContent>;

/** The words between braces that are filled from the figures; `ofSequence` ones may name a sequence after “：”. */
export const bulletinPlaceholders = {
  单位: { means: '发文单位', ofSequence: false },
  周期: { means: '所通报的周期，如 2026年9月', ofSequence: false },
  年份: { means: '所通报的年份', ofSequence: false },
  起止: { means: '周期的起止日期', ofSequence: false },
  截至: { means: '数据截至的时刻', ofSequence: false },
  截至日: { means: '数据截至的月、日，用于周通报的标题', ofSequence: false },
  数据状态: { means: '封存编号，或“截至…，未封存”', ofSequence: false },
  考核办法: { means: '所依据的办法', ofSequence: false },
  上期: { means: '用来比较的上一周期', ofSequence: false },
  序列: { means: '排名序列的名称', ofSequence: true },
  考核单位数: { means: '有得分的单位个数', ofSequence: true },
  考核民警数: { means: '有得分的民警人数', ofSequence: true },
  平均分: { means: '单位平均分', ofSequence: true },
  最高分: { means: '单位最高分', ofSequence: true },
  最低分: { means: '单位最低分', ofSequence: true },
  平均分变化: { means: '单位平均分与上期比较，如“比2026年8月上升0.69分”', ofSequence: true },
  前三名: { means: '单位前三名', ofSequence: true },
  后三名: { means: '单位后三名', ofSequence: true },
  升幅最大: { means: '名次上升最多的单位', ofSequence: true },
  降幅最大: { means: '名次下降最多的单位', ofSequence: true },
  高于平均数: { means: '高于平均分的单位个数', ofSequence: true },
  红线: { means: '办法写明的红线', ofSequence: false },
  低于红线单位数: { means: '低于红线的单位个数', ofSequence: false },
  低于红线民警数: { means: '低于红线的民警人数', ofSequence: false },
  清零单位数: { means: '没有被采纳工作的单位个数', ofSequence: false },
  下达目标数: { means: '下达的目标条数', ofSequence: false },
  查收目标数: { means: '已查收的目标条数', ofSequence: false },
  报送件数: { means: '报送的工作件数', ofSequence: false },
  采纳件数: { means: '已采纳件数', ofSequence: false },
  退回件数: { means: '退回待补正件数', ofSequence: false },
  待审件数: { means: '待审核件数', ofSequence: false },
  更正文号: { means: '被更正通报的文号', ofSequence: false },
  更正标题: { means: '被更正通报的标题', ofSequence: false },
} as const satisfies Record<string, { readonly means: string; readonly ofSequence: boolean }>;
export type BulletinPlaceholder = keyof typeof bulletinPlaceholders;
