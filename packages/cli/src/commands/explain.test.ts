import { expect, test } from 'vitest';
import { handbookExample } from '../test-support/handbook-example.ts';
import { runCommand } from '../test-support/run-command.ts';
import { explainCommand } from './explain.ts';

const files = handbookExample;
const run = (argv: readonly string[], own: Readonly<Record<string, string>> = files, stdin = '') =>
  runCommand(explainCommand, argv, { files: own, stdin });

interface Explained {
  readonly subject: string;
  readonly state: string;
  readonly score: string | null;
  readonly sentences: readonly string[];
  readonly lines: readonly {
    readonly text: string;
    readonly sentence: boolean;
    readonly value: string | null;
  }[];
}
const explained = async (argv: readonly string[]): Promise<readonly Explained[]> =>
  (await run(['r.yaml', 'f.json', ...argv])).json().subjects;

test('X1 every subject is told in sentences, with the steps as lines and decimals as text', async () => {
  const subjects = await explained([]);
  expect(subjects.map(({ subject, state, score }) => [subject, state, score])).toEqual([
    ['east', 'scored', '91.05'],
    ['new', 'notScored', null],
    ['west', 'scored', '99'],
  ]);
  const [east, fresh] = subjects;
  expect(east?.sentences[0]).toContain('得 91.05 分');
  expect(east?.sentences.length).toBeGreaterThan(2);
  expect(east?.lines.filter((line) => line.sentence).map((line) => line.text)).toEqual(east?.sentences);
  expect(east?.lines[0]?.value).toBe('91.05');
  expect(fresh?.sentences[0]).toContain('尚未评分');
});

test('X1 one subject, several, or one indicator can be asked for', async () => {
  const names = async (argv: readonly string[]) => (await explained(argv)).map((each) => each.subject);
  expect(await names(['--subject', 'west'])).toEqual(['west']);
  expect(await names(['--subject', 'west', '--subject', 'east'])).toEqual(['east', 'west']);
  const [east] = await explained(['--subject', 'east', '--indicator', 'files']);
  expect(east?.sentences).toEqual(['案卷评查扣 2.6 分（3 处瑕疵 ×0.2，1 份不合格卷 ×2）']);
  const facts = JSON.parse(files['f.json']);
  for (const subject of facts.subjects) if (subject.id === 'new') subject.status = 'exempt';
  facts.entries = facts.entries.filter((each: { subject: string }) => each.subject !== 'new');
  const own = { ...files, 'f.json': JSON.stringify(facts) };
  const exempt = await run(['r.yaml', 'f.json', '--subject', 'new', '--indicator', 'files'], own);
  expect(exempt.json().subjects).toEqual([
    { subject: 'new', state: 'exempt', score: null, sentences: [], lines: [] },
  ]);
});

test.each([
  [['--subject', 'nobody'], 'subjectUnknown', '“nobody”'],
  [['--indicator', 'nothing'], 'indicatorUnknown', '“nothing”'],
])('X1 %j is refused, because it is not there', async (argv, code, named) => {
  const { code: exit, json } = await run(['r.yaml', 'f.json', ...argv]);
  expect(exit).toBe(1);
  expect(json()).toMatchObject({ code, message: expect.stringContaining(named) });
});

test.each([
  ['r.yaml', 'totalMarks: 100', 'totalMarks: 99', 'marksDoNotSum'],
  ['f.json', '{', '[', 'fileMalformed'],
  ['f.json', '"subjects"', '"people"', 'fieldUnknown'],
] as const)('X1 a fault in %s (%s → %s) is refused as evaluate refuses it', async (file, from, to, code) => {
  const own = { ...files, [file]: files[file].replace(from, to) };
  const { code: exit, json } = await run(['r.yaml', 'f.json'], own);
  expect(exit).toBe(1);
  expect(json().refusals.map((each: { code: string }) => each.code)).toContain(code);
});

test.each([
  [[]],
  [['r.yaml']],
  [['r.yaml', 'f.json', 'more']],
  [['r.yaml', 'f.json', '--what']],
  [['r.yaml', 'f.json', '--subject']],
  [['r.yaml', 'f.json', '--subject', '']],
  [['r.yaml', 'f.json', '--indicator', 'a', '--indicator', 'b']],
  [['r.yaml', 'f.json', '--upper']],
  [['-', '-']],
])('X1 wrong usage %j says how to use it, and exit code 2', async (argv) => {
  const result = await run(argv);
  expect([result.code, result.out]).toEqual([2, '']);
  expect(result.err).toContain('用法：mingji explain');
});

test('X1 --help shows the usage, and a file may come from standard input', async () => {
  const help = await run(['--help']);
  expect([help.code, help.err]).toEqual([0, '']);
  expect(help.out).toContain('用法：mingji explain');
  const piped = await run(['r.yaml', '-', '--subject', 'west'], files, files['f.json']);
  expect(piped.code).toBe(0);
  expect(piped.json().subjects[0].score).toBe('99');
});
