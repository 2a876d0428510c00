import { rateText } from '@mingji/contract';
import { ok, quotaBalances, quotaRate, type Result, toText } from '@mingji/engine';
import { z } from 'zod';
import type { SmallCommand } from '../command-io.ts';

const people = z.int().min(0, '人数不能为负').max(1_000_000_000, '最多为 10 亿');

const format = z.strictObject({
  rate: rateText,
  cycles: z
    .array(z.strictObject({ participants: people, used: people.exactOptional() }))
    .max(1000, '一年最多写 1000 个周期'),
});
type Quota = z.infer<typeof format>;

/** `mingji quota`: the balance, cap and carry-over of every cycle of a unit's year (R4, §10). */
export const quotaCommand: SmallCommand<Quota> = {
  usage: `用法：mingji quota [文件.json|-]

算出一个单位一年内各周期的名额：可用余额、可报人数、结转。不写文件名时从标准输入读 JSON。
  rate           名额比例，0 至 1，可写 "0.40"、"40%" 或 "2/5"
  participants   该周期参加人数
  used           该周期已报人数；最后一个周期还没有报的可以不写，其结转为 null
例：
  echo '{"rate":"0.40","cycles":[{"participants":8,"used":3},{"participants":8}]}' | mingji quota
  {"cycles":[{"available":"3.2","cap":3,"carry":"0.2"},{"available":"3.4","cap":3,"carry":null}]}
退出码：0 完成；1 不予计算（标准输出给出 code、message、path）；2 用法不对。
`,
  format,
  answer({ rate, cycles }): Result<unknown> {
    const exactRate = quotaRate(rate, 'rate');
    if (!exactRate.ok) return exactRate;
    const balances = quotaBalances(
      { rate: exactRate.value, minimumOne: true },
      cycles.map(({ participants, used }) => ({ participants, used: used ?? null })),
    );
    if (!balances.ok) return balances;
    return ok({
      cycles: balances.value.map(({ available, cap, carry }) => ({
        available: toText(available),
        cap,
        carry: carry === null ? null : toText(carry),
      })),
    });
  },
};
