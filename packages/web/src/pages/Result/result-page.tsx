import { results } from '@mingji/contract';
import { useParams } from '@tanstack/react-router';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { ErrorState } from '../../components/error-state.tsx';
import { LoadingState } from '../../components/loading-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { ResultHistory } from './result-history.tsx';
import { ResultPanel } from './result-panel.tsx';
import { ScoreSheetButton } from './score-sheet-button.tsx';
import { SealProof } from './seal-proof.tsx';
import type { SubjectAt } from './subject-at.ts';
import { UnitDevelopment } from './unit-development.tsx';

/** One subject in one period: the number, where it comes from, and how it was before. */
export function ResultPage() {
  const params = useParams({ strict: false }) as unknown as Partial<SubjectAt>;
  const { periodId = '', subjectId = '' } = params;
  const at: SubjectAt = {
    periodId,
    subjectKind: params.subjectKind === 'unit' ? 'unit' : 'officer',
    subjectId,
  };
  // The panel reads the same endpoint; both share one answer.
  const query = useEndpoint(results.getResult, { params: at });
  if (query.error && !query.data) {
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  }
  if (!query.data) return <LoadingState text="正在由台账重新计算……" />;
  const { subject, period, ruleSet } = query.data;
  const who = subject.kind === 'unit' ? subject.name : `${subject.name}（${subject.code}）`;
  return (
    <>
      <PageHeader
        title={`${who} ${period.label}成绩`}
        description={subject.kind === 'unit' ? ruleSet.name : `${subject.unitName} · ${ruleSet.name}`}
        trail={[{ title: '排名', to: '/ranking' }]}
        more={period.sealed && <SealProof at={at} />}
        action={<ScoreSheetButton at={at} name={`${period.label}${subject.name}`} />}
      />
      <ResultPanel at={at} aside={<ResultHistory at={at} ruleSetName={ruleSet.name} />} />
      {subject.kind === 'unit' && <UnitDevelopment periodId={periodId} unitId={subject.id} />}
    </>
  );
}
