import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseInstant } from '../kernel/instant.ts';
import { APPEAL_ACTIONS, APPEAL_STATES, appealWorkflow } from './appeal-workflow.ts';
import { type FilingFacts, filingWorkflow, VERSION_ACTIONS, VERSION_STATES } from './filing-workflow.ts';
import {
  effectivePeriodState,
  isInTime,
  PERIOD_ACTIONS,
  PERIOD_STATES,
  type PeriodState,
  periodWorkflow,
} from './period-workflow.ts';
import { SUBMISSION_ACTIONS, SUBMISSION_STATES, submissionWorkflow } from './submission-workflow.ts';
import { actionsFrom, type TransitionOutcome, transition } from './transition.ts';

const why = { reason: '材料缺照片' };

test('§6 a period walks from draft to sealed through every stage, in order', () => {
  let state: PeriodState = 'draft';
  for (const action of ['open', 'closeSubmission', 'startReview', 'startNotice', 'seal'] as const) {
    const step: TransitionOutcome<PeriodState> = transition(periodWorkflow, state, action, {});
    if (!step.ok) throw new Error(step.reason);
    state = step.next;
  }
  expect(state).toBe('sealed');
});

test('§6 a period is reopened with a reason until it is sealed, never after', () => {
  for (const state of ['submissionClosed', 'reviewing', 'inNotice'] as const) {
    expect(transition(periodWorkflow, state, 'reopenSubmission', why)).toEqual({ ok: true, next: 'open' });
    expect(transition(periodWorkflow, state, 'reopenSubmission', { reason: ' ' }).ok).toBe(false);
  }
  for (const action of PERIOD_ACTIONS) {
    expect(transition(periodWorkflow, 'sealed', action, why).ok).toBe(false);
  }
  expect(actionsFrom(periodWorkflow, 'sealed')).toEqual([]);
});

test('§6 a refusal says the state and in which states the action may be done', () => {
  const refusal = transition(periodWorkflow, 'draft', 'seal', {});
  expect(refusal).toEqual({
    ok: false,
    reason: '周期现为“未开放”，不能封存；只有“公示中”时可以。请刷新后查看最新状态。',
  });
});

test('P8 the last instant of the deadline is in time and a millisecond later is late', () => {
  const deadline = parseInstant('2026-09-25T24:00:00+08:00') ?? Number.NaN;
  expect(isInTime(deadline, deadline)).toBe(true);
  expect(isInTime(deadline, deadline + 1)).toBe(false);
  expect(effectivePeriodState('open', deadline, deadline)).toBe('open');
  expect(effectivePeriodState('open', deadline, deadline + 1)).toBe('submissionClosed');
  expect(effectivePeriodState('draft', deadline, deadline + 1)).toBe('draft');
});

test('P6 work is returned with a reason and handed in again; accepted work is not touched again', () => {
  expect(transition(submissionWorkflow, 'submitted', 'return', {}).ok).toBe(false);
  expect(transition(submissionWorkflow, 'submitted', 'return', why)).toEqual({ ok: true, next: 'returned' });
  expect(transition(submissionWorkflow, 'returned', 'resubmit', {})).toEqual({ ok: true, next: 'submitted' });
  expect(actionsFrom(submissionWorkflow, 'accepted')).toEqual([]);
});

test('P7 an appeal is answered once, with reasons', () => {
  expect(transition(appealWorkflow, 'filed', 'uphold', {}).ok).toBe(false);
  expect(transition(appealWorkflow, 'filed', 'uphold', why)).toEqual({ ok: true, next: 'upheld' });
  expect(transition(appealWorkflow, 'upheld', 'dismiss', why).ok).toBe(false);
});

const frame: FilingFacts = { filing: 'required', unsettled: 0 };

test('Q6 a method that must be filed goes up, comes back with a reason or accepted, and only then is published', () => {
  expect(transition(filingWorkflow, 'draft', 'publish', frame)).toEqual({
    ok: false,
    reason: '本办法须先报上一级备案，备案通过后才能发布。请先“报送备案”。',
  });
  expect(transition(filingWorkflow, 'draft', 'submit', frame)).toEqual({ ok: true, next: 'submitted' });
  expect(transition(filingWorkflow, 'submitted', 'publish', frame).ok).toBe(false);
  expect(transition(filingWorkflow, 'submitted', 'return', frame)).toEqual({
    ok: false,
    reason: '须填写原因，当事人可以看到。',
  });
  expect(transition(filingWorkflow, 'submitted', 'return', { ...frame, ...why })).toEqual({
    ok: true,
    next: 'draft',
  });
  expect(transition(filingWorkflow, 'submitted', 'accept', frame)).toEqual({ ok: true, next: 'filed' });
  expect(transition(filingWorkflow, 'filed', 'publish', frame)).toEqual({ ok: true, next: 'published' });
  expect(transition(filingWorkflow, 'filed', 'withdraw', frame)).toEqual({ ok: true, next: 'draft' });
  expect(actionsFrom(filingWorkflow, 'published')).toEqual([]);
});

test('§16 a method without a frame that wants it is published straight away and has nothing to file', () => {
  const free: FilingFacts = { filing: 'none', unsettled: 0 };
  expect(transition(filingWorkflow, 'draft', 'publish', free)).toEqual({ ok: true, next: 'published' });
  expect(transition(filingWorkflow, 'draft', 'submit', free)).toEqual({
    ok: false,
    reason: '本办法无须备案，请直接发布。',
  });
});

test('§16 a text with a problem or an unanswered flag is neither sent up nor published', () => {
  const reason = '还有 1 处须改正的问题或未登记意见的提示，不能报送或发布。请逐项处理后再办。';
  const unsettled = { ...frame, unsettled: 1 };
  expect(transition(filingWorkflow, 'draft', 'submit', unsettled)).toEqual({ ok: false, reason });
  expect(transition(filingWorkflow, 'filed', 'publish', unsettled)).toEqual({ ok: false, reason });
  expect(transition(filingWorkflow, 'draft', 'publish', { filing: 'none', unsettled: 1 })).toEqual({
    ok: false,
    reason,
  });
});

test('X1 no table names two outcomes for the same state and action', () => {
  const tables = [
    { table: periodWorkflow, states: PERIOD_STATES, actions: PERIOD_ACTIONS },
    { table: submissionWorkflow, states: SUBMISSION_STATES, actions: SUBMISSION_ACTIONS },
    { table: appealWorkflow, states: APPEAL_STATES, actions: APPEAL_ACTIONS },
    { table: filingWorkflow, states: VERSION_STATES, actions: VERSION_ACTIONS },
  ];
  for (const { table, states, actions } of tables) {
    expect(Object.keys(table.states)).toEqual([...states]);
    const keys = table.rows.map((row) => `${row.from} ${row.action}`);
    expect(new Set(keys).size).toBe(keys.length);
    fc.assert(
      fc.property(fc.constantFrom(...states), fc.constantFrom(...actions), (state, action) => {
        const listed = keys.includes(`${state} ${action}`);
        const rows = table.rows as readonly { from: string; action: string; to: string }[];
        const outcome = transition(
          table as typeof periodWorkflow,
          state as never,
          action as never,
          {
            ...why,
            // A draft is published straight away only where no filing is wanted.
            filing: action === 'publish' && state === 'draft' ? 'none' : 'required',
            unsettled: 0,
          } as never,
        );
        expect(outcome.ok).toBe(listed);
        if (outcome.ok) {
          expect(rows.find((row) => row.from === state && row.action === action)?.to).toBe(outcome.next);
        }
      }),
    );
  }
});
