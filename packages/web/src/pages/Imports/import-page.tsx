import { imports } from '@mingji/contract';
import { useParams } from '@tanstack/react-router';
import { Steps } from 'antd';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useIsPhone } from '../../app/use-is-phone.ts';
import { useSearch } from '../../app/use-search.ts';
import { ErrorState } from '../../components/error-state.tsx';
import { LoadingState } from '../../components/loading-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { AbandonButton } from './batch-actions.tsx';
import { ColumnsStep } from './columns-step.tsx';
import { ConfirmStep } from './confirm-step.tsx';
import styles from './imports.module.css';
import { RowsStep } from './rows-step.tsx';
import { batchStates, type StepKey, steps, texts } from './texts.ts';

/** One file on its way: columns, rows, confirm. Can be left and found again at any step. */
export function ImportPage() {
  const { batchId } = useParams({ strict: false }) as { batchId: string };
  const [search, change] = useSearch();
  const phone = useIsPhone();
  const read = useEndpoint(imports.getImport, { params: { batchId } }, { keepPrevious: true });
  if (read.error && !read.data) return <ErrorState error={read.error} onRetry={() => void read.refetch()} />;
  if (!read.data) return <LoadingState text="正在读取文件、逐行核对……" />;
  const { batch } = read.data;
  const step = stepOf(search.step, batch);
  const at = steps.findIndex(({ key }) => key === step);
  const go = (next: StepKey) =>
    change({ step: next, page: null, verdict: null, only: null, problem: null, section: null }, 'push');
  return (
    <>
      <PageHeader
        trail={[{ title: texts.title, to: '/imports' }]}
        title={
          <>
            {batch.number ?? batch.file.name} <StatusTag map={batchStates} state={batch.state} />
          </>
        }
        description={`${imports.importKindLabels[batch.kind]}，导入到“${batch.unit.name}”，${batch.createdByName} 上传${batch.number ? `的 ${batch.file.name}` : ''}`}
        more={batch.state === 'judged' && <AbandonButton batch={batch} />}
      />
      {phone ? (
        <p className={styles.steps}>
          第 {at + 1} 步，共 {steps.length} 步：<strong>{steps[at]?.title}</strong>
        </p>
      ) : (
        <div className={styles.steps}>
          <Steps
            size="small"
            current={at}
            onChange={(index) => {
              const next = steps[index]?.key;
              if (next && next !== 'upload') go(next);
            }}
            items={steps.map(({ key, title }) => ({
              title,
              disabled: key === 'upload' || (key === 'columns' && batch.state !== 'judged'),
            }))}
          />
        </div>
      )}
      {step === 'columns' && <ColumnsStep batch={batch} onNext={() => go('rows')} />}
      {step === 'rows' && <RowsStep batch={batch} onNext={() => go('confirm')} />}
      {step === 'confirm' && <ConfirmStep batch={batch} onGo={go} />}
    </>
  );
}

/** Where one begins: at the columns while they are wrong, at the result when it is done, else at the rows. */
function stepOf(asked: string | undefined, batch: imports.ImportBatch): StepKey {
  const known = steps.find(({ key }) => key === asked && key !== 'upload');
  if (known && !(known.key === 'columns' && batch.state !== 'judged')) return known.key;
  if (batch.state !== 'judged') return 'confirm';
  return asked === undefined ? 'columns' : 'rows';
}
