import { type ReactNode, useMemo } from 'react';
import { colours } from '../app/theme.ts';
import { ChartCanvas } from './chart-canvas.tsx';
import { ChartFrame } from './chart-frame.tsx';
import { type ChartSeries, plotted, seriesInWords, tableRows } from './chart-series.ts';
import { palette, symbols } from './palette.ts';

export interface LineChartProps {
  readonly title: string;
  /** What the names are: 周期, 日期. */
  readonly nameHeading: string;
  readonly names: readonly string[];
  readonly series: readonly ChartSeries[];
  /** `rank`: 1 stands on top. */
  readonly scale?: 'value' | 'rank';
  readonly height?: number;
  readonly extra?: ReactNode;
}

export function LineChart(props: LineChartProps) {
  const { title, names, series, scale = 'value', height = 300 } = props;
  const option = useMemo(
    () => ({
      color: palette,
      grid: { left: 8, right: 24, top: series.length > 1 ? 36 : 16, bottom: 8, containLabel: true },
      tooltip: { trigger: 'axis' },
      legend: series.length > 1 ? { type: 'scroll', top: 0 } : undefined,
      xAxis: { type: 'category', data: [...names], axisLabel: { color: colours.text } },
      yAxis: {
        type: 'value',
        scale: true,
        ...(scale === 'rank' ? { inverse: true, min: 1, minInterval: 1 } : {}),
        axisLabel: { color: colours.textQuiet },
        splitLine: { lineStyle: { color: colours.line } },
      },
      series: series.map((one, index) => ({
        name: one.name,
        type: 'line',
        symbol: symbols[index % symbols.length],
        symbolSize: 8,
        // A gap stays a gap: nobody knows what would have been between.
        connectNulls: false,
        data: plotted(one.values),
      })),
    }),
    [names, series, scale],
  );
  return (
    <ChartFrame
      title={title}
      headings={[props.nameHeading, ...series.map((one) => one.name)]}
      rows={tableRows(names, series)}
      extra={props.extra}
      chart={<ChartCanvas option={option} height={height} label={seriesInWords(title, names, series)} />}
    />
  );
}
