import { effectKind } from './family-fields.ts';
import { choice, clauseField, field } from './form-fields.ts';
import { gradeList, type Section } from './section-fields.ts';

const graders = {
  ownUnit: '本单位',
  hostUnit: '接收单位',
  unitAtPeriodEnd: '期末所在单位',
  whereMostOfPeriod: '工作时间较长的单位',
  nobody: '不评',
};
const outcomes = {
  graded: '评等次',
  commentOnly: '只写评语',
  noGrade: '不确定等次',
  deferred: '补定',
  offList: '不列入',
};

/** Long tables are shown here and written in the YAML file: a browser form would only be slower (X8). */
export const LONG_TABLES: readonly Section[] = [
  {
    key: 'statuses',
    title: '人员情形',
    about: '病假、学习、借调、新录用等情形由谁评、怎样评。',
    form: {
      fields: [],
      lists: [
        {
          name: [],
          label: '人员情形',
          add: '',
          columns: [
            field('name', '情形', 'text'),
            choice('cycle.grader', '平时：由谁评', graders),
            choice('cycle.outcome', '平时：结果', outcomes),
            choice('year.grader', '年度：由谁评', graders),
            choice('year.outcome', '年度：结果', outcomes),
            clauseField,
          ],
        },
      ],
    },
  },
  {
    key: 'sanctions',
    title: '处分影响',
    about: '各类处分在当年和以后年度的影响。',
    form: {
      fields: [],
      lists: [
        {
          name: [],
          label: '处分影响',
          add: '',
          columns: [field('name', '处分', 'text'), clauseField],
          inner: {
            name: ['effects'],
            label: '影响',
            add: '',
            columns: [field('year', '第几年（0 为当年）', 'count'), effectKind],
          },
        },
      ],
    },
  },
  {
    key: 'posts',
    title: '岗位清单',
    about: '岗位职责与民警履职两份清单。',
    form: {
      fields: [],
      lists: [
        {
          name: [],
          label: '岗位',
          add: '',
          columns: [
            field('name', '岗位', 'text'),
            field('category', '类别', 'text'),
            field('duties', '岗位职责', 'tags'),
            field('performance', '履职要求', 'tags'),
          ],
        },
      ],
    },
  },
  {
    key: 'year',
    title: '年度考核等次',
    about: '由平时考核等次推出年度等次的建议。',
    form: {
      fields: [
        field('barredBy', '有此等次不列优秀人选', 'tags'),
        field('countedGrade', '按此等次次数排序', 'text'),
        field('lowGrades', '较差的等次', 'tags'),
        field('lowShare', '超过几成', 'rate'),
        field('lowProposals', '则建议', 'tags'),
        field('worstGrade', '全为此等次', 'text'),
        field('allWorstProposal', '则可建议', 'text'),
        field('quota.rate', '优秀比例', 'rate'),
        field('quota.raisedRate', '经批准可提高到', 'rate'),
        clauseField,
      ],
      lists: [gradeList],
    },
  },
];
