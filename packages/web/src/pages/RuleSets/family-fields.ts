import type { EFFECT_KINDS, FamilyName } from '@mingji/engine';
import {
  choice,
  clauseField,
  completed,
  type FormList,
  field,
  must,
  type ParameterForm,
  type Row,
} from './form-fields.ts';

const unit = field('unit', '计量单位', 'text', { hint: '起、人次、家次' });
const measure = [
  unit,
  choice('absent', '未填报时', { notScored: '视为未评分', zero: '按 0 计', full: '按满分计' }),
  choice('combine', '多次填报', { sum: '相加', mean: '取平均', last: '取最后一次' }),
];
const stepRounding = choice('stepRounding', '不足一档', {
  floor: '不计',
  ceil: '按一档计',
  prorata: '按比例计',
});
const target = field('target', '默认目标数', 'decimal', { hint: '未单独下达目标时使用' });
const events: FormList = {
  name: ['events'],
  label: '情形',
  add: '添加情形',
  codePrefix: 'e',
  columns: [
    field('name', '情形', 'text', must),
    field('points', '每次加减分', 'decimal', { ...must, hint: '扣分写负数' }),
    field('unit', '计量', 'text', { hint: '次' }),
  ],
  more: [clauseField],
  inner: {
    name: ['byRole'],
    label: '分角色计分（连带）',
    add: '添加角色',
    columns: [
      field('role', '角色', 'role', { ...must, hint: '主要领导、分管领导、当事人' }),
      field('points', '加减分', 'decimal', must),
    ],
  },
};
const sides: FormList = {
  name: ['sides'],
  label: '分步',
  add: '添加一侧',
  columns: [
    choice('side', '方向', { below: '低于', above: '高于' }, must),
    field('at', '界限', 'decimal', must),
    field('step', '每档', 'decimal'),
    field('points', '加减分', 'decimal', must),
  ],
  more: [field('inclusive', '恰在界限上也计', 'flag')],
};
const EFFECTS: Readonly<Record<(typeof EFFECT_KINDS)[number], string>> = {
  zeroItem: '项目记零分',
  zeroTotal: '总分记零分',
  gradeCeiling: '等次受限',
  noGrade: '不确定等次',
  excludeFromRanking: '不参加排名',
  rankLast: '列末位',
  noCommendation: '不得评先评优',
  leaderLiability: '领导连带责任',
  manualReview: '提请人工审核',
};
const whenEffect = (is: keyof typeof EFFECTS) => ({ when: { name: ['effect', 'kind'], is } });
/** The parameters of an effect (§9), each only with the effect it belongs to. */
export const effectFields = [
  field('effect.item', '哪个项目', 'item', { hint: '本指标所在项目', ...whenEffect('zeroItem') }),
  field('effect.grade', '最高等次', 'grade', { ...must, ...whenEffect('gradeCeiling') }),
  field('effect.comment', '仍写评语', 'flag', whenEffect('noGrade')),
  field('effect.months', '月数', 'count', whenEffect('noCommendation')),
  field('effect.points', '领导扣分', 'decimal', whenEffect('leaderLiability')),
];
export const effectKind = choice('effect.kind', '后果', EFFECTS);
const whenForm = (is: string) => ({ when: { name: ['form', 'kind'], is } });

/** What the guided editor asks for, family by family (X7). */
export const FAMILY_FORMS: Readonly<Record<FamilyName, ParameterForm>> = {
  occurrence: { fields: [], lists: [events] },
  band: {
    fields: [field('min', '最低分', 'decimal', must), field('max', '最高分', 'decimal', must), unit],
    lists: [],
  },
  deductFromFull: { fields: [field('floor', '本指标下限', 'decimal')], lists: [events] },
  ratio: {
    fields: [field('ceiling', '完成率封顶', 'rate', { hint: '1、120%' }), target, ...measure],
    lists: [],
  },
  target: {
    fields: [
      field('done', '按时完成加分', 'decimal'),
      field('short', '每少一份扣分', 'decimal', { ...must, hint: '写负数' }),
      field('per', '一份是多少', 'decimal', { hint: '1' }),
      stepRounding,
      choice('late', '逾期完成', { notCounted: '不计', counted: '照计', latePoints: '按逾期分计' }),
      field('latePoints', '逾期完成得分', 'decimal', { when: { name: ['late'], is: 'latePoints' } }),
      target,
      ...measure,
    ],
    lists: [],
  },
  thresholdRate: {
    fields: [stepRounding, field('scale', '比率换算', 'decimal', { hint: '100' }), ...measure],
    lists: [sides],
  },
  controlNumber: {
    fields: [
      field('first', '首次超出扣分', 'decimal'),
      field('step', '每档比例', 'rate', { ...must, hint: '10%' }),
      field('points', '每档加减分', 'decimal', must),
      choice('stepsFrom', '档次起点', { base: '控制数', firstOverrun: '首次超出之后' }),
      stepRounding,
      target,
      ...measure,
    ],
    lists: [],
  },
  allOrNothing: {
    fields: [
      field('times', '达到几次清零', 'count', must),
      choice('empties', '清零范围', { indicator: '本指标', item: '本项目' }),
    ],
    lists: [events],
  },
  imported: {
    fields: [
      field('weight', '权重', 'rate', { hint: '60%' }),
      choice('combine', '多期合成', { sum: '相加', mean: '取平均', last: '取最后一期' }),
      choice('missing', '缺分的期', { skip: '不参与平均', zero: '按 0 计' }),
    ],
    lists: [],
  },
  tiers: {
    fields: [field('scale', '比率换算', 'decimal', { hint: '100' }), ...measure],
    lists: [
      {
        name: ['tiers'],
        label: '分档',
        add: '添加一档',
        columns: [
          field('from', '自', 'decimal'),
          field('to', '至', 'decimal'),
          field('points', '得分', 'decimal', must),
        ],
        more: [
          field('includeFrom', '含下限', 'flag', { hint: '默认含' }),
          field('includeTo', '含上限', 'flag', { hint: '默认不含' }),
        ],
      },
    ],
  },
  rankBased: {
    fields: [
      choice('better', '名次', { high: '数值高者在前', low: '数值低者在前' }),
      choice(
        'form.kind',
        '给分方式',
        {
          fromTop: '自第一名起递减',
          fromBottom: '自末位起递增',
          table: '按名次表',
          proportion: '按与最好者的比例',
        },
        must,
      ),
      field('form.first', '第一名得分', 'decimal', { ...must, ...whenForm('fromTop') }),
      field('form.step', '每退一名', 'decimal', { ...must, hint: '写负数：-2', ...whenForm('fromTop') }),
      field('form.floor', '最低分', 'decimal', whenForm('fromTop')),
      field('form.last', '末位得分', 'decimal', { ...must, ...whenForm('fromBottom') }),
      field('form.step', '每进一名', 'decimal', { ...must, hint: '2', ...whenForm('fromBottom') }),
      field('form.ceiling', '最高分', 'decimal', whenForm('fromBottom')),
      field('form.places', '各名次得分', 'decimals', { ...must, hint: '10 8 6', ...whenForm('table') }),
      field('form.otherwise', '其余得分', 'decimal', { ...must, ...whenForm('table') }),
      field('form.full', '最好者得分', 'decimal', { ...must, ...whenForm('proportion') }),
      field('scale', '比率换算', 'decimal', { hint: '100' }),
      ...measure,
    ],
    lists: [],
  },
  ladder: { fields: [], lists: [events] },
  lateness: {
    fields: [
      choice('by', '按', { day: '自然日', workingDay: '工作日' }, must),
      field('per', '几日一档', 'decimal', { hint: '1' }),
      field('points', '每档扣分', 'decimal', { ...must, hint: '写负数' }),
      stepRounding,
      field('cap', '每件最多扣', 'decimal'),
      field('voidAfter', '超过几日作废', 'count'),
    ],
    lists: [],
  },
  escalation: {
    fields: [],
    lists: [
      {
        name: ['steps'],
        label: '各次',
        add: '添加一次',
        columns: [field('points', '加减分', 'decimal', must), { ...effectKind, label: '并产生后果' }],
        more: effectFields,
      },
    ],
  },
  relativeToMean: {
    fields: [stepRounding, field('scale', '比率换算', 'decimal', { hint: '100' }), ...measure],
    lists: [sides],
  },
  assessment: {
    fields: [
      field('full', '每票满分', 'decimal', must),
      field('dropHighest', '去掉最高分个数', 'count'),
      field('dropLowest', '去掉最低分个数', 'count'),
      choice('absentGroup', '无票的组', { share: '权重分给其他组', notScored: '视为未评分' }),
    ],
    lists: [
      {
        name: ['groups'],
        label: '测评组',
        add: '添加组',
        codePrefix: 'g',
        columns: [
          field('name', '组名', 'text', must),
          field('weight', '权重', 'rate', must),
          field('minVotes', '最少票数', 'count'),
        ],
      },
    ],
  },
  effectOnly: {
    fields: [
      { ...effectKind, required: true },
      ...effectFields,
      field('effect.clause', '依据条款', 'clause'),
    ],
    lists: [],
  },
};

/** Rows of a list that need a code and have none get the next free one. */
export function completeScoring(scoring: Row): Row {
  return completed(FAMILY_FORMS[scoring.family as FamilyName], scoring);
}
