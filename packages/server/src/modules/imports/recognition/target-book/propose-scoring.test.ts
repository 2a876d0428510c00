import { describe, expect, test } from 'vitest';
import { proposeScoring } from './propose-scoring.ts';

const propose = (rule: string, marks: string | null = '3', target: string | null = null) =>
  proposeScoring({ rule, marks, target });
const event = (name: string, points: string, unit?: string, code = 'e1') => ({
  code,
  name,
  points,
  ...(unit ? { unit } : {}),
});
const full = (...events: object[]) => ({ family: 'deductFromFull', events });
const below = (at: string, step: string, points: string) => ({
  family: 'thresholdRate',
  unit: '%',
  sides: [{ side: 'below', at, step, points }],
});

describe('X7 the rule sentences of the target book', () => {
  const sentences: [string, string | null, object][] = [
    ['抽查一次不在位扣1分', null, full(event('抽查不在位', '-1', '次'))],
    ['每发现一人次不规范扣0.5分', null, full(event('不规范', '-0.5', '人次'))],
    ['应训人员每缺训一人次扣0.5分', null, full(event('应训人员缺训', '-0.5', '人次'))],
    ['检查每发现一处问题扣0.5分', null, full(event('检查发现问题', '-0.5', '处'))],
    ['按月完成检查家次,按完成比例得分', '480', { family: 'ratio' }],
    [
      '每10%未整改扣1分',
      null,
      { family: 'thresholdRate', unit: '%', sides: [{ side: 'above', at: '0', step: '10', points: '-1' }] },
    ],
    [
      '发生责任事件该项不得分',
      null,
      { family: 'allOrNothing', times: 1, empties: 'indicator', events: [event('发生责任事件', '0')] },
    ],
    ['考核期内办理质量达标按完成比例得分', '96', { family: 'ratio' }],
    ['按完成比例得分', '1200000', { family: 'ratio' }],
    ['超期一条扣0.5分', null, full(event('超期', '-0.5', '条'))],
    ['每少一人扣0.5分', '60', { family: 'target', short: '-0.5', unit: '人' }],
    ['24小时内未呈请一起扣0.5分', null, full(event('24小时内未呈请', '-0.5', '起'))],
    ['超期一起扣0.5分', null, full(event('超期', '-0.5', '起'))],
    [
      '每一处瑕疵扣0.2分,不合格卷一起扣2分',
      null,
      full(event('瑕疵', '-0.2', '处'), event('不合格卷', '-2', '起', 'e2')),
    ],
    ['经查属实一起扣1至3分', null, { family: 'band', min: '-3', max: '-1', unit: '起' }],
    ['登记率低于95%,每低1个百分点扣0.2分', null, below('95', '1', '-0.2')],
    ['以年度控制数为基准,每超10%扣0.5分', null, { family: 'controlNumber', step: '10%', points: '-0.5' }],
    ['每月每少一条扣0.2分', '240', { family: 'target', short: '-0.2', unit: '条' }],
  ];
  test.each(sentences)('X7 “%s” becomes its family', (rule, target, scoring) => {
    const proposal = propose(rule, '3', target);
    expect(proposal.scoring).toEqual(scoring);
    expect(proposal.confidence).toBeGreaterThan(0.5);
  });

  test('X7 a condition that no parameter holds is named and lowers the confidence', () => {
    expect(propose('考核期内办理质量达标按完成比例得分', '12', '96')).toMatchObject({
      notUnderstood: ['考核期内办理质量达标'],
      confidence: 0.75,
    });
    expect(propose('按完成比例得分', '12', '96')).toMatchObject({ notUnderstood: [], confidence: 1 });
    expect(propose('按完成比例得分', '12', null).confidence).toBe(0.75);
  });
});

describe('X7 the same families in other words', () => {
  const sentences: [string, object][] = [
    ['未达到90%的,每降低一个百分点扣零点二分', below('90', '1', '-0.2')],
    ['达到98%得满分,每低1%扣0.5分', below('98', '1', '-0.5')],
    ['采集率低于95%的每低2个百分点扣0.5分', below('95', '2', '-0.5')],
    [
      '发案率高于5%,每高1个百分点扣1分',
      { family: 'thresholdRate', unit: '%', sides: [{ side: 'above', at: '5', step: '1', points: '-1' }] },
    ],
    ['每逾期一天扣0.5分', { family: 'lateness', by: 'day', points: '-0.5' }],
    ['每逾期一个工作日扣1分', { family: 'lateness', by: 'workingDay', points: '-1' }],
    ['视情扣1-3分', { family: 'band', min: '-3', max: '-1' }],
    ['群众投诉经查属实的每起扣二至五分', { family: 'band', min: '-5', max: '-2', unit: '起' }],
    ['每迟到1次扣1分', full(event('迟到', '-1', '次'))],
    ['无故缺席会议每次扣一分', full(event('无故缺席会议', '-1', '次'))],
    ['未及时报送的扣2分', full(event('未及时报送', '-2'))],
    [
      '发生安全事故的,该项不得分',
      { family: 'allOrNothing', times: 1, empties: 'indicator', events: [event('发生安全事故', '0')] },
    ],
    ['完成任务得满分,每少一件扣0.3分', { family: 'target', short: '-0.3', unit: '件' }],
    ['按任务完成率计分', { family: 'ratio' }],
    ['每季度开展一次,少一次扣1分', { family: 'target', short: '-1', unit: '次' }],
    ['7日内未反馈的一件扣1分', full(event('7日内未反馈', '-1', '件'))],
  ];
  test.each(sentences)('X7 “%s”', (rule, scoring) => {
    expect(propose(rule).scoring).toEqual(scoring);
  });

  test('X7 additions become events outside the full marks, limits become caps', () => {
    expect(propose('每发现一次扣0.5分,扣完为止;被市局表彰一次加2分,最高加4分', '5')).toMatchObject({
      scoring: full(event('发生', '-0.5', '次')),
      additions: { family: 'occurrence', events: [event('被市局表彰', '2', '次')] },
      cap: '4',
    });
    expect(propose('每被采用一篇加0.5分', null)).toMatchObject({
      scoring: null,
      additions: { family: 'occurrence', events: [event('被采用', '0.5', '篇')] },
    });
    expect(propose('每迟到一次扣1分', null).scoring).toEqual({
      family: 'occurrence',
      events: [event('迟到', '-1', '次')],
    });
  });
});

describe('X7 what is not understood yields no proposal', () => {
  test.each([
    '由考核办综合评定',
    '排名第一得满分,其后每名递减0.5分',
    '每发现一处扣0.5分,情节严重的加倍扣分',
    '视工作开展情况酌情给分',
    '以全市平均数为基准,每低10%扣1分,每高10%加1分',
    '按完成比例得分,发现弄虚作假一次扣2分',
    '扣分',
    '一次扣1分,二次扣3分,三次及以上不得分',
    '满意度每降1个百分点扣0.5分',
    '每百人发生1起扣1分',
    '完成率90%以上得满分,80%以上得3分,80%以下不得分',
    '完成率80%以下不得分',
    '超期一天扣0.1分,超期三天以上不得分',
    '每发现一处扣0.5分,同一问题重复发生的加倍',
    '全年排名末位的扣5分',
    '民意测评低于90分的扣1分',
    '',
  ])('X7 “%s”', (rule) => {
    expect(propose(rule)).toMatchObject({ scoring: null, additions: null, confidence: 0 });
  });
});
