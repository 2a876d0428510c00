import { expect, test } from 'vitest';
import { planDefaults, planOf } from './plan-values.ts';

const values = { ...planDefaults, year: 2026 };

test('Q3 windows are typed as their last days, and a wrong day gives no plan', () => {
  expect(planOf({ ...values, form: 'quarters', ends: '03-15、06-15 09-15，12-01' })).toMatchObject({
    form: 'ends',
    kind: 'quarter',
    ends: ['03-15', '06-15', '09-15', '12-01'],
  });
  expect(planOf({ ...values, form: 'quarters', ends: '06-30 12-31' })).toMatchObject({ kind: 'half' });
  expect(planOf({ ...values, form: 'quarters', ends: '3-15' })).toBeNull();
});

test('P8 a special operation has a deadline of its own', () => {
  const special = {
    ...values,
    form: 'custom' as const,
    label: '夏季行动',
    from: '2026-06-25',
    to: '2026-09-30',
  };
  expect(planOf(special)).toBeNull();
  expect(planOf({ ...special, submitOn: '2026-09-30' })).toEqual({
    form: 'custom',
    periods: [
      {
        label: '夏季行动',
        kind: 'special',
        from: '2026-06-25',
        to: '2026-09-30',
        submitOn: '2026-09-30',
        reviewOn: '2026-10-05',
        reportOn: null,
      },
    ],
  });
});
