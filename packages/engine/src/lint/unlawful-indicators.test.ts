import { expect, test } from 'vitest';
import type { Scoring } from '../rules/scoring.ts';
import { lintOf, proven } from '../test-support/lint-codes.ts';
import { item } from '../test-support/small-rule-set.ts';
import { lintRuleSet } from './lint-rule-set.ts';
import { LINT_WORDS } from './lint-words.ts';

const event = (name: string, points = '-1'): Scoring => ({
  family: 'occurrence',
  events: [{ code: 'e', name, points }],
});
const minus = event('扣分');
const ratio: Scoring = { family: 'ratio' };
const KINDS = new Set(LINT_WORDS.map((words) => words.code));

function kindsOf(name: string, text: string, scoring: Scoring): readonly string[] {
  const rows = [item('p', [proven('x', scoring, { name, marks: '10' })])];
  return lintOf(rows, { clauses: [{ id: 'c', text }] })
    .filter((finding) => KINDS.has(finding.code))
    .map((finding) => `${finding.code} ${finding.words.join('')}`);
}

test.each<readonly [string, string, Scoring, string]>([
  ['接警情况', '接警数同比下降的加1分', minus, 'quotaOfReports 接警…数'],
  ['治安状况', '警情下降的加1分', minus, 'quotaOfReports 警情下降'],
  ['违停整治', '按完成比例得分', ratio, 'quotaOfTickets 违停'],
  ['路面管理', '每少一张罚单数扣1分', minus, 'quotaOfTickets 罚单数'],
  ['队伍建设', '年度排名末位淘汰', minus, 'lastOneOut 末位淘汰'],
  ['纪律作风', '一人违纪，全所扣分', minus, 'collectivePunishment 全所扣分'],
  ['考勤', '请病假一天扣0.5分', minus, 'familyOrHealth 病假'],
  ['考勤', '当月出勤不足的', event('请产假'), 'familyOrHealth 产假'],
  ['群众评价', '被投诉一次扣1分', minus, 'mereComplaint 投诉'],
  ['群众评价', '实现零信访的加1分', minus, 'mereComplaint 零信访'],
  ['群众评价', '每季度统计', event('信访一起'), 'mereComplaint 信访'],
  ['案件办理', '结案率低于80%的扣1分', minus, 'quotaOfArrests 结案率'],
  ['新媒体', '每月点赞数达到100的加1分', minus, 'fingertipFormalism 点赞数'],
])('X6 %s（%s）is named as unlawful or unwise', (name, text, scoring, found) => {
  expect(kindsOf(name, text, scoring)).toEqual([found]);
});

test.each<readonly [string, string, Scoring]>([
  ['群众评价', '经查证属实的投诉一次扣1分', minus],
  ['信访办理', '信访事项超期一件扣0.5分', minus],
  ['群众评价', '经查实有责任的', event('投诉一次')],
  ['群众评价', '每季度统计', event('投诉化解一起', '1')],
  ['信访事项', '一件扣0.5分', minus],
  ['考勤', '产假、病假不扣分，旷工一天扣3分', minus],
  ['考勤', '伪造病假证明一次扣3分', minus],
  ['考勤', '病假须在三日内向所在单位报告并补办登记，旷工一天扣3分', minus],
  ['家属慰问', '按计划走访民警家属，少一户扣0.5分', minus],
  ['防范', '可防性警情下降的加1分', minus],
  ['接处警', '接警后到达时限达标率低于95%的扣1分', minus],
  ['考核结果运用', '不得实行末位淘汰', minus],
  ['群众评价', '严禁以零投诉作为考核要求', minus],
])('X6 %s（%s）is lawful and not named', (name, text, scoring) => {
  expect(kindsOf(name, text, scoring)).toEqual([]);
});

test('X6 a flag says on which text it rests and where it was found; mere advice needs no sign-off', () => {
  const findings = lintOf([item('p', [proven('x', ratio, { name: '罚款任务', marks: '10' })])]);
  expect(findings[0]).toMatchObject({
    code: 'quotaOfFines',
    indicator: 'x',
    path: 'modules[0].items[0].indicators[0]',
    words: ['罚款…任务'],
    needsSignOff: true,
    clause: 'c',
  });
  expect(findings[0]?.reason).toContain('执法质量考核评议规定');
  const advice = lintOf([item('p', [proven('x', minus, { name: '点赞数' })])]);
  expect(advice[0]).toMatchObject({ code: 'fingertipFormalism', needsSignOff: false });
});

test('X6 a clause or a proposal that no indicator carries is read as well', () => {
  const findings = lintOf([item('p', [proven('x', minus)])], {
    clauses: [
      { id: 'c', text: '1 分' },
      { id: 'd', text: '考核排名实行末位淘汰' },
      { id: 'e', text: '不得实行末位淘汰' },
      { id: 'f', text: '罚没收入另行规定' },
    ],
    redLine: { below: '60', task: '检查', dueWorkingDays: 5, clause: 'd' },
    lists: { streaks: [{ among: 'last', years: 2, proposal: '对全体民警扣发奖金', clause: 'e' }] },
    procedure: { clause: 'f' },
  });
  expect(findings.filter((finding) => finding.needsSignOff)).toMatchObject([
    { code: 'lastOneOut', indicator: '', name: 'd', path: 'clauses[1].text', clause: 'd' },
    {
      code: 'collectivePunishment',
      name: '连续名次',
      path: 'lists.streaks[0].proposal',
      words: ['全体民警扣'],
    },
  ]);
});

test('X6 an office may bring its own words', () => {
  const own = [{ code: 'own', subjects: [], compounds: ['指标'], reason: '试', mend: '改' }];
  const rules = {
    format: 'mingji/rule-set@1' as const,
    id: 'r',
    name: 'r',
    version: '1',
    mode: 'accumulating' as const,
    appraises: ['unit' as const],
    clauses: [],
    modules: [{ code: 'm', name: 'm', items: [item('p', [proven('x', minus, { name: '指标' })])] }],
  };
  expect(lintRuleSet(rules, { words: own })[0]).toMatchObject({ code: 'own', reason: '试' });
});

test('X6 a kind without exceptions of its own is found by its words alone', () => {
  const own = [
    { code: 'own', subjects: ['饮茶'], compounds: [], when: 'deducted' as const, reason: '试', mend: '改' },
  ];
  const lint = (text: string, scoring: Scoring) =>
    lintOf([item('p', [proven('x', scoring)])], { clauses: [{ id: 'c', text }] }, { words: own })
      .filter((finding) => finding.code === 'own')
      .flatMap((finding) => finding.words);
  expect(lint('饮茶一次扣1分', minus)).toEqual(['饮茶']);
  expect(lint('上班饮茶', event('饮茶'))).toEqual(['饮茶']);
  expect(lint('饮茶不扣分', minus)).toEqual([]);
  expect(lint('饮茶之后十分钟内未能返回岗位的扣1分', minus)).toEqual([]);
});
