/** One kind of indicator that the law or good sense forbids; the list is data, offices may extend it (X6). */
export interface LintWords {
  readonly code: string;
  /** What must not be counted, or must not cost points. */
  readonly subjects: readonly string[];
  /** Compounds that say it all by themselves. */
  readonly compounds: readonly string[];
  /** What makes a subject unlawful: being counted (default), or costing points. */
  readonly when?: 'counted' | 'deducted';
  /** Words that make it lawful after all, besides the common ones. */
  readonly unless?: readonly string[];
  /** The compounds are looked for in every clause and proposal, not only in those of indicators. */
  readonly anywhere?: boolean;
  /** Unwise but not unlawful: no sign-off. */
  readonly advice?: boolean;
  readonly reason: string;
  /** The text the reason rests on, in the words of those who have to sign. */
  readonly basis?: string;
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
  '按期',
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

/** Words that say somebody looked whether the complaint is true. */
const VERIFIED = [
  '属实',
  '查实',
  '查证',
  '核实',
  '核查',
  '查明',
  '有责',
  '有理',
  '有效',
  '成立',
  '认定',
  '确有',
] as const;

const QUALITY_RULES =
  '公安机关执法质量考核评议规定：不得以不科学、不合理的罚没款数额、刑事拘留数、行政拘留数、发案数、退查率、破案率等作为考评指标';

export const LINT_WORDS: readonly LintWords[] = [
  {
    code: 'quotaOfFines',
    subjects: ['罚没', '罚款', '罚金', '没收'],
    compounds: ['罚没收入', '罚没返还', '创收', '收费任务', '拉赞助', '赞助款'],
    reason: '不得以罚没款数额作为考核指标，否则容易诱发趋利执法',
    basis: QUALITY_RULES,
    mend: '改为考核罚没款物管理是否规范，例如“罚没款未按规定缴存一起扣 1 分”',
  },
  {
    code: 'quotaOfDetentions',
    subjects: ['行政拘留', '刑事拘留', '刑拘', '治安拘留', '拘留', '强制隔离戒毒'],
    compounds: ['刑拘数', '拘留数', '拘留人数'],
    reason: '不得以行政拘留、刑事拘留的人数作为考核指标',
    basis: QUALITY_RULES,
    mend: '改为考核办案质量或者预防效果，例如案卷评查合格率、可防性案件下降情况',
  },
  {
    code: 'quotaOfArrests',
    subjects: ['批捕', '逮捕', '移送起诉', '移诉', '打击处理', '处罚'],
    compounds: ['批捕率', '批捕数', '逮捕率', '起诉率', '有罪判决率', '结案率', '打处数'],
    reason: '不得以批捕、起诉、打击处理的数量或者比率作为考核指标',
    basis: '中央政法委 2015 年要求取消刑事拘留数、批捕率、起诉率、有罪判决率、结案率等考核项目',
    mend: '改为考核案件质量，例如“因证据不足不批准逮捕且经评查有过错的一起扣分”',
  },
  {
    code: 'quotaOfCases',
    subjects: ['发案', '破案', '立案', '退查', '退补'],
    compounds: ['发案数', '发案率', '破案数', '破案率', '立案数', '退查率', '退补率'],
    reason: '不得以发案数、破案率、退查率等作为考核指标，否则容易导致立案不实、压案不报',
    basis: QUALITY_RULES,
    mend: '改为考核受立案是否及时规范、快侦快破的办理质量和群众满意度',
  },
  {
    code: 'quotaOfReports',
    subjects: ['报警', '接警', '报案'],
    compounds: ['警情数', '警情下降', '警情压降', '受案数', '立案下降', '立案压降'],
    unless: ['可防性', '接警后', '到达', '满意', '回访'],
    reason: '以接报警、受案的多少论高低，容易导致有警不接、有案不立、不破不立',
    basis: '公安部关于改革完善受案立案制度的意见：取消影响依法如实受案立案的不科学、不合理考评指标',
    mend: '改为考核如实受立案，例如“应当受案而未受案的一起扣分”，或考核可防性案件的防范效果',
  },
  {
    code: 'quotaOfTickets',
    subjects: ['罚单', '违停', '纠违', '贴单', '交通违法查处', '现场处罚'],
    compounds: ['罚单数', '贴条数', '开单数', '违停抓拍'],
    reason: '不得下达罚单、违法停车处罚一类的任务数，否则容易以罚代管',
    basis: '道路交通安全法：不得下达或者变相下达罚款指标，不得以罚款数额作为考核交通警察的标准',
    mend: '改为考核交通秩序和事故预防，例如“事故多发路段隐患整改率”',
  },
  {
    code: 'lastOneOut',
    subjects: [],
    compounds: ['末位淘汰', '末位辞退', '末位解聘', '末位待岗', '末位免职', '末位扣发'],
    anywhere: true,
    reason: '不得仅因排名末位就作出免职、辞退等处理，是否胜任须另行认定',
    basis: '公务员法：辞退的情形由法律规定，排名末位不在其中',
    mend: '改为“排名末位的，由考核委约谈，提出改进要求”，由组织按程序认定是否胜任',
  },
  {
    code: 'collectivePunishment',
    subjects: [],
    compounds: [
      '连坐',
      '全员扣分',
      '全体扣分',
      '全所扣分',
      '全队扣分',
      '集体扣分',
      '全体民警扣',
      '全所民警扣',
      '同组民警扣',
    ],
    anywhere: true,
    reason: '一人违纪，没有责任的人不得一并扣分',
    basis: '公职人员政务处分法：处分与违法行为的性质、情节、危害程度相当',
    mend: '按责任写明本人、单位、主要领导、分管领导各自的分值（连带责任须有管理过错）',
  },
  {
    code: 'familyOrHealth',
    subjects: [
      '病假',
      '产假',
      '婚假',
      '丧假',
      '哺乳假',
      '护理假',
      '育儿假',
      '工伤',
      '年休假',
      '探亲假',
      '怀孕',
      '生育',
      '配偶',
      '子女',
      '家属',
      '患病',
      '残疾',
    ],
    compounds: [],
    when: 'deducted',
    unless: ['虚假', '弄虚', '骗', '证明', '手续', '慰问', '走访', '家访', '受伤'],
    reason: '依法享有的休假以及家庭、健康情况不得扣分',
    basis: '妇女权益保障法：不得因结婚、怀孕、产假、哺乳降低待遇；个人信息保护法：医疗健康信息属敏感个人信息',
    mend: '删去这一情形；旷工、弄虚作假请假的，另行写明',
  },
  {
    code: 'mereComplaint',
    subjects: ['投诉', '举报', '信访', '上访', '差评', '12345', '负面舆情'],
    compounds: ['零投诉', '零上访', '零信访', '零举报', '无上访'],
    when: 'deducted',
    unless: [...VERIFIED, '答复', '受理', '回复', '反馈', '办结'],
    reason: '未经查实的投诉、举报、信访不得扣分，以“零投诉”论高低也会压制群众反映问题',
    basis: '信访工作条例：保障群众依法反映问题的权利，信访事项须调查核实',
    mend: '写明“经查证属实且有责任的，一起扣 x 分”，或改为考核办理是否及时、答复是否满意',
  },
  {
    code: 'fingertipFormalism',
    subjects: ['点赞', '转发', '积分', '下载', '打卡', '在线时长', '关注'],
    compounds: ['点赞数', '转发量', '下载量', '学习积分', '在线时长', '签到天数'],
    advice: true,
    reason: '以点赞、转发、打卡、积分论高低，增加基层负担而看不出工作成效',
    basis: '中央网信委关于防治“指尖上的形式主义”的若干意见',
    mend: '改为考核工作的实际效果，例如测试成绩、群众知晓率',
  },
];
