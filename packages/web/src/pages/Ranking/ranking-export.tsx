import { DownloadOutlined } from '@ant-design/icons';
import { results } from '@mingji/contract';
import { useAbility } from '../../app/session.tsx';
import { DownloadButton } from '../../components/download-button.tsx';
import type { RankedPeriod } from './ranked-periods.ts';
import { periodWords } from './ranking-head.tsx';
import type { AskedRanking } from './ranking-query.ts';

interface RankingExportProps {
  readonly period: RankedPeriod;
  readonly asked: AskedRanking;
  readonly title: string;
}

/** All rows of the filter, with modules and items: the numbers of table and pictures alike. */
export function RankingExport({ period, asked, title }: RankingExportProps) {
  const may = useAbility('result.export');
  if (!may) return null;
  return (
    <DownloadButton
      endpoint={results.exportRanking}
      args={{ params: { periodId: period.id }, query: asked }}
      fileName={`${title} ${periodWords(period)}.xlsx`}
      icon={<DownloadOutlined />}
    >
      导出
    </DownloadButton>
  );
}
