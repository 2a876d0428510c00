import type { bulletins } from '@mingji/contract';
import type { Figures } from '../figures/figures.ts';
import { rowsOf, sequencesFor, toldRank } from './figure-rows.ts';
import { sourceNote } from './source-note.ts';

type ChartBlock = Extract<bulletins.DocumentBlock, { type: 'chart' }>;
export type BuiltChart = Omit<ChartBlock, 'type' | 'key' | 'caption'>;
/** More bars than this are no picture any more. */
const MOST_BARS = 60;

/** The chart a block asks for: of one sequence, the first one unless another is named. */
export function buildChart(figures: Figures, data: bulletins.ChartSource): BuiltChart {
  const sequence = sequencesFor(figures, 'unit', data.sequenceCode)[0];
  const ranked = sequence ? rowsOf(figures, sequence).filter((row) => toldRank(row) !== null) : [];
  const note = sourceNote(figures);
  if (data.source === 'rankingBars') {
    const shown = ranked.slice(0, MOST_BARS);
    return {
      form: 'bars',
      measure: 'score',
      categories: shown.map(({ name }) => name),
      series: [{ name: '得分', values: shown.map(({ score }) => score) }],
      emptyText: shown.length === 0 ? '没有可画的得分。' : null,
      note,
    };
  }
  const shown = ranked.slice(0, data.places);
  const enough = figures.history.length > 1 && shown.length > 0;
  return {
    form: 'lines',
    measure: 'rank',
    categories: figures.history.map(({ label }) => label),
    series: shown.map(({ id, name }) => ({
      name,
      values: figures.history.map(({ ranks }) => {
        const rank = ranks[id];
        return rank === undefined ? null : String(rank);
      }),
    })),
    emptyText: enough ? null : '还没有可以比较的上一周期。',
    note,
  };
}
