import type { simulations } from '@mingji/contract';
import { Alert, Progress } from 'antd';

/** A trial under way, or why it did not finish. */
export function SimulationState({ simulation }: { readonly simulation: simulations.SimulationView }) {
  if (simulation.state === 'failed') {
    return <Alert type="error" showIcon title="试算没有完成" description={simulation.failure} />;
  }
  const { doneSteps, totalSteps, step } = simulation;
  return (
    <div role="status">
      <Progress percent={totalSteps > 0 ? Math.round((doneSteps / totalSteps) * 100) : 0} status="active" />
      <p className="mj-quiet" style={{ margin: '4px 0 0' }}>
        {step ?? '等待试算'}……可以离开本页，回来仍能看到进度。
      </p>
    </div>
  );
}
