import { SCORING_WORDS } from './scoring-words.ts';

/**
 * What every field of the rule-set format means, for the editor that completes it: by the field it is in (empty at the
 * top), then by its own name. ⚙ is a parameter of the rules, with its default.
 */
export type FieldWords = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Fields that mean the same wherever they stand. */
export const COMMON_WORDS: Readonly<Record<string, string>> = {
  code: '代码：字母、数字、汉字和 . _ - ，在同类中不重复',
  name: '名称',
  clause: '依据的条款编号，须列在 clauses 中',
};

export const RULE_SET_WORDS: FieldWords = {
  '': {
    format: '格式标识，固定为 mingji/rule-set@1',
    id: '办法的代码；下级办法的 extends 引用它',
    name: '办法名称',
    version: '版本号；已发布的版本不再改动，修改须用新的版本号。施行日期在发布时确定',
    mode: 'percentage 百分制，各项目分值之和等于 totalMarks；accumulating 加减分累计，从 0 起',
    totalMarks: '总分，百分制必填',
    appraises: '考核对象：officer 民警，unit 单位',
    rounding: '⚙ 得分的取舍；默认 { digits: 2, mode: halfAwayFromZero }（四舍五入到两位）；none 保留精确值',
    notApplicable: '⚙ 不适用的分值：rescale 由其余分值分担（默认），full 按满分计',
    ranking: '排名',
    sequences: '分哪些序列排名；不写则由名册上的序列决定',
    matters: '同一事项只计一次的规则',
    roles: '一件事中的各种角色：审定一次，按角色分别记到各人、单位和领导名下',
    attendance: '每月考勤结果的各列记到哪个指标',
    aggregation: '各周期如何汇总成全年',
    extends: '上级办法及其版本；下级文件只写自己的部分',
    without: '上级允许不采用、本办法不采用的指标',
    filing: '⚙ 发布是否须向上级备案：required 须备案，none 不须（默认）',
    coefficients: '岗位、身份系数：总分 × 系数，一人多种身份取最大的',
    grading: '等次评定',
    redLine: '红线：低于它须作书面检查，不改变得分',
    statuses: '特殊情形的参加和评定办法',
    sanctions: '处分在当年和以后年度的后果，多个处分取最重的',
    quota: '周期等次名额，节余结转',
    year: '由平时考核提出年度等次',
    lists: '前列、末位、零报告等名单和表彰核查',
    procedure: '公示、复议等期限',
    visibility: '公开范围：除本人和管理线外，谁还可以看；理由、经办人、证据不公开',
    posts: '岗位：岗位职责和履职清单',
    clauses: '条款原文，写在规则旁边',
    modules: '模块 → 项目 → 指标',
  },
  rounding: { digits: '小数位数', mode: '取舍方式' },
  ranking: {
    tieBreakers: '⚙ 得分相同时依次比较；默认不比较，名次相同',
    minGroup: '⚙ 少于这么多对象，不出前列、末位名单；默认 1',
  },
  tieBreakers: {
    by: 'item 比较项目得分，indicator 比较指标得分，fewerDeductions 扣分少者在前',
    better: 'high 高者在前（默认），low 低者在前',
  },
  sequences: { kind: '序列中是民警还是单位' },
  matters: {
    mixedSigns: '⚙ 同一事项既加又扣：separate 都计并提示（默认），maxOnly 只计大的，manual 由人决定',
    split: '⚙ 多人同一事项：fixedTotal 合计不超过标准（默认），each 各得各的',
  },
  roles: {
    goesTo:
      'reporter 填报人（有协办人时），named 填报时列名的人，unit 所在的考核单位，leader 该单位的主要负责人；不写则不自动记，只给角色一个名称，由记分人逐条记',
    sharing: '⚙ 几人同一角色：together 合分该角色的分值（默认），each 各得各的',
  },
  attendance: {
    column:
      '考勤结果的列：due 应出勤、present 实出勤、late 迟到、early 早退、absent 旷工、leave 请假合计、sickLeave 病假等、full 全勤',
    indicator: '记到哪个指标',
    event: '记作哪种情形；按数量计的指标不写',
    per: '⚙ 多少算一次；默认 1，旷工半日一次写 0.5',
    of: '按比率计的指标，以哪一列为总数',
  },
  aggregation: {
    kind: 'sum 合计，mean 平均，weighted 加权，last 取最后一期',
    minPeriods: '⚙ 少于这么多期不排名；mean 默认 2，其他默认 1',
    weights: 'weighted 时各期的权重',
    missing: '⚙ 没有得分的一期：skip 不计（默认），zero 按 0 计',
  },
  weights: { period: '周期种类或周期编号', weight: '权重' },
  extends: { id: '上级办法的代码', version: '上级办法的版本号' },
  without: { indicator: '不采用的上级指标代码', clause: '本办法不采用它所依据的条款' },
  coefficients: {
    identities: '各种身份及其系数',
    mean: '⚙ 一个单位系数的平均应为多少；默认 1',
    tolerance: '⚙ 允许的偏差，超出时提示；默认 0.05',
  },
  identities: { factor: '系数' },
  grading: {
    kinds: '评定谁；不写为办法的全部对象',
    grades: '等次，由好到差；最后一个不写 from',
    allowRaise: '⚙ 领导可否说明理由提高等次；默认 false，只可降低',
    nomination: '⚙ 有名额的等次是否须经推荐：required（有名额时默认）、none',
  },
  grades: {
    from: '达到这个分数（含本数）',
    binding: '⚙ may 领导可说明理由调整（默认），must 任何人不得调整',
  },
  redLine: {
    kinds: '对谁；不写为全部对象',
    below: '低于这个分数（不含本数）',
    task: '须完成什么',
    dueWorkingDays: '几个工作日内完成',
  },
  statuses: {
    cycle: '平时考核怎样办',
    year: '年度考核怎样办',
    holds:
      '⚙ 几时算作本期的情形：atEnd 期末在此情形，anyDay 有一天即算，mostOfPeriod 过半；默认 atEnd，评定者为 whereMostOfPeriod 时默认 anyDay',
    leave: '请假合计超过一定时间，自动成为此情形',
    inQuota: '⚙ 是否计入名额基数；默认只计由本单位评定等次的人',
  },
  cycle: {
    grader:
      '由谁评定：ownUnit 本单位，hostUnit 所在单位，unitAtPeriodEnd 期末所在单位，whereMostOfPeriod 过半时间所在单位，nobody 无',
    outcome:
      'graded 评定等次，commentOnly 只写评语，noGrade 都不写，deferred 以后补定，offList 不列入、不计基数',
    hears: '还听取谁的意见：hostUnit 所在单位，formerUnit 原单位',
  },
  year: {
    grader: '由谁评定，同 cycle.grader',
    outcome: '怎样评定，同 cycle.outcome',
    hears: '还听取谁的意见',
    grades: '年度等次，由好到差',
    barredBy: '平时有过这些等次的，不作第一等次人选',
    countedGrade: '人选先按这个平时等次的次数排列，再按平均得分',
    lowGrades: '哪些平时等次算作低等次',
    lowShare: '⚙ 低等次超过参加次数的多少，建议低的年度等次；默认 1/2',
    lowProposals: '建议的低的年度等次',
    worstGrade: '最差的平时等次',
    allWorstProposal: '各期全为最差时可以建议的年度等次',
    quota: '第一年度等次的名额',
  },
  leave: {
    kinds: '计入的请假种类',
    over: '⚙ 超过一期的多少；默认 1/2',
    days: '⚙ 按 calendar 日历日（默认）还是 working 工作日计算',
  },
  effects: {
    year: '0 为决定当年，1 为次年，依此类推',
    appliesTo: '⚙ 只用于 cycle 平时考核或 year 年度考核；默认两者',
    effect: '后果',
  },
  sanctions: { effects: '各年的后果' },
  quota: {
    grade: '受限的等次代码',
    rate: '比例，可写 0.4、40% 或 2/5',
    minimumOne: '⚙ 余额在 0 与 1 之间时可报 1 人；默认 true',
    bureauCap: '⚙ 全局再按同一公式（不含最少 1 人）核对；默认 true',
    raisedRate: '经批准可以提高到的比例',
    pools: '分开计算名额的人群：领导、辅警等',
  },
  lists: {
    first: '⚙ 前几名；默认 3，人数不到其两倍时为 1',
    last: '⚙ 末几名；默认 3，人数不到其两倍时为 1',
    top: '表扬名单的人数',
    streaks: '连续处于末位的认定',
    suggestions: '名单上的人可以建议什么',
    zeroList: '零报告名单',
    commendation: '表彰人选核查',
  },
  streaks: {
    among: 'last 末位，lastPlaces 末几名之内',
    places: 'lastPlaces 的名次数；⚙ 默认与末几名名单相同',
    years: '连续几年',
    proposal: '向考核委员会建议什么',
  },
  suggestions: {
    kind: '建议什么：commendation 表彰奖励，promotion 晋升职务，rank 晋升职级，talk 约谈提醒，leadership 组织调整，training 培训，exchange 交流轮岗，sanction 组织处理',
    among: '对谁：first 前几名，top 表扬名单，last 末几名',
  },
  zeroList: { presentDays: '⚙ 当月在岗至少几个工作日而没有审定工作的列入；默认 10' },
  commendation: {
    notAmongLast: '⚙ 在末几名之内的提示；默认 3',
    gradeFloor: '人选不得低于的等次',
  },
  procedure: {
    noticeDays: '⚙ 公示几个工作日；默认 5',
    appealDays: '⚙ 得分公布后几个工作日内可以申请复议；默认 5',
    answerDays: '⚙ 几个工作日内答复；默认 5',
    secondInstance:
      '⚙ 二次复议由谁答复：committee 考核委员会（默认），office 考核办，none 只复议一次；二次复议为终局',
    secondAppealDays: '⚙ 首次答复后几个工作日内可以申请二次复议；默认 5',
    secondAnswerDays: '⚙ 二次复议几个工作日内答复；默认 5',
    appealSuspends: '⚙ 复议期间：none 照常显示名次（默认），rank 除考核办外暂不显示当事人的名次',
    statutoryReviewDays: '⚙ 法定复核的日历日；默认 30',
    statutoryAppealDays: '⚙ 法定申诉的日历日；默认 15',
  },
  visibility: {
    points: '⚙ 各模块、项目的得分：line 本人和管理线（默认），unit 同一单位，all 全体',
    unitRanks: '⚙ 单位的得分和名次：all 全体（默认），sequence 同一序列，unit 本单位',
    officerRanks: '⚙ 民警的得分和名次：sequence 同一序列（默认），unit 同一单位，all 全体',
    withheld: '反映纪律、投诉、健康、家庭情况的项目代码：得分只给本人和管理线看',
  },
  posts: {
    category: '岗位类别',
    duties: '岗位职责',
    performance: '履职清单',
    indicators: '考核这个岗位的指标代码',
  },
  clauses: { id: '条款编号', text: '条款原文，逐字照录', source: '出自哪个文件' },
  modules: {
    weight: '⚙ 在总分中的权重；默认 1',
    low: '下限；不写不限',
    high: '上限（加分封顶写在这里）；不写不限',
    items: '项目',
  },
  items: {
    marks: '满分；不写则从 0 起，只受 low、high 限制',
    low: '⚙ 下限；有 marks 时默认 0',
    high: '⚙ 上限；有 marks 时默认等于 marks',
    allowExcess: '⚙ 得分可以超过满分；默认 false',
    floorAtLeaf: '⚙ 有分值的指标自己扣完为止；默认 false，只在项目上扣完为止',
    opens: '向下级办法开放的内容；不写为刚性，下级不得改动',
    indicators: '指标',
  },
  opens: {
    marks: '下级增加的指标分值之和须等于它；不写则下级增加的指标不带分值',
    optional: '允许下级不采用的指标代码',
    maxIndicators: '下级最多增加几个指标；不写不限',
  },
  indicators: {
    owner: '归口部门，按机构名称或别名查找',
    evidence: '须附什么证明材料',
    marks: '分值；同一项目的指标都写了分值时，合计须等于项目分值',
    cap: '加减分合计的最大绝对值；不写不限',
    floorAtLeaf: '⚙ 本指标自己扣完为止；默认同项目',
    allowExcess: '⚙ 本指标可以超过自己的分值；默认同项目',
    subjects: '只适用于哪些对象；不写为全部',
    multipliers: '系数：自查减半、上级发现加倍等',
    scoring: '计分方式',
  },
  subjects: { kinds: '只适用于 officer 或 unit', sequences: '只适用于这些序列' },
  multipliers: { factor: '乘以多少', when: '自动适用的条件；不写则由记录指明' },
  when: {
    kind: 'repeat 同一对象在若干日内再次发生，during 发生在某段时间内',
    withinDays: '距上一次不超过几日',
    from: '起始日',
    to: '截止日，含当日',
  },
  ...SCORING_WORDS,
};
