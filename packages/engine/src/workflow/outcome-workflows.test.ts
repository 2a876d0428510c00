import { expect, test } from 'vitest';
import { type ProposalFacts, proposalWorkflow } from './proposal-workflow.ts';
import { actionsFrom, transition } from './transition.ts';
import {
  isOwed,
  isUnfinished,
  WRITTEN_REVIEW_STATES,
  writtenReviewWorkflow,
} from './written-review-workflow.ts';

const why = { reason: '未写明整改措施' };
const sound: ProposalFacts = { evidence: 1, blocks: 0, overrideReason: null, reason: null };

test('P16 a written review goes from open through returned and handed in again to accepted', () => {
  expect(transition(writtenReviewWorkflow, 'open', 'handIn', {})).toEqual({ ok: true, next: 'handedIn' });
  expect(transition(writtenReviewWorkflow, 'handedIn', 'return', {}).ok).toBe(false);
  expect(transition(writtenReviewWorkflow, 'handedIn', 'return', why)).toEqual({
    ok: true,
    next: 'returned',
  });
  expect(transition(writtenReviewWorkflow, 'returned', 'handIn', {})).toEqual({ ok: true, next: 'handedIn' });
  expect(transition(writtenReviewWorkflow, 'handedIn', 'accept', {})).toEqual({ ok: true, next: 'accepted' });
  expect(actionsFrom(writtenReviewWorkflow, 'accepted')).toEqual([]);
});

test('P16 it falls away with a reason and can come back; what is accepted stays', () => {
  for (const state of ['open', 'handedIn', 'returned'] as const) {
    expect(transition(writtenReviewWorkflow, state, 'cancel', {}).ok).toBe(false);
    expect(transition(writtenReviewWorkflow, state, 'cancel', why)).toEqual({ ok: true, next: 'cancelled' });
  }
  expect(transition(writtenReviewWorkflow, 'accepted', 'cancel', why).ok).toBe(false);
  expect(transition(writtenReviewWorkflow, 'cancelled', 'reopen', why)).toEqual({ ok: true, next: 'open' });
  expect(WRITTEN_REVIEW_STATES.filter(isOwed)).toEqual(['open', 'returned']);
  expect(WRITTEN_REVIEW_STATES.filter(isUnfinished)).toEqual(['open', 'handedIn', 'returned']);
});

test('P17 a proposal without evidence is not submitted, and none is decided before', () => {
  expect(transition(proposalWorkflow, 'draft', 'submit', { ...sound, evidence: 0 }).ok).toBe(false);
  expect(transition(proposalWorkflow, 'draft', 'agree', sound).ok).toBe(false);
  expect(transition(proposalWorkflow, 'draft', 'submit', sound)).toEqual({ ok: true, next: 'submitted' });
  expect(transition(proposalWorkflow, 'submitted', 'decline', sound).ok).toBe(false);
  expect(transition(proposalWorkflow, 'submitted', 'decline', { ...sound, ...why })).toEqual({
    ok: true,
    next: 'notAgreed',
  });
  for (const end of ['agreed', 'notAgreed', 'withdrawn'] as const) {
    expect(actionsFrom(proposalWorkflow, end)).toEqual([]);
  }
});

test('P17 nobody in the last three is commended unless the committee says why', () => {
  const blocked = { ...sound, blocks: 1 };
  for (const [state, action] of [
    ['draft', 'submit'],
    ['submitted', 'agree'],
  ] as const) {
    const refused = transition(proposalWorkflow, state, action, blocked);
    expect(refused.ok ? '' : refused.reason).toContain('评优核查有 1 项不符合条件');
    expect(transition(proposalWorkflow, state, action, { ...blocked, overrideReason: ' ' }).ok).toBe(false);
    expect(transition(proposalWorkflow, state, action, { ...blocked, overrideReason: '抢险立功' }).ok).toBe(
      true,
    );
  }
});
