import { PROPOSAL_KINDS, proposalKinds, type RuleSet } from '@mingji/engine';
import { choice, clauseField, type FormList, field, must, type ParameterForm } from './form-fields.ts';

const suggestionKinds = Object.fromEntries(PROPOSAL_KINDS.map((kind) => [kind, proposalKinds[kind].name]));

/** A part of the rule set beyond the indicators (§5–§13). */
export interface Section {
  readonly key: keyof RuleSet;
  readonly title: string;
  /** What it decides, and what holds while it is not written. */
  readonly about: string;
  readonly form: ParameterForm;
}

const kinds = field('kinds', '适用于', 'choices', {
  hint: '全部考核对象',
  options: [
    { value: 'unit', label: '单位' },
    { value: 'officer', label: '民警' },
  ],
});
export const gradeList: FormList = {
  name: ['grades'],
  label: '等次（由好到差）',
  add: '添加等次',
  codePrefix: 'g',
  columns: [
    field('name', '等次', 'text', { ...must, hint: '好、较好、一般、较差' }),
    field('from', '起点分（含本数）', 'decimal', { hint: '最后一等不写' }),
    choice('binding', '能否调整', { may: '可以调整', must: '不得调整' }, { hint: '可以调整' }),
  ],
  more: [clauseField],
};

/** Simple forms of the guided editor; the long tables are in `long-tables.ts`. */
export const SECTIONS: readonly Section[] = [
  {
    key: 'grading',
    title: '等次',
    about: '得分达到哪条线评什么等次。不写则只有得分和名次。',
    form: {
      fields: [
        kinds,
        field('allowRaise', '领导可上调', 'flag', { hint: '默认只可下调' }),
        choice('nomination', '限额等次的提名', { required: '须先提名', none: '不须提名' }),
        clauseField,
      ],
      lists: [gradeList],
    },
  },
  {
    key: 'redLine',
    title: '红线',
    about: '低于红线须书面检查，不另扣分。',
    form: {
      fields: [
        kinds,
        field('below', '低于多少分', 'decimal', must),
        field('task', '须做什么', 'text', { ...must, hint: '书面检查' }),
        field('dueWorkingDays', '几个工作日内', 'count', must),
        clauseField,
      ],
      lists: [],
    },
  },
  {
    key: 'quota',
    title: '限额等次',
    about: '限额等次按参加人数的比例给，余数结转下期。',
    form: {
      fields: [
        field('grade', '哪个等次', 'grade', must),
        field('rate', '比例', 'rate', { ...must, hint: '40%' }),
        field('minimumOne', '不足一人给一人', 'flag', { hint: '默认是' }),
        field('bureauCap', '全局另设总额', 'flag', { hint: '默认是' }),
        clauseField,
      ],
      lists: [],
    },
  },
  {
    key: 'coefficients',
    title: '岗位与身份系数',
    about: '总分乘以系数；有几种身份的取最大的。',
    form: {
      fields: [
        field('mean', '单位内平均系数', 'rate', { hint: '1' }),
        field('tolerance', '允许偏差', 'rate', { hint: '0.05' }),
      ],
      lists: [
        {
          name: ['identities'],
          label: '系数',
          add: '添加身份',
          codePrefix: 'id',
          columns: [
            field('name', '岗位或身份', 'text', must),
            field('factor', '系数', 'rate', { ...must, hint: '1.1' }),
          ],
          more: [clauseField],
        },
      ],
    },
  },
  {
    key: 'lists',
    title: '名单',
    about: '前列、末位、连续末位、零加分、评先评优核对。',
    form: {
      fields: [
        field('first', '前列几名', 'count', { hint: '3' }),
        field('last', '末位几名', 'count', { hint: '3' }),
        field('top', '榜单几名', 'count', { hint: '不设' }),
        field('zeroList.presentDays', '零加分：在岗几日以上', 'count', { hint: '10' }),
        field('zeroList.clause', '零加分依据', 'clause'),
        field('commendation.notAmongLast', '评先：不在末几名', 'count', { hint: '3' }),
        field('commendation.gradeFloor', '评先：最低等次', 'grade'),
        field('commendation.clause', '评先依据', 'clause'),
      ],
      lists: [
        {
          name: ['streaks'],
          label: '连续末位',
          add: '添加一条',
          columns: [
            field('proposal', '提请什么', 'text', { ...must, hint: '提请党委研究调整岗位' }),
            choice('among', '怎样算', { last: '末位', lastPlaces: '末几名' }, must),
            field('years', '连续几年', 'count', must),
          ],
          more: [field('places', '末几名', 'count'), clauseField],
        },
        {
          name: ['suggestions'],
          label: '结果运用',
          add: '添加一条',
          columns: [
            choice('among', '对谁', { first: '前几名', top: '榜单', last: '末几名' }, must),
            choice('kind', '建议什么', suggestionKinds, must),
          ],
          more: [clauseField],
        },
      ],
    },
  },
  {
    key: 'procedure',
    title: '程序期限',
    about: '公示、复议和法定复核的日数，建立周期时照此填好。',
    form: {
      fields: [
        field('noticeDays', '公示（工作日）', 'count', { hint: '5' }),
        field('appealDays', '提出复议（工作日）', 'count', { hint: '5' }),
        field('answerDays', '答复（工作日）', 'count', { hint: '5' }),
        choice(
          'secondInstance',
          '二次复议由谁答复',
          { committee: '考核委员会', office: '考核办', none: '只复议一次' },
          { hint: '考核委员会' },
        ),
        field('secondAppealDays', '提出二次复议（工作日）', 'count', { hint: '5' }),
        field('secondAnswerDays', '二次答复（工作日）', 'count', { hint: '5' }),
        choice(
          'appealSuspends',
          '复议期间的名次',
          { none: '照常显示', rank: '暂不显示' },
          { hint: '照常显示' },
        ),
        field('statutoryReviewDays', '法定复核（日）', 'count', { hint: '30' }),
        field('statutoryAppealDays', '法定申诉（日）', 'count', { hint: '15' }),
        clauseField,
      ],
      lists: [],
    },
  },
  {
    key: 'visibility',
    title: '公开范围',
    about: '除本人和管理线外，谁还可以看。记分的理由、经办人和证据不在公开之列。',
    form: {
      fields: [
        choice(
          'unitRanks',
          '单位的得分和名次',
          { all: '全体', sequence: '同一序列', unit: '本单位' },
          { hint: '全体' },
        ),
        choice(
          'officerRanks',
          '民警的得分和名次',
          { all: '全体', sequence: '同一序列', unit: '同一单位' },
          { hint: '同一序列' },
        ),
        choice(
          'points',
          '模块和项目得分',
          { line: '本人和管理线', unit: '同一单位', all: '全体' },
          { hint: '本人和管理线' },
        ),
        clauseField,
      ],
      lists: [],
    },
  },
  {
    key: 'ranking',
    title: '排名',
    about: '同分时依次比较什么；比完仍相同的并列。',
    form: {
      fields: [field('minGroup', '不足几家不列前列末位', 'count', { hint: '1' })],
      lists: [
        {
          name: ['tieBreakers'],
          label: '同分比较（依次）',
          add: '添加一项',
          columns: [
            choice(
              'by',
              '比较',
              { item: '项目得分', indicator: '指标得分', fewerDeductions: '扣分少者在前' },
              must,
            ),
          ],
          more: [
            field('code', '哪个项目', 'item', { ...must, when: { name: ['by'], is: 'item' } }),
            field('code', '哪个指标', 'indicator', { ...must, when: { name: ['by'], is: 'indicator' } }),
            choice('better', '谁在前', { high: '高者', low: '低者' }, { hint: '高者在前' }),
          ],
        },
      ],
    },
  },
  {
    key: 'matters',
    title: '同一事项',
    about: '一件事有多个加减分规定时怎样计。',
    form: {
      fields: [
        choice(
          'mixedSigns',
          '既有加分又有减分',
          { separate: '分别取最高', maxOnly: '只计绝对值最大的', manual: '由人选定' },
          { hint: '分别取最高' },
        ),
        choice(
          'split',
          '多人共同完成',
          { fixedTotal: '总数不超过标准分', each: '各按标准分' },
          { hint: '总数不超过标准分' },
        ),
      ],
      lists: [],
    },
  },
  {
    key: 'aggregation',
    title: '年度合成',
    about: '各期得分怎样合成全年得分。',
    form: {
      fields: [
        choice('kind', '方法', { sum: '相加', mean: '取平均', weighted: '按权重', last: '取最后一期' }, must),
        field('minPeriods', '最少几期才排名', 'count', { hint: '平均为 2，其余为 1' }),
        choice('missing', '缺的期', { skip: '不计', zero: '按 0 计' }, { hint: '不计' }),
      ],
      lists: [
        {
          name: ['weights'],
          label: '权重（按权重时）',
          add: '添加一期',
          columns: [
            field('period', '周期种类或编号', 'text', { ...must, hint: 'month、quarter' }),
            field('weight', '权重', 'rate', must),
          ],
        },
      ],
    },
  },
];
