import { decimalText } from '@mingji/contract';
import {
  EXEMPT,
  exact,
  NOT_SCORED,
  ok,
  Refusals,
  type Result,
  rankList,
  type Score,
  scored,
} from '@mingji/engine';
import { z } from 'zod';
import type { SmallCommand } from '../command-io.ts';

const subjectFormat = z.strictObject({
  id: z.string().min(1, '不能为空').max(200, '最多 200 字'),
  score: decimalText.nullable(),
  effect: z.enum(['rankLast', 'excludeFromRanking']).exactOptional(),
  exempt: z.boolean().exactOptional(),
});
const format = z.strictObject({ subjects: z.array(subjectFormat).max(100_000, '最多 100000 个对象') });
type Rank = z.infer<typeof format>;

/** `mingji rank`: standard competition ranking of one list (§7). */
export const rankCommand: SmallCommand<Rank> = {
  usage: `用法：mingji rank [文件.json|-]

按得分排名：得分相同名次相同，其后空出名次（1、2、2、4）。不写文件名时从标准输入读 JSON。
  id       对象编号，不能重复
  score    得分；没有得分写 null，不排名
  effect   rankLast 排在其他对象之后；excludeFromRanking 不参加排名
  exempt   true 为免予考核，不排名也不占名次
例：
  echo '{"subjects":[{"id":"a","score":"95"},{"id":"b","score":null},
    {"id":"c","score":"90","effect":"rankLast"},{"id":"d","score":"99","exempt":true}]}' | mingji rank
  {"ranks":{"a":1,"b":null,"c":2,"d":null}}
退出码：0 完成；1 不予计算（标准输出给出 code、message、path）；2 用法不对。
`,
  format,
  answer({ subjects }): Result<unknown> {
    const refusals = new Refusals();
    const seen = new Set<string>();
    for (const [at, { id }] of subjects.entries()) {
      const path = `subjects[${at}].id`;
      if (seen.has(id))
        refusals.add('subjectDuplicate', path, `${path} 的“${id}”前面已经有了，请核对后只留一个`);
      seen.add(id);
    }
    if (refusals.any) return { ok: false, refusals: refusals.list };
    const ranks = rankList(
      subjects.map(({ score, effect, exempt }) => ({
        score: scoreOf(score, exempt ?? false),
        effects: effect === undefined ? [] : [{ kind: effect, source: 'subjects' }],
      })),
    );
    // Object.fromEntries defines every id as a member of its own, `__proto__` included.
    return ok({ ranks: Object.fromEntries(subjects.map(({ id }, at) => [id, ranks[at] ?? null])) });
  },
};

function scoreOf(score: string | null, exempt: boolean): Score {
  if (exempt) return EXEMPT;
  return score === null ? NOT_SCORED : scored(exact(score));
}
