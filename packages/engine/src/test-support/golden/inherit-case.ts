import { checkInheritance, inherit, type LowerPart } from '../../inheritance/index.ts';
import type { Indicator, RuleSet } from '../../rules/rule-set.ts';
import { indicator, item, ruleSetOf } from '../small-rule-set.ts';
import { type Case, type Fields, fieldsOf, listOf, textOrNone, type Value } from './read-cases.ts';

const late = indicator(
  'late',
  { family: 'deductFromFull', events: [{ code: 'late', name: '迟到', points: '-1' }] },
  { name: '迟到', clause: '第一条', marks: '30' },
);

/** The upper method every case stands under: a fixed item, an opened one, a red line. */
const UPPER: RuleSet = ruleSetOf(
  [
    item('duty', [late], { name: '日常', clause: '第一条', marks: '30' }),
    item('work', [], {
      name: '部门职责',
      clause: '第二条',
      marks: '70',
      opens: { marks: '70', maxIndicators: 3, clause: '第二条' },
    }),
  ],
  {
    id: 'upper',
    name: '市局办法',
    redLine: { below: '60', task: '书面检查', dueWorkingDays: 5, clause: '第三条' },
    clauses: [
      { id: '第一条', text: '迟到一次扣1分，共30分。' },
      { id: '第二条', text: '职责指标由部门设定70分，不超过三项。' },
      { id: '第三条', text: '低于60分的，作书面检查。' },
    ],
  },
);

/** 办案 40: an indicator of 40 marks; 违纪 扣 2: one that only deducts, without marks; 表扬 加 2: one that adds. */
function ownOf(written: Value): Indicator {
  const [name = '', second = '', points = ''] = String(written).split(' ');
  const sense = { 扣: '-', 加: '' }[second];
  if (sense === undefined)
    return indicator(name, { family: 'ratio' }, { name, clause: '本级一', marks: second });
  const events = [{ code: name, name, points: `${sense}${points}` }];
  return indicator(name, { family: 'occurrence', events }, { name, clause: '本级一' });
}

/** §16: what a lower method may not do to the published one it is under. */
export function runInherit(given: Case): Fields {
  const { work, duty, late: changes, redLine } = fieldsOf(given.lower);
  const changed =
    changes === undefined ? [] : [{ ...late, clause: '本级二', ...fieldsOf(changes) } as Indicator];
  const below = textOrNone(redLine);
  const part: LowerPart = {
    format: UPPER.format,
    id: 'lower',
    name: '支队办法',
    version: '1',
    extends: { id: UPPER.id, version: UPPER.version },
    clauses: [
      { id: '本级一', text: '支队自定指标。' },
      { id: '本级二', text: '支队迟到规定。' },
      { id: '本级三', text: '支队红线规定。' },
    ],
    modules: [
      {
        code: 'm',
        items: [
          { code: 'duty', indicators: [...changed, ...listOf(duty).map(ownOf)] },
          { code: 'work', indicators: listOf(work).map(ownOf) },
        ],
      },
    ],
    ...(below === undefined || UPPER.redLine === undefined
      ? {}
      : { redLine: { ...UPPER.redLine, below, clause: '本级三' } }),
  };
  const whole = inherit(UPPER, part);
  const refusals = whole.ok ? checkInheritance(UPPER, whole.value) : whole.refusals;
  return { refused: refusals.map(({ code }) => code), says: refusals[0]?.message ?? '' };
}
