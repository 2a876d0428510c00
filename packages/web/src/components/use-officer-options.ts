import { organization } from '@mingji/contract';
import { useEffect, useMemo, useState } from 'react';
import { useEndpoint } from '../api/use-endpoint.ts';
import type { Choice } from './choice-select.tsx';

const DELAY_MS = 250;

export interface OfficerOptions {
  readonly options: readonly Choice[];
  readonly loading: boolean;
  readonly onSearch: (text: string) => void;
}

/** Officers for OfficerSelect, searched on the server by name or 警号, inside one unit where given. */
export function useOfficerOptions(unitId?: string | null): OfficerOptions {
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setAsked(typed.trim()), DELAY_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const found = useEndpoint(
    organization.listOfficers,
    { query: { pageSize: 30, ...(asked ? { text: asked } : {}), ...(unitId ? { unitId } : {}) } },
    { keepPrevious: true },
  );
  const options = useMemo(
    () =>
      (found.data?.items ?? []).map((officer) => ({
        value: officer.id,
        label: officer.name,
        hint: [officer.policeNo, officer.unit?.name].filter(Boolean).join(' '),
      })),
    [found.data],
  );
  return { options, loading: found.isFetching, onSearch: setTyped };
}
