import { useMemo } from 'react';
import { colours } from '../app/theme.ts';
import { useIsPhone } from '../app/use-is-phone.ts';
import { ChartCanvas } from './chart-canvas.tsx';
import { ChartFrame } from './chart-frame.tsx';
import { type ChartSeries, columnShades, seriesInWords, tableRows } from './chart-series.ts';

export interface HeatMapProps {
  readonly title: string;
  readonly nameHeading: string;
  /** One line each. */
  readonly names: readonly string[];
  /** One column each. */
  readonly series: readonly ChartSeries[];
  readonly extra?: React.ReactNode;
  readonly onChoose?: (row: number) => void;
}

const LINE = 26;
const COLUMN = 84;
const NAMES = 150;

/** Rows by columns, each column shaded from its lowest to its highest; the number stands in every field. */
export function HeatMap({ title, nameHeading, names, series, extra, onChoose }: HeatMapProps) {
  const phone = useIsPhone();
  const option = useMemo(() => heatOption(names, series, phone), [names, series, phone]);
  return (
    <ChartFrame
      title={title}
      headings={[nameHeading, ...series.map((one) => one.name)]}
      rows={tableRows(names, series)}
      extra={extra}
      chart={
        <>
          <p className="mj-quiet" style={{ margin: '0 0 4px' }}>
            每列由低（浅）到高（深），数字为得分。
          </p>
          <div style={{ overflowX: 'auto' }}>
            <div style={{ minWidth: (phone ? 100 : NAMES) + series.length * COLUMN }}>
              <ChartCanvas
                option={option}
                height={names.length * LINE + 70}
                label={seriesInWords(title, names, series)}
                onChoose={onChoose && ((place) => onChoose(Math.floor(place / series.length)))}
              />
            </div>
          </div>
        </>
      }
    />
  );
}

function heatOption(names: readonly string[], series: readonly ChartSeries[], phone: boolean) {
  const shades = series.map(columnShades);
  const data = names.flatMap((_, row) =>
    series.map((one, column) => ({
      value: [column, row, shades[column]?.[row] ?? '-'],
      label: {
        formatter: one.values[row] ?? '—',
        // White on the darkest fields only: contrast stays above 4.5:1.
        color: (shades[column]?.[row] ?? 0) > 0.75 ? '#fff' : colours.text,
      },
    })),
  );
  return {
    grid: { left: phone ? 96 : NAMES, right: 8, top: 44, bottom: 4 },
    tooltip: {
      formatter: ({ data: { value } }: { data: { value: [number, number] } }) =>
        `${names[value[1]] ?? ''}<br>${series[value[0]]?.name ?? ''} ${series[value[0]]?.values[value[1]] ?? '—'}`,
    },
    xAxis: {
      type: 'category',
      position: 'top',
      data: series.map((one) => one.name),
      axisTick: { show: false },
      axisLabel: { color: colours.text, interval: 0, width: COLUMN - 6, overflow: 'break' },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: [...names],
      axisTick: { show: false },
      axisLabel: { color: colours.text, width: (phone ? 96 : NAMES) - 8, overflow: 'truncate' },
    },
    visualMap: { show: false, min: 0, max: 1, inRange: { color: ['#f3f8fd', '#9cc3ea', '#0f5bb5'] } },
    series: [
      {
        type: 'heatmap',
        label: { show: true },
        itemStyle: { borderColor: '#fff', borderWidth: 1 },
        data,
      },
    ],
  };
}
