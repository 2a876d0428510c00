import { expect, test } from 'vitest';
import { INVOLVEMENTS, involvementRefusal } from './appeal-involvement.ts';
import { APPEAL_STATES, appealWorkflow, mayGoFurther } from './appeal-workflow.ts';
import { actionsFrom, transition } from './transition.ts';

test('P7 an open appeal is granted, granted in part, dismissed or withdrawn; what is answered stays answered', () => {
  expect(actionsFrom(appealWorkflow, 'filed')).toEqual([
    'uphold',
    'upholdPartly',
    'dismiss',
    'withdraw',
    'lapse',
  ]);
  for (const state of APPEAL_STATES.filter((each) => each !== 'filed')) {
    expect(actionsFrom(appealWorkflow, state)).toEqual([]);
  }
});

test('P7 granting in part is explained like every other answer', () => {
  expect(transition(appealWorkflow, 'filed', 'upholdPartly', { reason: ' ' })).toMatchObject({ ok: false });
  expect(transition(appealWorkflow, 'filed', 'upholdPartly', { reason: '一次属实' })).toEqual({
    ok: true,
    next: 'partlyUpheld',
  });
});

test('P7 only what was not granted in full goes to the second instance', () => {
  expect(APPEAL_STATES.filter(mayGoFurther)).toEqual(['partlyUpheld', 'dismissed']);
});

test('§13 of several reasons against an answerer the plainest is told, and none means none', () => {
  expect(involvementRefusal([])).toBeNull();
  expect(involvementRefusal(['recused', 'scorer'])).toBe(`${INVOLVEMENTS.scorer}，请由其他人员答复。`);
});
