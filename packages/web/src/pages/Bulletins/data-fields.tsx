import { bulletins } from '@mingji/contract';
import { InputNumber, Select } from 'antd';
import { useIsPhone } from '../../app/use-is-phone.ts';

type Sequences = bulletins.DraftView['sequences'];
const optionsOf = <K extends string>(words: Readonly<Record<K, string>>) =>
  (Object.entries(words) as [K, string][]).map(([value, label]) => ({ value, label }));

/** What a table begins with when another source is chosen. */
const freshTables: { readonly [K in bulletins.TableSource['source']]: bulletins.TableSource } = {
  ranking: { source: 'ranking', sequenceCode: null },
  moduleScores: { source: 'moduleScores', sequenceCode: null },
  extremes: { source: 'extremes', subjectKind: 'unit', sequenceCode: null, places: 3, which: 'both' },
  redLine: { source: 'redLine', subjectKind: 'unit' },
  zeroList: { source: 'zeroList', subjectKind: 'unit' },
  supervision: { source: 'supervision' },
  movement: { source: 'movement', sequenceCode: null },
  byPeriod: { source: 'byPeriod', sequenceCode: null },
};

interface FieldsProps<D> {
  readonly data: D;
  readonly sequences: Sequences;
  readonly onChange: (data: D) => void;
}

export function TableFields({ data, sequences, onChange }: FieldsProps<bulletins.TableSource>) {
  return (
    <Row>
      <Select
        aria-label="数据"
        value={data.source}
        options={optionsOf(bulletins.tableSources)}
        onChange={(source) => onChange(freshTables[source])}
      />
      {'subjectKind' in data && (
        <Select
          aria-label="对象"
          value={data.subjectKind}
          options={[
            { value: 'unit', label: '单位' },
            { value: 'officer', label: '民警' },
          ]}
          onChange={(subjectKind: 'unit' | 'officer') =>
            onChange(
              data.source === 'extremes'
                ? { ...data, subjectKind, sequenceCode: null }
                : { ...data, subjectKind },
            )
          }
        />
      )}
      {'sequenceCode' in data && (
        <SequenceField
          value={data.sequenceCode}
          kind={'subjectKind' in data ? data.subjectKind : 'unit'}
          sequences={sequences}
          onChange={(sequenceCode) => onChange({ ...data, sequenceCode })}
        />
      )}
      {data.source === 'extremes' && (
        <>
          <Select
            aria-label="前后"
            value={data.which}
            options={[
              { value: 'both', label: '前后都列' },
              { value: 'first', label: '只列前几名' },
              { value: 'last', label: '只列后几名' },
            ]}
            onChange={(which: 'first' | 'last' | 'both') => onChange({ ...data, which })}
          />
          <Places value={data.places} onChange={(places) => onChange({ ...data, places })} />
        </>
      )}
    </Row>
  );
}

export function ChartFields({ data, sequences, onChange }: FieldsProps<bulletins.ChartSource>) {
  return (
    <Row>
      <Select
        aria-label="图形"
        value={data.source}
        options={optionsOf(bulletins.chartSources)}
        onChange={(source) =>
          onChange(
            source === 'rankingBars'
              ? { source, sequenceCode: data.sequenceCode }
              : { source, sequenceCode: data.sequenceCode, places: 5 },
          )
        }
      />
      <SequenceField
        value={data.sequenceCode}
        kind="unit"
        first
        sequences={sequences}
        onChange={(sequenceCode) => onChange({ ...data, sequenceCode })}
      />
      {data.source === 'movementLines' && (
        <Places value={data.places} onChange={(places) => onChange({ ...data, places })} />
      )}
    </Row>
  );
}

interface SequenceFieldProps {
  readonly value: string | null;
  readonly kind: 'unit' | 'officer';
  /** Without a choice a chart takes the first sequence, a table all of them. */
  readonly first?: boolean;
  readonly sequences: Sequences;
  readonly onChange: (value: string | null) => void;
}
function SequenceField({ value, kind, first = false, sequences, onChange }: SequenceFieldProps) {
  return (
    <Select
      aria-label="序列"
      value={value ?? ''}
      popupMatchSelectWidth={false}
      options={[
        { value: '', label: first ? '第一个序列' : '全部序列' },
        ...sequences
          .filter((each) => each.kind === kind)
          .map(({ code, name }) => ({ value: code, label: name })),
      ]}
      onChange={(next) => onChange(next === '' ? null : next)}
    />
  );
}

function Places({ value, onChange }: { readonly value: number; readonly onChange: (value: number) => void }) {
  return (
    <InputNumber
      aria-label="名次数"
      min={1}
      max={10}
      value={value}
      suffix="名"
      style={{ width: 90 }}
      onChange={(next) => onChange(next ?? 3)}
    />
  );
}

function Row({ children }: { readonly children: React.ReactNode }) {
  const phone = useIsPhone();
  return (
    <div style={{ display: 'flex', flexWrap: 'wrap', gap: 6, flexDirection: phone ? 'column' : 'row' }}>
      {children}
    </div>
  );
}
