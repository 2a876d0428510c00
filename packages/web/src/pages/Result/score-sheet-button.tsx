import { DownloadOutlined } from '@ant-design/icons';
import { results } from '@mingji/contract';
import { useAbility } from '../../app/session.tsx';
import { DownloadButton } from '../../components/download-button.tsx';
import type { SubjectAt } from './subject-at.ts';

/** The score sheet as Excel: every item, every line of the explanation, for print and signature. */
export function ScoreSheetButton({ at, name }: { readonly at: SubjectAt; readonly name: string }) {
  const may = useAbility('result.export');
  if (!may) return null;
  return (
    <DownloadButton
      endpoint={results.exportScoreSheet}
      args={{ params: at }}
      fileName={`${name}成绩单.xlsx`}
      icon={<DownloadOutlined />}
    >
      导出成绩单
    </DownloadButton>
  );
}
