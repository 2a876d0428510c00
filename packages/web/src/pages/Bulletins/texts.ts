import { bulletins } from '@mingji/contract';
import { bulletinWorkflow } from '@mingji/engine';
import type { StatusLook, StatusMap } from '../../components/status-tag.tsx';

const { states } = bulletinWorkflow;
export const bulletinStates: StatusMap<bulletins.BulletinRow['state']> = {
  draft: { label: states.draft, look: 'draft' },
  submitted: { label: states.submitted, look: 'waiting' },
  approved: { label: states.approved, look: 'running' },
  published: { label: states.published, look: 'good' },
  discarded: { label: states.discarded, look: 'ended' },
};

export const kindOptions = Object.entries(bulletins.bulletinKinds).map(([value, label]) => ({
  value,
  label,
}));

const looks: Readonly<Record<string, StatusLook>> = {
  create: 'draft',
  submit: 'waiting',
  return: 'returned',
  withdraw: 'ended',
  discard: 'ended',
};
export const lookOf = (action: string): StatusLook => looks[action] ?? 'good';

/** What changes when a bulletin moves. */
export const readsOfBulletins = [bulletins.getBulletin, bulletins.listBulletins, bulletins.getDraft] as const;
