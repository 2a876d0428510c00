import type { EChartsCoreOption, EChartsType } from 'echarts/core';
import { useEffect, useRef } from 'react';
import { useLargeType } from '../app/large-type.ts';
import { FONT_FAMILY } from '../app/theme.ts';
import { useIsPhone } from '../app/use-is-phone.ts';

export interface ChartCanvasProps {
  readonly option: EChartsCoreOption;
  readonly height: number;
  readonly label: string;
  /** The place of the clicked point among the data. */
  readonly onChoose?: ((index: number) => void) | undefined;
}

/** Any ECharts picture: loaded late, resized with its place, told in words to those who cannot see it. */
export function ChartCanvas({ option, height, label, onChoose }: ChartCanvasProps) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType | null>(null);
  const latest = useRef({ option, onChoose });
  const large = useLargeType();
  const phone = useIsPhone();
  const fontSize = large ? 16 : phone ? 11 : 12;
  useEffect(() => {
    latest.current = { option, onChoose };
    chart.current?.setOption({ ...option, textStyle: { fontFamily: FONT_FAMILY, fontSize } }, true);
  }, [option, onChoose, fontSize]);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    let gone = false;
    const observer = new ResizeObserver(() => chart.current?.resize());
    void import('./echarts-core.ts').then(({ init }) => {
      if (gone) return;
      chart.current = init(element);
      chart.current.setOption({ ...latest.current.option, textStyle: { fontFamily: FONT_FAMILY } });
      chart.current.on('click', (event) => latest.current.onChoose?.(event.dataIndex));
      observer.observe(element);
    });
    return () => {
      gone = true;
      observer.disconnect();
      chart.current?.dispose();
      chart.current = null;
    };
  }, []);
  return <div ref={place} role="img" aria-label={label} style={{ width: '100%', height }} />;
}
