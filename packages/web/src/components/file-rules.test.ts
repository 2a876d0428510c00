import { expect, test } from 'vitest';
import { evidenceRules, fileProblem } from './file-rules.ts';

const megabyte = 1024 * 1024;

test('P6 what the server would refuse is told before the upload', () => {
  const told = (name: string, size: number, already = 0) =>
    fileProblem({ name, size }, already, evidenceRules);
  expect(told('现场.JPG', megabyte)).toBeNull();
  expect(told('现场.jpg', 20 * megabyte + 1)).toContain('20 MB');
  expect(told('脚本.exe', 10)).toContain('类型不支持');
  expect(told('没有后缀', 10)).toContain('类型不支持');
  expect(told('空.pdf', 0)).toContain('空文件');
  expect(told('现场.jpg', 10, 20)).toContain('最多上传 20 个');
});
