import type { outcomes } from '@mingji/contract';
import { proposalKinds } from '@mingji/engine';
import { dayOf, formatDay } from '../../app/format-time.ts';
import { serverNow } from '../../app/server-clock.ts';
import { useSession } from '../../app/session.tsx';
import { type PrintedForm, PrintForm } from '../../components/print-form.tsx';
import { proposalStates } from './texts.ts';

const SIGNED = '负责人（签名）：　　　　　　　　　　　年　　月　　日';

/** The proposal as the committee gets it on paper: what it rests on, the check, and room for two opinions. */
export function ProposalPrint({ proposal }: { readonly proposal: outcomes.ProposalDetail }) {
  const { bureau } = useSession();
  const today = dayOf(serverNow(), bureau.timeZone);
  const form = (): PrintedForm => ({
    title: '考核结果运用建议审批表',
    unitLine: `填报单位：${bureau.name}考核办`,
    dateLine: `打印日期：${formatDay(today)}`,
    rows: [
      {
        pair: [
          { label: '对　　象', text: proposal.subject.name },
          {
            label: proposal.subject.kind === 'officer' ? '警　　号' : '机构代码',
            text: proposal.subject.code,
          },
        ],
      },
      {
        pair: [
          { label: '所在单位', text: proposal.subject.unit.name },
          { label: '建议类别', text: proposalKinds[proposal.kind].name },
        ],
      },
      { label: '理　　由', text: proposal.reason },
      { label: '规定依据', text: proposal.basis },
      { label: '依据的成绩', text: proposal.evidence.map(evidenceLine).join('\n') || '未引用成绩' },
      ...checkRow(proposal, today),
      {
        label: '考核办意见',
        text: `${proposal.createdByName}于${formatDay(dayOf(proposal.createdAt, bureau.timeZone))}起草。`,
        signed: SIGNED,
      },
      { label: '考核委员会\n意　　见', text: decisionText(proposal), signed: SIGNED },
    ],
    notes: ['执行由主管部门按规定办理；成绩以封存数据为准，可按封存编号校验。'],
  });
  return <PrintForm form={form} />;
}

function evidenceLine({ title, fact, sealNo, sealHash }: outcomes.Evidence, at: number): string {
  const seal = sealNo === null ? '' : `（封存编号 ${sealNo}，摘要 ${sealHash?.slice(0, 16)}）`;
  return `${at + 1}．${title}：${fact}${seal}`;
}

function checkRow({ check, override }: outcomes.ProposalDetail, today: string): PrintedForm['rows'] {
  if (!check && !override) return [];
  const flags = (check?.flags ?? []).map(
    ({ message, clause }) => `${message}${clause === null ? '' : `（条款 ${clause}）`}`,
  );
  const found = check === null ? [] : flags.length > 0 ? flags : ['没有发现不符合条件的情况'];
  const passed = override ? [`考核委员会放行：${override.reason}（${override.byName}）`] : [];
  const asOf = check === null ? '' : `截至${formatDay(today)}：`;
  return [{ label: '评优核查', text: `${asOf}${[...found, ...passed].join('；')}。` }];
}

function decisionText(proposal: outcomes.ProposalDetail): string {
  const { resolutionNo, decidedOn, decisionNote, state } = proposal;
  if (resolutionNo === null) return '';
  const when = decidedOn === null ? '' : `，${formatDay(decidedOn)}`;
  return `${proposalStates[state].label}（${resolutionNo}${when}）${decisionNote ? `\n${decisionNote}` : ''}`;
}
