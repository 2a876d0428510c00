import { expect, test } from 'vitest';
import { duplicateKey } from './duplicate-key.ts';
import { readData } from './read-data.ts';

test.each([
  ['{"a":1,"a":2}', 'a', 7],
  ['{"a":{"b":1},"c":2,"a":3}', 'a', 19],
  ['{"x":[{"a":1},{"a":2,"a":3}]}', 'a', 21],
  ['{ "a" : "\\\\" , "a" : 1 }', 'a', 15],
  ['{"a":1,"\\u0061":2}', 'a', 7],
  ['{"":1,"":2}', '', 6],
  ['{"__proto__":1,"__proto__":2}', '__proto__', 15],
  ['{"a":["a","b"],"b":{"a":1},"b":0}', 'b', 27],
])('§1 a field written twice is found: %s', (text, key, offset) => {
  expect(duplicateKey(text)).toEqual({ key, offset });
});

test.each([
  '{"a":1,"b":2}',
  '{"a":{"a":{"a":1}},"b":[{"a":1},{"a":1}]}',
  '["a","a",{"a":"a","b":"a"},"a"]',
  '{"a":"x\\",\\"a\\":1","b":"{\\"b\\":1,"}',
  '{"a":[1,2,"a"],"A":1}',
  '{"a":[],"b":{},"c":1}',
  '"a"',
  '12',
])('§1 a field written once is not: %s', (text) => {
  expect(duplicateKey(text)).toBeNull();
});

test.each([2, 32, 33, 34, 40])('§1 a wide object of %i fields is looked through to its end', (width) => {
  const fields = Array.from({ length: width }, (_, at) => `"k${at}":${at}`);
  expect(duplicateKey(`{${fields.join(',')}}`)).toBeNull();
  for (const again of [0, width - 1]) {
    const text = `{${fields.join(',')},"k${again}":0}`;
    expect(duplicateKey(text)).toEqual({ key: `k${again}`, offset: text.lastIndexOf(`"k${again}"`) });
  }
});

test('X7 a JSON file with a field written twice is refused with its place, never computed with the last of them', () => {
  expect(readData('{"rate":"0.4",\n "rate":"0.9"}', 'x.json')).toEqual({
    ok: false,
    refusals: [
      {
        code: 'fileMalformed',
        path: 'x.json',
        message: 'x.json 不是规范的 JSON：第 2 行第 2 列同一个字段“rate”写了两次',
        line: 2,
        column: 2,
      },
    ],
  });
});
