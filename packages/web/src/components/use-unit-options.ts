import { organization } from '@mingji/contract';
import { useMemo } from 'react';
import { useEndpoint } from '../api/use-endpoint.ts';
import type { Choice } from './choice-select.tsx';

/** All units for UnitSelect, each with the unit above as its hint. */
export function useUnitOptions(): { readonly options: readonly Choice[]; readonly loading: boolean } {
  const units = useEndpoint(organization.listUnits, { query: {} });
  const options = useMemo(() => {
    const all = units.data?.units ?? [];
    const names = new Map(all.map((unit) => [unit.id, unit.name]));
    return all.map((unit) => ({
      value: unit.id,
      label: unit.name,
      hint: unit.parentId ? names.get(unit.parentId) : undefined,
    }));
  }, [units.data]);
  return { options, loading: units.isPending };
}
