import { expect, test } from 'vitest';
import { placesIn } from './locate.ts';
import { readData } from './read-data.ts';

const value = (text: string, path = 'x.yaml') => {
  const result = readData(text, path);
  return result.ok ? result.value : result.refusals[0];
};

test('§1 a number keeps the digits it was written with, in YAML and in JSON', () => {
  expect(value('a: 0.10\nb: -0\nc: 1e3\nd: 12345678901234567890.5\ne: "1"\nf: true\ng: ~\n')).toEqual({
    a: '0.10',
    b: '-0',
    c: '1e3',
    d: '12345678901234567890.5',
    e: '1',
    f: true,
    g: null,
  });
  expect(value('{"a":0.10,"b":[1.0],"c":"1","d":null}', 'x.json')).toEqual({
    a: '0.10',
    b: ['1.0'],
    c: '1',
    d: null,
  });
  expect(value('{"a":1}', '-')).toEqual({ a: '1' });
});

test('X7 a malformed text is refused with its place where it is known', () => {
  expect(value('a: 1\nb: [1\n')).toMatchObject({ code: 'fileMalformed', path: 'x.yaml', line: 3, column: 1 });
  expect(value('a: 1\na: 2\n')).toMatchObject({ code: 'fileMalformed', line: 2, column: 1 });
  expect(value('{"a":1,\n "b" 2}', 'x.json')).toMatchObject({ code: 'fileMalformed', line: 2, column: 6 });
  expect(value('{', 'x.json')).toMatchObject({ message: expect.stringContaining('x.json 不是规范的 JSON') });
  expect(value('', 'x.json')).toMatchObject({ message: 'x.json 不是规范的 JSON：内容是空的' });
});

test.each([
  ['a: 1\n\tb: 2\n', '第 2 行第 1 列缩进须用空格，不能用制表符'],
  ['a: b: c\n', '第 1 行第 4 列一行里写了两个“键: 值”'],
  ['a: 1\na: 2\n', '第 2 行第 1 列同一个字段写了两次'],
  ['a: "1\n', '缺少符号：引号、括号没有成对'],
  ['a: @b\n', '以这个符号开头的文字须加引号'],
  ['a: 1\nb: !x 2\n', '第 2 行第 4 列不认识这个标记，请去掉感叹号'],
  ['a: !!js/function "x"\n', '第 1 行第 4 列不认识这个标记'],
  ['a: 1\n---\nb: 1\n', 'YAML'],
])('X7 what is wrong with YAML is told in words', (text, message) => {
  expect(value(text)).toMatchObject({ message: expect.stringContaining(message) });
});

test('X7 a text that would fill the memory is refused', () => {
  const bomb = `a: &a [1,1,1,1,1,1,1,1,1]\nb: &b [*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c]\n`;
  expect(value(bomb)).toMatchObject({ code: 'fileMalformed', message: expect.stringContaining('引用') });
  for (const circle of ['a: &a [*a]\n', 'a: &a\n  b: { c: *a }\n'])
    expect(value(circle)).toMatchObject({
      code: 'fileMalformed',
      message: expect.stringContaining('循环的引用'),
    });
  expect(value('a: &a [1]\nb: [*a, *a]\n')).toEqual({ a: ['1'], b: [['1'], ['1']] });
  const deep = { code: 'fileMalformed', message: expect.stringContaining('嵌套层次过深') };
  expect(value('['.repeat(1_000_000))).toMatchObject(deep);
  expect(value(`${'[{a: '.repeat(51)}1${'}]'.repeat(51)}`)).toMatchObject(deep);
  expect(value(`${'- '.repeat(100)}x`)).toMatchObject(deep);
  expect(value(`${'['.repeat(100)}1${']'.repeat(100)}`)).toBeInstanceOf(Array);
  expect(value('['.repeat(1_000_000), 'x.json')).toMatchObject({ code: 'fileMalformed' });
});

const text = `format: x
modules:
  - code: m
    items:
      - { code: p, marks: 1 }
      - code: q
        marks: 2
entries: [{ id: e-17, points: 1 }]
clauses:
  - id: "3.1"
    text: 条款
`;

test.each([
  ['', 1, 1],
  ['format', 1, 1],
  ['modules', 2, 1],
  ['modules[0]', 3, 5],
  ['modules[0].items[0].marks', 5, 20],
  ['modules[0].items[1].marks', 7, 9],
  ['modules[m].items[q].marks', 7, 9],
  ['modules[m].items[q].cap', 6, 9],
  ['modules[m].items[q].marks.more', 7, 9],
  ['modules[m].items[z].marks', 4, 5],
  ['modules[7].code', 2, 1],
  ['entries[e-17].points', 8, 23],
  ['clauses[3.1].text', 11, 5],
  ['nothing.at.all', 1, 1],
])('X7 the place of “%s” is line %i, column %i', (path, line, column) => {
  expect(placesIn(text)(path)).toEqual({ line, column });
});

test('X7 JSON has places too; a broken or a very long text has none', () => {
  expect(placesIn('{\n  "a": {\n    "b": 1 } }')('a.b')).toEqual({ line: 3, column: 5 });
  expect(placesIn('a: [')('a')).toBeUndefined();
  expect(placesIn(`a: 1\n${'#'.repeat(4_000_000)}`)('a')).toBeUndefined();
});
