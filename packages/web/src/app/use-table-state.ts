import { useMemo } from 'react';
import {
  conditions,
  isFiltered,
  placeChange,
  readPlace,
  type TableNames,
  type TablePlace,
} from './table-state.ts';
import { useSearch } from './use-search.ts';

export interface TableState extends TablePlace {
  readonly setPage: (page: number, pageSize?: number) => void;
  readonly setSort: (sort: string) => void;
  /** Changes the named filters, leaves the others. */
  readonly setFilters: (filters: Readonly<Record<string, string>>) => void;
  readonly clearFilters: () => void;
  readonly isFiltered: boolean;
}

/** A table's place, kept in the address: it survives going back and can be sent to a colleague (P12). */
export function useTableState(names: TableNames = {}): TableState {
  const [search, change] = useSearch();
  const place = useMemo(() => readPlace(search, names), [search, names]);
  return {
    ...place,
    isFiltered: isFiltered(place, names),
    setPage: (page, pageSize) =>
      change(
        placeChange(
          pageSize !== undefined && pageSize !== place.pageSize ? { page: 1, pageSize } : { page },
          names,
        ),
        'push',
      ),
    setSort: (sort) => change(placeChange({ sort }, names)),
    setFilters: (filters) => change(placeChange({ filters }, names), 'push'),
    clearFilters: () => change(placeChange({ filters: { ...conditions(names) } }, names), 'push'),
  };
}
