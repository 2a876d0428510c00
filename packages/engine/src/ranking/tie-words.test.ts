import { expect, test } from 'vitest';
import type { RankingRules, RuleSet } from '../rules/rule-set.ts';
import { tieWords } from './tie-words.ts';

const modules: RuleSet['modules'] = [
  {
    code: 'm',
    name: '模块',
    items: [
      {
        code: 'service',
        name: '服务基层',
        indicators: [
          { code: 'late', name: '迟报', clause: '1', owner: '办公室', scoring: { family: 'ratio' } },
        ],
      },
    ],
  },
];
const words = (ranking?: RankingRules) => tieWords(ranking ? { ranking, modules } : { modules });

test('P11 how equals are told apart is said in words, in the order of the method', () => {
  expect(words()).toBe('得分相同的名次并列');
  expect(words({ tieBreakers: [{ by: 'fewerDeductions' }] })).toBe(
    '得分相同的比较：扣分少的在前；仍相同的名次并列',
  );
  expect(
    words({
      tieBreakers: [
        { by: 'item', code: 'service' },
        { by: 'indicator', code: 'late', better: 'low' },
        { by: 'fewerDeductions' },
      ],
    }),
  ).toBe('得分相同的依次比较：“服务基层”得分高的在前、“迟报”得分低的在前、扣分少的在前；仍相同的名次并列');
});
