import { expect, test } from 'vitest';
import { messages } from './messages.ts';

const files = import.meta.glob<string>('../**/*.{ts,tsx}', { query: '?raw', import: 'default', eager: true });
const sources = Object.entries(files)
  .filter(([name]) => !/\.test\.tsx?$/.test(name))
  .map(([name, text]) => ({ name, text }));

test('Look every text of the catalogue is shown somewhere', () => {
  const all = sources
    .filter(({ name }) => !name.endsWith('/messages.ts'))
    .map(({ text }) => text)
    .join('\n');
  const idle = Object.entries(messages).flatMap(([group, texts]) =>
    typeof texts === 'string'
      ? all.includes(`messages.${group}`)
        ? []
        : [group]
      : Object.keys(texts)
          .map((key) => `${group}.${key}`)
          .filter((path) => !all.includes(`messages.${path}`) && !all.includes(`messages.${group}[`)),
  );
  expect(idle).toEqual([]);
});

test('Look the shared texts carry Chinese punctuation', () => {
  const half = sources
    .filter(({ name }) => !name.includes('/pages/'))
    .flatMap(({ name, text }) =>
      text
        .split('\n')
        .filter(
          (line) =>
            !/^\s*(\*|\/\/|\/\*)/.test(line) && /[\u4e00-\u9fff][,;?!:](?=[\u4e00-\u9fff])/.test(line),
        )
        .map((line) => `${name}: ${line.trim()}`),
    );
  expect(half).toEqual([]);
});
