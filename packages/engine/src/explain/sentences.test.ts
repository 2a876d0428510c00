import { expect, test } from 'vitest';
import { entry, factsOf, indicator, item, ruleSetOf } from '../test-support/small-rule-set.ts';
import { events, steps, told } from '../test-support/told.ts';

const discipline = ruleSetOf([
  item(
    'd',
    [
      indicator(
        'late',
        {
          family: 'occurrence',
          events: [
            { code: 'late', name: '迟到', points: '-1' },
            { code: 'seen', name: '检查发现迟到', points: '-2' },
            { code: 'warned', name: '警告', points: '-5' },
            { code: 'praise', name: '表扬', points: '1' },
          ],
        },
        { name: '考勤' },
      ),
    ],
    { name: '纪律' },
  ),
]);

test('§3 late, seen by an inspection and warned for one absence: told with the one that counts', () => {
  const one = { matter: 'absence' };
  const facts = factsOf([
    entry('late', { event: 'late', ...one }),
    entry('late', { event: 'seen', ...one }),
    entry('late', { event: 'warned', ...one }),
  ]);
  expect(told(discipline, facts)).toEqual([
    '小办法：纪律 -5 分，得 -5 分',
    '纪律：考勤扣 5 分（1 次迟到 ×1（同一事项以“警告”计，不重复计）；1 次检查发现迟到 ×2（同一事项以“警告”计，不重复计）；1 次警告 ×5），计 -5 分',
  ]);
});

test('§3 three praises of one arrest: told once, by the first of the two threes', () => {
  const praise = ruleSetOf([
    item(
      'b',
      [
        indicator(
          'x',
          {
            family: 'ladder',
            events: [
              { code: 'city', name: '市局表扬', points: '2' },
              { code: 'province', name: '省厅表扬', points: '3' },
              { code: 'merit', name: '三等功', points: '3' },
            ],
          },
          { name: '表彰' },
        ),
      ],
      { name: '奖励' },
    ),
  ]);
  const arrest = (event: string, at: string) => entry('x', { event, at, matter: 'arrest' });
  const facts = factsOf([
    arrest('city', '2026-09-01'),
    arrest('province', '2026-09-02'),
    arrest('merit', '2026-09-03'),
  ]);
  expect(told(praise, facts)[1]).toBe(
    '奖励：表彰加 3 分（1 次市局表扬 ×2（同一事项以“省厅表扬”计，不重复计）；1 次省厅表扬 ×3；1 次三等功 ×3（同一事项以“省厅表扬”计，不重复计）），计 3 分',
  );
});

test('§3 a repeated occurrence and a special period bring their multipliers by themselves, and are told by name', () => {
  const repeat = {
    code: 'again',
    name: '三十日内再次发生',
    factor: '2',
    when: { kind: 'repeat', withinDays: 30 },
  } as const;
  const holiday = {
    code: 'holiday',
    name: '国庆安保期间',
    factor: '1.5',
    when: { kind: 'during', from: '2026-09-20', to: '2026-10-08' },
  } as const;
  const rules = ruleSetOf([
    item('d', [indicator('x', events('-1'), { name: '值班', multipliers: [repeat, holiday] })], {
      name: '纪律',
    }),
  ]);
  const facts = factsOf([entry('x', { at: '2026-09-02' }), entry('x', { at: '2026-09-25' })]);
  expect(told(rules, facts)[1]).toBe(
    '纪律：值班扣 4 分（1 次情形0 ×1，1 次情形0 ×1 ×3（三十日内再次发生、国庆安保期间）），计 -4 分',
  );
});

test('§3 two entries of one matter that stand down for the same one are told together', () => {
  const facts = factsOf([
    entry('late', { event: 'late', matter: 'm' }),
    entry('late', { event: 'late', matter: 'm' }),
    entry('late', { event: 'warned', matter: 'm' }),
  ]);
  expect(told(discipline, facts)[1]).toBe(
    '纪律：考勤扣 5 分（2 次迟到 ×1（同一事项以“警告”计，不重复计）；1 次警告 ×5），计 -5 分',
  );
});

test('§3 what a sealed period booked is said with what is left for this one', () => {
  const prior = (addition: string) => ({
    priorMatters: [{ subject: 'a', matter: 'm', addition, period: '2026-03' }],
  });
  const merit = ruleSetOf([item('b', [indicator('x', events('3'), { name: '立功' })], { name: '奖励' })]);
  const once = [entry('x', { matter: 'm', id: 'p1' })];
  expect(told(merit, factsOf(once, prior('2')))[1]).toBe(
    '奖励：立功加 1 分（1 次情形0 ×3（同一事项以前周期已计 2 分，本期计 1 分）），计 1 分',
  );
  expect(told(merit, factsOf(once, prior('3')))[1]).toBe(
    '奖励：立功不加不扣（1 次情形0 ×3（同一事项以前周期已计，本期不再计）），计 0 分',
  );
  expect(steps(merit, factsOf(once, prior('2')))).toContain(
    '1 次情形0 ×3，同一事项以前周期已计 2 分，本期计 1 分',
  );
});

test('§3 a share of a matter that several took part in is said as a share', () => {
  const merit = ruleSetOf([item('b', [indicator('x', events('3'), { name: '立功' })], { name: '奖励' })]);
  const facts = factsOf([
    entry('x', { matter: 'm', points: '2', id: 's1' }),
    entry('x', { matter: 'n', points: '2', id: 's2' }),
  ]);
  expect(told(merit, facts)[1]).toBe(
    '奖励：立功加 4 分（1 次情形0 ×3，分得 2 分；1 次情形0 ×3，分得 2 分），计 4 分',
  );
});

test('§4 40 − 43 + 2 is told as net first, then the bound', () => {
  const rules = ruleSetOf([
    item('p', [indicator('x', events('-43', '2'), { name: '打防' })], { name: '业务', marks: '40' }),
  ]);
  const facts = factsOf([entry('x', { event: 'e0' }), entry('x', { event: 'e1' })]);
  expect(told(rules, facts)[1]).toBe(
    '业务 40 分：打防扣 41 分（1 次情形0 ×43，1 次情形1 ×+2），扣完为止，不计负分（+1），得 0 分',
  );
});

test('§4 a leaf with a bound of its own and an item with a lower and an upper one say so', () => {
  const leaf = ruleSetOf([
    item(
      'p',
      [
        indicator('six', events('-8'), { name: '甲', marks: '6' }),
        indicator('four', events('-1'), { name: '乙', marks: '4' }),
      ],
      { name: '项目', marks: '10', floorAtLeaf: true },
    ),
  ]);
  const facts = factsOf([entry('six'), entry('four')]);
  expect(told(leaf, facts)[1]).toBe(
    '项目 10 分：甲扣 6 分（1 次情形0 ×8；扣完为止，不计负分），乙扣 1 分（1 次情形0 ×1），得 3 分',
  );
  const bounded = ruleSetOf([
    item('p', [indicator('x', events('9', '-9'), { name: '甲' })], { name: '项目', low: '-5', high: '5' }),
  ]);
  expect(told(bounded, factsOf([entry('x', { event: 'e0' })]))[1]).toBe(
    '项目：甲加 9 分（1 次情形0 ×9），以 5 分封顶（-4），计 5 分',
  );
  expect(told(bounded, factsOf([entry('x', { event: 'e1' })]))[1]).toBe(
    '项目：甲扣 9 分（1 次情形1 ×9），不低于 -5 分（+4），计 -5 分',
  );
});

test('§4 seven items of a station are told one by one, and the total is their sum', () => {
  const seven = [
    ['思想政治', '10', '0'],
    ['内务管理', '10', '2'],
    ['打防管控', '40', '43'],
    ['基础工作', '20', '3.5'],
    ['执法办案', '10', '1'],
    ['服务群众', '5', '0'],
    ['信息报送', '5', '6'],
  ] as const;
  const rules = ruleSetOf(
    seven.map(([name, marks], at) =>
      item(`p${at}`, [indicator(`x${at}`, events('-0.5'), { name: `${name}扣分` })], { name, marks }),
    ),
    { name: '基层所队考核', mode: 'percentage', totalMarks: '100' },
  );
  const facts = factsOf(
    seven.flatMap(([, , lost], at) =>
      lost === '0' ? [] : [entry(`x${at}`, { quantity: String(Number(lost) * 2) })],
    ),
  );
  expect(told(rules, facts)).toEqual([
    '基层所队考核 100 分：思想政治 10 分，内务管理 8 分，打防管控 0 分，基础工作 16.5 分，执法办案 9 分，服务群众 5 分，信息报送 0 分，得 48.5 分',
    '思想政治 10 分：没有扣分，得 10 分',
    '内务管理 10 分：内务管理扣分扣 2 分（4 次情形0 ×0.5），得 8 分',
    '打防管控 40 分：打防管控扣分扣 43 分（86 次情形0 ×0.5），扣完为止，不计负分（+3），得 0 分',
    '基础工作 20 分：基础工作扣分扣 3.5 分（7 次情形0 ×0.5），得 16.5 分',
    '执法办案 10 分：执法办案扣分扣 1 分（2 次情形0 ×0.5），得 9 分',
    '服务群众 5 分：没有扣分，得 5 分',
    '信息报送 5 分：信息报送扣分扣 6 分（12 次情形0 ×0.5），扣完为止，不计负分（+1），得 0 分',
  ]);
});
