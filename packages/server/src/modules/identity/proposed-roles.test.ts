import { expect, test } from 'vitest';
import { proposedRoles } from './proposed-roles.ts';

test.each(['所长', '教导员', '大队长', '主任', '支队长', '政委', '城东派出所所长'])(
  'Identity a serving %s is proposed as head of the unit',
  (position) => {
    expect(proposedRoles({ position, atRoot: false })).toEqual(['officer', 'unitHead']);
  },
);

test.each(['民警', '辅警', '副所长', '副大队长', '副主任', '副教导员', ''])(
  'Identity a serving %s is proposed as officer only',
  (position) => {
    expect(proposedRoles({ position, atRoot: false })).toEqual(['officer']);
  },
);

test('Identity whoever serves at the bureau itself heads no unit by position', () => {
  expect(proposedRoles({ position: '主任', atRoot: true })).toEqual(['officer']);
});
