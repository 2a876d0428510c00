import { expect, test } from 'vitest';
import { decision, QUOTA, routineRules } from '../test-support/routine-rules.ts';
import { entry, evaluated, factsOf, officer } from '../test-support/small-rule-set.ts';
import { quotaUse } from './quota-use.ts';

test('R4 a unit’s participants and used places are counted by the unit people belong to', () => {
  const subjects = [
    officer('a', { unit: 'u' }),
    officer('b', { unit: 'u' }),
    officer('c', { unit: 'u' }),
    officer('d', { unit: 'v' }),
    officer('e'),
  ];
  const result = evaluated(
    routineRules({ quota: QUOTA }),
    factsOf(
      subjects.map(({ id }) => entry('points', { subject: id, quantity: '95' })),
      {
        subjects,
        statuses: [{ subject: 'c', status: 'lent', host: 'v' }],
        gradeDecisions: ['a', 'b', 'e'].map((subject) =>
          decision('nomination', '好', undefined, { subject }),
        ),
      },
    ),
  );
  expect([...quotaUse(subjects, result.grades)]).toEqual([
    ['u', { participants: 2, used: 2 }],
    ['v', { participants: 1, used: 0 }],
  ]);
  expect(quotaUse([], result.grades).size).toBe(0);
});
