import { LookTag } from '../../components/status-tag.tsx';
import type { VerificationState } from './use-verifications.ts';

/** How a verification came out, in one mark. */
export function VerificationMark({ state }: { readonly state: VerificationState | undefined }) {
  if (!state) return <span className="mj-quiet">未校验</span>;
  switch (state.kind) {
    case 'waiting':
      return <LookTag look="waiting" label="等待校验" />;
    case 'running':
      return <LookTag look="running" label="正在校验" />;
    case 'refused':
      return <LookTag look="refused" label="未能校验" />;
    case 'done':
      return state.verification.ok ? (
        <LookTag look="good" label="完好" />
      ) : (
        <LookTag look="redLine" label={`有 ${state.verification.findings.length} 处不一致`} />
      );
  }
}
