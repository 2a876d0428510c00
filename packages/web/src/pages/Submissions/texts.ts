import type { submissions } from '@mingji/contract';
import { submissionWorkflow } from '@mingji/engine';
import type { StatusLook, StatusMap } from '../../components/status-tag.tsx';

type State = submissions.SubmissionView['state'];
const { states } = submissionWorkflow;
export const submissionStates: StatusMap<State> = {
  submitted: { label: states.submitted, look: 'waiting' },
  returned: { label: states.returned, look: 'returned' },
  accepted: { label: states.accepted, look: 'good' },
  withdrawn: { label: states.withdrawn, look: 'ended' },
};

const looks: Readonly<Record<string, StatusLook>> = {
  submit: 'running',
  resubmit: 'running',
  accept: 'good',
  acceptOnAppeal: 'good',
  return: 'returned',
  withdraw: 'ended',
  appeal: 'waiting',
  file: 'waiting',
  uphold: 'good',
  upholdPartly: 'good',
  dismiss: 'refused',
  fileSecond: 'waiting',
  recuse: 'ended',
  askRecusal: 'waiting',
  grantRecusal: 'ended',
  refuseRecusal: 'refused',
  assign: 'running',
};
export function lookOf(action: string): StatusLook {
  return looks[action] ?? 'draft';
}

/** 2 处, 12/40 户: the quantity with its measure word. */
export function quantityText(row: {
  readonly quantity: string | null;
  readonly ofQuantity: string | null;
  readonly measureUnit: string | null;
}): string {
  if (row.quantity === null) return '';
  const of = row.ofQuantity === null ? '' : `/${row.ofQuantity}`;
  return `${row.quantity}${of} ${row.measureUnit ?? ''}`.trim();
}
