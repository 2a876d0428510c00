import { decimalText } from '@mingji/contract';
import {
  type Exact,
  exact,
  ok,
  type Refusal,
  type Result,
  refused,
  sign,
  splitByWeight,
  toText,
} from '@mingji/engine';
import { z } from 'zod';
import type { SmallCommand } from '../command-io.ts';

const format = z.strictObject({
  total: decimalText,
  weights: z.array(decimalText).min(1, '至少写一个权重').max(10_000, '最多写 10000 个权重'),
  unit: decimalText.exactOptional(),
});
type Split = z.infer<typeof format>;

/** The engine's names for what a target is split into, in the words of this document. */
const PLACES: Readonly<Record<string, string>> = { quantity: 'total', children: 'weights' };

/** `mingji split`: a quantity over weights by the largest remainder (§14). */
export const splitCommand: SmallCommand<Split> = {
  usage: `用法：mingji split [文件.json|-]

把一个数量按权重（例如人数）分到各下级，用最大余额法，各份之和等于总数。不写文件名时从标准输入读 JSON。
  total     总数，须为最小单位的整数倍
  weights   各下级的权重，不能为负，合计须大于 0；余额相同的按先后次序
  unit      最小单位，默认 "1"
例：
  echo '{"total":"10","weights":["3","3","1"],"unit":"1"}' | mingji split
  {"parts":["4","4","2"]}
退出码：0 完成；1 不予计算（标准输出给出 code、message、path）；2 用法不对。
`,
  format,
  answer(input): Result<unknown> {
    const weights = input.weights.map((text) => exact(text));
    const negative = weights.flatMap((weight, at) => (sign(weight) < 0 ? [weightRefusal(weight, at)] : []));
    if (negative.length > 0) return refused(...negative);
    const children = weights.map((weight, at) => ({ code: String(at).padStart(6, '0'), weight }));
    const shares = splitByWeight(exact(input.total), children, exact(input.unit ?? '1'));
    if (!shares.ok) {
      return refused(...shares.refusals.map((own) => ({ ...own, path: PLACES[own.path] ?? own.path })));
    }
    return ok({ parts: shares.value.map((share) => toText(share.quantity)) });
  },
};

function weightRefusal(weight: Exact, at: number): Refusal {
  const path = `weights[${at}]`;
  return {
    code: 'weightsNotPositive',
    path,
    message: `${path} 的权重 ${toText(weight)} 不能为负，请先核对人数`,
  };
}
