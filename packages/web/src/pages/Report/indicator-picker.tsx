import { EditOutlined, HistoryOutlined, RightOutlined } from '@ant-design/icons';
import { Input } from 'antd';
import { useState } from 'react';
import { EmptyState } from '../../components/empty-state.tsx';
import { useKeptDrafts } from '../../components/use-draft.ts';
import { chooseIndicators, type ReportIndicator } from './choose-indicators.ts';
import styles from './report-page.module.css';

interface IndicatorPickerProps {
  readonly indicators: readonly ReportIndicator[];
  /** Where drafts for the subject and period are kept. */
  readonly drafts: string;
  readonly onChoose: (code: string) => void;
}

/** One thumb finds the indicator: what was begun, the last used, a few letters, or the module. */
export function IndicatorPicker({ indicators, drafts, onChoose }: IndicatorPickerProps) {
  const [text, setText] = useState('');
  const { recent, modules } = chooseIndicators(indicators, text);
  return (
    <>
      <Input.Search
        placeholder="查找指标：名称或条款中的字词"
        aria-label="查找指标"
        allowClear
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {text === '' && <Begun indicators={indicators} drafts={drafts} onChoose={onChoose} />}
      {recent.length > 0 && (
        <fieldset className={styles.module}>
          <legend>
            <HistoryOutlined aria-hidden /> 最近用过
          </legend>
          <IndicatorLines list={recent} onChoose={onChoose} />
        </fieldset>
      )}
      {modules.map(({ name, list }) => (
        <fieldset key={name} className={styles.module}>
          <legend>{name}</legend>
          <IndicatorLines list={list} onChoose={onChoose} />
        </fieldset>
      ))}
      {modules.length === 0 && <EmptyState title="没有找到指标" how="换个字词试试，或清空查找。" />}
    </>
  );
}

/** What was typed and not handed in: found again without remembering under which indicator. */
function Begun({ indicators, drafts, onChoose }: IndicatorPickerProps) {
  const kept = useKeptDrafts(drafts);
  const begun = kept.flatMap(({ rest, values }) => {
    const indicator = indicators.find((each) => each.code === rest);
    return indicator ? [{ indicator, title: (values as { title?: string }).title }] : [];
  });
  if (begun.length === 0) return null;
  return (
    <fieldset className={styles.module}>
      <legend>
        <EditOutlined aria-hidden /> 未报送的草稿
      </legend>
      {begun.map(({ indicator, title }) => (
        <button
          type="button"
          key={indicator.code}
          className={styles.indicator}
          onClick={() => onChoose(indicator.code)}
        >
          <span className={styles.words}>
            <span>{title || '（还没写事项）'}</span>
            <span className="mj-quiet">{indicator.name} · 尚未报送</span>
          </span>
          <RightOutlined aria-hidden />
        </button>
      ))}
    </fieldset>
  );
}

interface LinesProps {
  readonly list: readonly ReportIndicator[];
  readonly onChoose: (code: string) => void;
}

function IndicatorLines({ list, onChoose }: LinesProps) {
  return list.map((each) => (
    <button type="button" key={each.code} className={styles.indicator} onClick={() => onChoose(each.code)}>
      <span className={styles.words}>
        <span>{each.name}</span>
        <span className="mj-quiet">
          {each.itemName}
          {each.target && ` · 目标 ${each.target.quantity}，已完成 ${each.target.done}`}
        </span>
      </span>
      <RightOutlined aria-hidden />
    </button>
  ));
}
