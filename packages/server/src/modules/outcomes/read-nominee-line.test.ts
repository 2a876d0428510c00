import { expect, test } from 'vitest';
import { readNomineeLine } from './read-nominee-line.ts';

const read = (line: string) => {
  const { number, names } = readNomineeLine(line);
  return [number, ...names];
};

test('P17 a nominee is written as number, name, or both, in any order and width', () => {
  expect(read('张三')).toEqual([null, '张三']);
  expect(read('900123 张三')).toEqual(['900123', '张三']);
  expect(read('张三（９００１２３）')).toEqual(['900123', '张三']);
  expect(read('900123')).toEqual(['900123']);
  expect(read('320106000000')).toEqual(['320106000000']);
});

test('P17 spaces inside a name and the place in a list are no part of it', () => {
  expect(read('张 三')).toEqual([null, '张', '三', '张三']);
  expect(read('3、李四')).toEqual([null, '李四']);
  expect(read('12. 李四\t城东派出所')).toEqual([null, '李四', '城东派出所', '李四城东派出所']);
  expect(read('1.王五')).toEqual([null, '王五']);
});
