import type { appeals } from '@mingji/contract';
import { appealWorkflow } from '@mingji/engine';
import type { StatusMap } from '../../components/status-tag.tsx';

const { states } = appealWorkflow;
export const appealStates: StatusMap<appeals.AppealView['state']> = {
  filed: { label: states.filed, look: 'waiting' },
  upheld: { label: states.upheld, look: 'good' },
  partlyUpheld: { label: states.partlyUpheld, look: 'good' },
  dismissed: { label: states.dismissed, look: 'refused' },
  withdrawn: { label: states.withdrawn, look: 'ended' },
  lapsed: { label: states.lapsed, look: 'ended' },
};
export const recusalStates: StatusMap<appeals.RecusalView['state']> = {
  asked: { label: '待决定', look: 'waiting' },
  granted: { label: '已回避', look: 'ended' },
  refused: { label: '不同意', look: 'refused' },
};
