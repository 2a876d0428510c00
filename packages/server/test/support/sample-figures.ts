import type { FigureRow, Figures } from '../../src/modules/bulletins/figures/figures.ts';

const row = (more: Partial<FigureRow> & Pick<FigureRow, 'id' | 'name'>): FigureRow => ({
  kind: 'unit',
  unitName: more.name,
  sequence: 'station',
  group: null,
  state: 'scored',
  score: null,
  rank: null,
  previousRank: null,
  previousScore: null,
  modules: [],
  byPeriod: [],
  accepted: 1,
  ...more,
});
const unit = (id: string, score: string, rank: number, previousRank: number, previousScore: string) =>
  row({
    id,
    name: `${id}派出所`,
    score,
    rank,
    previousRank,
    previousScore,
    modules: [score, null],
    byPeriod: [score],
  });
const officer = (id: string, score: string, rank: number) =>
  row({
    id,
    name: id,
    kind: 'officer',
    unitName: '城东派出所',
    sequence: 'field',
    score,
    rank,
    accepted: rank < 3 ? 1 : 0,
  });

/** Six stations and three officers of one sealed September. */
export const sampleFigures: Figures = {
  issuer: '甲县公安局',
  label: '2026年9月',
  year: 2026,
  from: '2026-09-01',
  to: '2026-09-30',
  ruleSetName: '派出所目标考核办法',
  previousLabel: '2026年8月',
  redLine: { below: '60', kinds: ['officer'] },
  listPlaces: { first: 3, last: 3 },
  zeroList: { presentDays: 10 },
  digits: 2,
  modules: [
    { code: 'business', name: '业务工作' },
    { code: 'people', name: '队伍建设' },
  ],
  sequences: [
    { code: 'station', name: '派出所序列', kind: 'unit' },
    { code: 'field', name: '派出所民警序列', kind: 'officer' },
  ],
  sources: [
    {
      periodId: '00000000-0000-4000-8000-000000000001',
      label: '2026年9月',
      evaluationId: '00000000-0000-4000-8000-000000000002',
      sealNo: 12,
      sealHash: 'ab'.repeat(32),
      asOf: '2026-10-03T02:05:00.000Z',
      entryCount: 40,
    },
  ],
  rows: [
    unit('城东', '96.50', 1, 2, '95.00'),
    unit('城西', '93.00', 2, 1, '96.00'),
    unit('城南', '93.00', 2, 3, '92.00'),
    unit('城北', '90.25', 4, 6, '88.00'),
    unit('河东', '89.99', 5, 4, '91.00'),
    unit('河西', '85.10', 6, 5, '90.00'),
    row({ id: '新城', name: '新城派出所', state: 'exempt' }),
    officer('李某', '91.00', 1),
    officer('王某', '80.00', 2),
    officer('赵某', '59.99', 3),
  ],
  supervision: [
    { name: '城东派出所', issued: 4, opened: 3, reported: 10, accepted: 6, returned: 1, waiting: 3 },
    { name: '城西派出所', issued: 5, opened: 5, reported: 2, accepted: 2, returned: 0, waiting: 0 },
  ],
  history: [
    { label: '2026年8月', ranks: { 城东: 2, 城西: 1, 城南: 3 } },
    { label: '2026年9月', ranks: { 城东: 1, 城西: 2, 城南: 2 } },
  ],
  corrected: null,
  timeZone: 'Asia/Shanghai',
};
