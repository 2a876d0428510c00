import { PrinterOutlined } from '@ant-design/icons';
import { results } from '@mingji/contract';
import { App, Button } from 'antd';
import { useRef, useState } from 'react';
import { asRefusal } from '../../api/api-refusal.ts';
import { call } from '../../api/call.ts';
import { dayOf, formatDay } from '../../app/format-time.ts';
import { messages } from '../../app/messages.ts';
import { serverNow } from '../../app/server-clock.ts';
import { useSession } from '../../app/session.tsx';
import { useIsPhone } from '../../app/use-is-phone.ts';
import { type PrintedSheet, PrintSheet } from '../../components/print-sheet.tsx';
import { scoreWords } from '../../components/score-text.tsx';
import { aheadText, spanText } from './ranking-place.tsx';
import type { AskedRanking } from './ranking-query.ts';

type Row = results.RankingRow;
type Ranking = ReturnType<typeof results.listRanking.response.parse>;

const PAGE = 200;
/** Sixty sheets: more than this nobody prints, and Excel does it better. */
const MOST = 2000;

interface RankingPrintProps {
  readonly periodId: string;
  readonly asked: AskedRanking;
  readonly title: string;
  /** What is on screen: the browser's own printing takes it as it is. */
  readonly shown: Ranking | undefined;
}

/** Prints the whole filtered list, not the page alone: fetched first, then handed to the browser. */
export function RankingPrint({ periodId, asked, title, shown }: RankingPrintProps) {
  const { notification } = App.useApp();
  const { bureau } = useSession();
  const phone = useIsPhone();
  const [busy, setBusy] = useState(false);
  const whole = useRef<readonly Row[] | null>(null);
  const print = async () => {
    setBusy(true);
    try {
      whole.current = await allRows(periodId, asked);
      window.print();
    } catch (error) {
      notification.error({ title: messages.failures.refused, description: words(error), duration: 8 });
    } finally {
      setBusy(false);
    }
  };
  // Some browsers return from print() while the dialog is still open: the rows wait for its end.
  const forget = () => {
    whole.current = null;
  };
  const sheet = (): PrintedSheet => ({
    title,
    unitLine: `填报单位：${bureau.name}考核办`,
    dateLine: `打印日期：${formatDay(dayOf(serverNow(), bureau.timeZone))}`,
    ...tableOf(shown, whole.current ?? shown?.items ?? []),
  });
  return (
    <>
      {!phone && (
        <Button icon={<PrinterOutlined />} loading={busy} onClick={() => void print()}>
          打印
        </Button>
      )}
      {shown && <PrintSheet sheet={sheet} onPrinted={forget} />}
    </>
  );
}

const noPlace = { rank: null, rankOf: null, shared: null };

function words(error: unknown): string {
  return error instanceof TooMany ? error.message : asRefusal(error).message;
}

class TooMany extends Error {}

async function allRows(periodId: string, asked: AskedRanking): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (let page = 1; ; page += 1) {
    const part = await call(results.listRanking, {
      params: { periodId },
      query: { ...asked, page, pageSize: PAGE },
    });
    if (part.total > MOST) {
      throw new TooMany(`共 ${part.total} 行，一次最多打印 ${MOST} 行。请先筛选，或导出 Excel 后打印。`);
    }
    rows.push(...part.items);
    if (part.items.length < PAGE || rows.length >= part.total) return rows;
  }
}

function tableOf(
  ranking: Ranking | undefined,
  rows: readonly Row[],
): Pick<PrintedSheet, 'headings' | 'rows' | 'notes'> {
  const officers = rows[0]?.subjectKind === 'officer';
  const part = ranking?.part ?? null;
  // Paper has no room for sixty items: modules, or the items where there is one module only.
  const modules = ranking?.modules ?? [];
  const byModule = modules.length > 1;
  const detail = rows.some((row) => row.items.length > 0)
    ? byModule
      ? modules
      : (ranking?.columns ?? []).slice(0, 10)
    : [];
  return {
    headings: [
      ...(part ? ['单项名次'] : ['名次']),
      officers ? '姓名' : '单位',
      officers ? '警号' : '机构代码',
      ...(officers ? ['所在单位'] : []),
      '序列',
      ...(part ? [`${part.name}得分`, '总分名次'] : []),
      '共',
      ...(part ? [] : ['领先其余']),
      part ? '总得分' : '得分',
      ...(ranking?.graded ? ['等次'] : []),
      ...detail.map(({ name }) => name),
    ],
    rows: rows.map((row) => [
      spanText(part ? (row.part ?? noPlace) : row),
      row.name,
      row.code,
      ...(officers ? [row.unitName] : []),
      row.sequenceName ?? '—',
      ...(part ? [row.part ? scoreWords(row.part.score) : '—', spanText(row)] : []),
      String((part ? row.part?.rankOf : row.rankOf) ?? '—'),
      ...(part ? [] : [aheadText(row)]),
      scoreWords(row.score),
      ...(ranking?.graded ? [row.grade?.name ?? '—'] : []),
      ...detail.map((_, at) => {
        const score = (byModule ? row.modules : row.items)[at];
        return score ? scoreWords(score) : '';
      }),
    ]),
    notes: [
      // The browser's own printing takes the page on screen; paper must not pass for the whole list.
      ...(ranking && ranking.total > rows.length
        ? [`本表只含所列 ${rows.length} 行，全部共 ${ranking.total} 行；打印全部请用排名页上的“打印”。`]
        : []),
      ...(part ? ['单项排名，不作等次依据。'] : []),
      ...(rows.some((row) => row.rankSuspended) ? ['名次写作“复议中”的，复议答复前暂不显示。'] : []),
      ...(detail.length > 0 && rows.some((row) => row.items.length === 0)
        ? ['分项得分空白的，不向打印人公开。']
        : []),
      ...(ranking?.tieRule ? [`${ranking.tieRule}。`] : []),
      '名次写作 2–3 的为并列，不可区分；不足 10 名的组不计“领先其余”。',
      '制表人：　　　　　　　　审核人：　　　　　　　　主要负责人：',
    ],
  };
}
