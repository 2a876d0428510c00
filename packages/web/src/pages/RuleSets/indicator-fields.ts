import { choice, clauseField, type FormField, field, must, type ParameterForm } from './form-fields.ts';

/** What any indicator may say besides its family (§3, §4, P2). */
export const indicatorLimits: readonly FormField[] = [
  field('marks', '分值', 'decimal'),
  field('cap', '累计加减限额', 'decimal', { hint: '不限' }),
];
/** Rarer ones, folded away. */
export const indicatorRare: readonly FormField[] = [
  field('floorAtLeaf', '本指标扣完为止', 'flag', { hint: '默认由项目封底' }),
  field('allowExcess', '可超过分值', 'flag', { hint: '默认否' }),
  field('subjects.kinds', '只适用于', 'choices', {
    hint: '全部考核对象',
    options: [
      { value: 'unit', label: '单位' },
      { value: 'officer', label: '民警' },
    ],
  }),
  field('subjects.sequences', '只适用的序列', 'tags', { hint: '全部序列' }),
];
export const multiplierForm: ParameterForm = {
  fields: [],
  lists: [
    {
      name: ['multipliers'],
      label: '加重、减轻系数',
      add: '添加系数',
      codePrefix: 'k',
      columns: [
        field('name', '情形', 'text', { ...must, hint: '屡查屡犯' }),
        field('factor', '系数', 'rate', { ...must, hint: '2、150%' }),
        choice(
          'when.kind',
          '何时适用',
          { repeat: '期限内再次发生', during: '某段日期内' },
          {
            hint: '记分时选用',
          },
        ),
      ],
      more: [
        field('when.withinDays', '几日内再次', 'count', {
          ...must,
          when: { name: ['when', 'kind'], is: 'repeat' },
        }),
        field('when.from', '自', 'day', { ...must, when: { name: ['when', 'kind'], is: 'during' } }),
        field('when.to', '至', 'day', { ...must, when: { name: ['when', 'kind'], is: 'during' } }),
        clauseField,
      ],
    },
  ],
};
