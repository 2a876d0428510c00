import { expect, test } from 'vitest';
import type { RuleSet } from '../rules/rule-set.ts';
import type { Scoring } from '../rules/scoring.ts';
import { indicator, item, ruleSetOf } from '../test-support/small-rule-set.ts';
import { lintRuleSet } from './lint-rule-set.ts';

const minus: Scoring = { family: 'occurrence', events: [{ code: 'e', name: '扣分', points: '-0.5' }] };
const ratio: Scoring = { family: 'ratio', absent: 'zero' };
const short: Scoring = { family: 'target', short: '-0.5' };
const control: Scoring = { family: 'controlNumber', step: '10%', points: '-0.5' };
const below: Scoring = {
  family: 'thresholdRate',
  sides: [{ side: 'below', at: '95', step: '1', points: '-0.2' }],
};

/** A county's target book as such books are: name, rule sentence, family. */
const book: readonly (readonly [string, string, Scoring])[] = [
  ['值班备勤', '抽查一次不在位扣1分', minus],
  ['警容风纪', '每发现一人次不规范扣0.5分', minus],
  ['教育训练', '应训人员每缺训一人次扣0.5分', minus],
  ['内务与装备管理', '检查每发现一处问题扣0.5分', minus],
  ['行业场所检查', '按月完成检查家次，按完成比例得分', ratio],
  ['治安隐患整改', '每10%未整改扣1分', below],
  ['大型活动安保', '发生责任事件该项不得分', { family: 'allOrNothing', times: 1, events: minus.events }],
  ['现行案件快侦快破', '考核期内办理质量达标按完成比例得分', ratio],
  ['追赃挽损', '按完成比例得分', ratio],
  ['在逃人员查缉', '按完成比例得分', ratio],
  ['反诈宣传入户', '按完成比例得分', ratio],
  ['线索核查反馈', '超期一条扣0.5分', minus],
  ['行政拘留人数', '每少一人扣0.5分', short],
  ['受立案及时流转', '24小时内未呈请一起扣0.5分', minus],
  ['案件按期办结', '超期一起扣0.5分', minus],
  ['案卷评查', '每一处瑕疵扣0.2分，不合格卷一起扣2分', minus],
  ['执法信访', '经查属实一起扣1至3分', { family: 'band', min: '-3', max: '-1' }],
  ['实有人口采集', '登记率低于95%，每低1个百分点扣0.2分', below],
  ['重点人员走访', '按完成比例得分', ratio],
  ['出租房屋登记', '登记率低于90%，每低1个百分点扣0.2分', below],
  ['可防性案件压降', '以年度控制数为基准，每超10%扣0.5分', control],
  ['技防建设', '按完成比例得分', ratio],
  ['情报信息报送', '每月每少一条扣0.2分', short],
  ['罚没款任务', '按完成比例得分', ratio],
];

function rulesOf(rows: readonly (readonly [string, string, Scoring])[]): RuleSet {
  return ruleSetOf(
    [
      item(
        'p',
        rows.map(([name, , scoring], i) =>
          indicator(`x${i}`, scoring, { name, clause: `c${i}`, marks: '1' }),
        ),
      ),
    ],
    { clauses: rows.map(([, text], i) => ({ id: `c${i}`, text })) },
  );
}
const flagged = (rows: readonly (readonly [string, string, Scoring])[]) =>
  lintRuleSet(rulesOf(rows))
    .filter((finding) => finding.needsSignOff)
    .map((finding) => finding.name);

test('X6 of a county’s target book only the detention count and the fines quota are flagged', () => {
  expect(flagged(book)).toEqual(['行政拘留人数', '罚没款任务']);
});

test('X6 a flag names the indicator, the reason and how to mend it', () => {
  const [finding] = lintRuleSet(rulesOf([['罚没款任务', '按完成比例得分', ratio]]));
  expect(finding).toMatchObject({ code: 'quotaOfFines', indicator: 'x0', needsSignOff: true });
  expect(finding?.reason).toContain('罚没款');
  expect(finding?.mend).toContain('改为');
});

test.each<readonly [string, string, Scoring]>([
  ['刑事拘留数', '每少一人扣1分', short],
  ['批捕率', '低于80%每低1个百分点扣0.5分', below],
  ['打击处理', '按完成比例得分', ratio],
  ['发案数控制', '每超10%扣1分', control],
  ['破案工作', '破案率低于40%，每低1个百分点扣1分', below],
  ['案件质量', '退查率高于5%扣1分', below],
  ['治安罚款', '完成年度罚款总额', ratio],
  ['治安处罚人数', '每月处罚人数不少于20人', short],
])('X6 %s (%s) is flagged wherever the quota is written', (name, sentence, scoring) => {
  expect(flagged([[name, sentence, scoring]])).toEqual([name]);
});

test.each<readonly [string, string, Scoring]>([
  ['刑事拘留审批规范', '未按规定审批一起扣1分', minus],
  ['罚没款管理规范', '罚没款未按规定缴存一起扣1分', minus],
  ['拘留所安全', '发生责任事故扣2分', minus],
  ['如实立案', '不破不立的一起扣2分', minus],
  ['办案指标', '不得以罚没款数额、破案率作为考核指标', minus],
  ['处罚公开', '处罚决定未按期公开一起扣0.5分', minus],
])('X6 %s (%s) is about how well and not how many, and is not flagged', (name, sentence, scoring) => {
  expect(flagged([[name, sentence, scoring]])).toEqual([]);
});

test('X6 a clause that no indicator quotes is named', () => {
  expect(lintRuleSet(ruleSetOf([])).map((finding) => finding.code)).toEqual(['clauseUnused']);
});

test('X6 flags come before advice', () => {
  const findings = lintRuleSet(rulesOf(book));
  const last = findings.map((finding) => finding.needsSignOff).lastIndexOf(true);
  expect(last).toBe(1);
  expect(findings.length).toBeGreaterThan(2);
});
