/** One kind of indicator that the law or good sense forbids; the list is data, offices may extend it (X6). */
export interface LintWords {
  readonly code: string;
  /** What must not be counted. */
  readonly subjects: readonly string[];
  /** Compounds that say it all by themselves. */
  readonly compounds: readonly string[];
  readonly reason: string;
  readonly mend: string;
}

/** Words that turn a subject into a quota: 拘留 is a measure of law, 拘留人数 a quota. */
export const QUANTITY_WORDS = [
  '人数',
  '数额',
  '总额',
  '金额',
  '数量',
  '任务',
  '指标',
  '数',
  '率',
  '额',
  '人次',
] as const;

/** Words that say the indicator looks at how well, not at how many. */
export const QUALITY_WORDS = [
  '质量',
  '合格',
  '规范',
  '超期',
  '超时',
  '及时',
  '期限',
  '违法',
  '违规',
  '不当',
  '错误',
  '瑕疵',
  '申诉',
  '评查',
  '公开',
] as const;

/** A sentence that forbids the quota is not the quota. */
export const FORBIDDING_WORDS = ['不得', '严禁', '禁止', '不以', '取消'] as const;

export const LINT_WORDS: readonly LintWords[] = [
  {
    code: 'quotaOfFines',
    subjects: ['罚没', '罚款', '罚金', '没收'],
    compounds: ['罚没收入', '创收'],
    reason: '不得以罚没款数额作为考核指标，否则容易诱发趋利执法',
    mend: '改为考核罚没款物管理是否规范，例如“罚没款未按规定缴存一起扣 1 分”',
  },
  {
    code: 'quotaOfDetentions',
    subjects: ['行政拘留', '刑事拘留', '刑拘', '治安拘留', '拘留', '强制隔离戒毒'],
    compounds: ['刑拘数', '拘留数', '拘留人数'],
    reason: '不得以行政拘留、刑事拘留的人数作为考核指标',
    mend: '改为考核办案质量或者预防效果，例如案卷评查合格率、可防性案件下降情况',
  },
  {
    code: 'quotaOfArrests',
    subjects: ['批捕', '逮捕', '移送起诉', '移诉', '打击处理', '处罚'],
    compounds: ['批捕率', '批捕数', '逮捕率', '起诉率', '有罪判决率', '打处数'],
    reason: '不得以批捕、起诉、打击处理的数量或者比率作为考核指标',
    mend: '改为考核案件质量，例如“因证据不足不批准逮捕且经评查有过错的一起扣分”',
  },
  {
    code: 'quotaOfCases',
    subjects: ['发案', '破案', '立案', '退查', '退补'],
    compounds: ['发案数', '发案率', '破案数', '破案率', '立案数', '退查率', '退补率'],
    reason: '不得以发案数、破案率、退查率等作为考核指标，否则容易导致立案不实、压案不报',
    mend: '改为考核受立案是否及时规范、快侦快破的办理质量和群众满意度',
  },
];
