import { useMemo } from 'react';
import { colours } from '../app/theme.ts';
import { useIsPhone } from '../app/use-is-phone.ts';
import { ChartCanvas } from './chart-canvas.tsx';
import { ChartFrame } from './chart-frame.tsx';
import { type ChartSeries, plotted, seriesInWords, tableRows } from './chart-series.ts';
import { palette } from './palette.ts';

export interface BarChartProps {
  readonly title: string;
  /** What the names are: 单位, 民警. */
  readonly nameHeading: string;
  readonly names: readonly string[];
  readonly series: readonly ChartSeries[];
  /** `across`: names at the left, bars to the right; for rankings and long names. */
  readonly direction?: 'up' | 'across';
  readonly stacked?: boolean;
  /** Index of the bar that is mine, or my unit's. */
  readonly highlight?: number;
  readonly onChoose?: (index: number) => void;
  readonly extra?: React.ReactNode;
}

export function BarChart(props: BarChartProps) {
  const { title, names, series, direction = 'across', stacked, highlight } = props;
  const phone = useIsPhone();
  const option = useMemo(() => {
    const nameAxis = {
      type: 'category',
      data: [...names],
      inverse: direction === 'across',
      axisTick: { show: false },
      axisLabel: {
        color: colours.text,
        width: phone ? 88 : 150,
        overflow: 'truncate',
        ...(direction === 'up' ? { interval: 0, rotate: names.length > 8 ? 35 : 0 } : {}),
      },
    };
    const valueAxis = {
      type: 'value',
      axisLabel: { color: colours.textQuiet },
      splitLine: { lineStyle: { color: colours.line } },
    };
    return {
      color: palette,
      grid: { left: 8, right: 48, top: series.length > 1 ? 32 : 12, bottom: 8, containLabel: true },
      tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' } },
      legend: series.length > 1 ? { top: 0 } : undefined,
      xAxis: direction === 'across' ? valueAxis : nameAxis,
      yAxis: direction === 'across' ? nameAxis : valueAxis,
      series: series.map((one) => ({
        name: one.name,
        type: 'bar',
        barMaxWidth: 22,
        ...(stacked ? { stack: 'all' } : {}),
        label: {
          show: !stacked && series.length === 1,
          position: direction === 'across' ? 'right' : 'top',
          color: colours.text,
          // The server's own text, so that picture and table never differ by a rounding.
          formatter: ({ dataIndex }: { dataIndex: number }) => one.values[dataIndex] ?? '',
        },
        data: plotted(one.values).map((value, index) =>
          index === highlight && series.length === 1
            ? { value, itemStyle: { color: colours.frame, decal: { symbol: 'rect', rotation: 0.8 } } }
            : value,
        ),
      })),
    };
  }, [names, series, direction, stacked, highlight, phone]);
  const height = direction === 'across' ? Math.max(160, names.length * series.length * 28 + 60) : 300;
  return (
    <ChartFrame
      title={title}
      headings={[props.nameHeading, ...series.map((one) => one.name)]}
      rows={tableRows(names, series)}
      extra={props.extra}
      chart={
        <ChartCanvas
          option={option}
          height={height}
          label={seriesInWords(title, names, series)}
          onChoose={props.onChoose}
        />
      }
    />
  );
}
