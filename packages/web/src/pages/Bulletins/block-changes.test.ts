import { bulletins } from '@mingji/contract';
import { expect, test } from 'vitest';
import {
  type BlockType,
  blockTypes,
  insertAfter,
  insertText,
  moveBy,
  newBlock,
  removeAt,
} from './block-changes.ts';

const paragraph = (key: string): bulletins.BulletinBlock => ({ type: 'paragraph', key, text: key });
const keys = (blocks: readonly bulletins.BulletinBlock[]) => blocks.map(({ key }) => key);
const three = ['a', 'b', 'c'].map(paragraph);

test('P15 blocks are moved, inserted and removed without losing another', () => {
  expect(keys(moveBy(three, 0, 1))).toEqual(['b', 'a', 'c']);
  expect(keys(moveBy(three, 0, -1))).toEqual(['a', 'b', 'c']);
  expect(keys(moveBy(three, 2, 1))).toEqual(['a', 'b', 'c']);
  expect(keys(insertAfter(three, 0, 'heading'))).toEqual(['a', 'b4', 'b', 'c']);
  expect(keys(insertAfter(three, -1, 'heading'))[0]).toBe('b4');
  expect(keys(removeAt(three, 1))).toEqual(['a', 'c']);
});

test('P15 a new block has a key of its own and is one the server takes', () => {
  const taken = [paragraph('b2'), paragraph('x')];
  for (const type of Object.keys(blockTypes) as BlockType[]) {
    const block = newBlock(type, taken);
    expect(keys(taken)).not.toContain(block.key);
    expect(bulletins.bulletinBlock.safeParse(block).success).toBe(true);
  }
  expect(newBlock('paragraph', [paragraph('b2')]).key).toBe('b3');
});

test('P15 a data item goes to the caret, or takes the place of what is marked', () => {
  expect(insertText('平均分', 2, 2, '{平均分}')).toBe('平均{平均分}分');
  expect(insertText('平均90分', 2, 4, '{平均分}')).toBe('平均{平均分}分');
});
