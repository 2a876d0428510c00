import { results } from '@mingji/contract';
import { Select } from 'antd';
import { useState } from 'react';
import { useEndpoint } from '../../api/use-endpoint.ts';
import type { RankingKind } from './ranking-query.ts';

interface SubjectPickerProps {
  readonly periodId: string;
  readonly kind: RankingKind;
  readonly label: string;
  readonly value: readonly string[];
  /** Names of what is chosen: it need not be among what was found last. */
  readonly known: readonly { readonly subjectId: string; readonly name: string; readonly code: string }[];
  readonly most: number;
  readonly onChange: (ids: readonly string[]) => void;
}

const FOUND = 50;

/** Chooses among those whose rank the reader may see: by name, number or unit. */
export function SubjectPicker(props: SubjectPickerProps) {
  const { periodId, kind, label, value, known, most, onChange } = props;
  const [text, setText] = useState('');
  const found = useEndpoint(
    results.listRanking,
    { params: { periodId }, query: { subjectKind: kind, pageSize: FOUND, ...(text ? { text } : {}) } },
    { keepPrevious: true },
  );
  const names = new Map<string, string>();
  for (const row of found.data?.items ?? []) names.set(row.subjectId, words(row, row.unitName, kind));
  for (const one of known) if (!names.has(one.subjectId)) names.set(one.subjectId, words(one, '', kind));
  const single = most === 1;
  return (
    <Select<string | string[]>
      aria-label={label}
      placeholder={label}
      {...(single ? {} : { mode: 'multiple' as const, maxCount: most })}
      value={single ? ((value[0] ?? null) as never) : [...value]}
      showSearch={{ filterOption: false, onSearch: (typed) => setText(typed.trim().slice(0, 40)) }}
      loading={found.isFetching}
      options={[...names].map(([id, name]) => ({ value: id, label: name }))}
      onChange={(next) => onChange(typeof next === 'string' ? [next] : (next ?? []))}
      style={{ minWidth: 240, flex: single ? '1 1 240px' : '1 1 100%' }}
      popupMatchSelectWidth={false}
      allowClear={!single}
    />
  );
}

function words(one: { name: string; code: string }, unitName: string, kind: RankingKind): string {
  if (kind === 'unit') return one.name;
  return unitName ? `${one.name}（${one.code}，${unitName}）` : `${one.name}（${one.code}）`;
}
