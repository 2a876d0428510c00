/** What a table shows, as it stands in the address: page, size, sort, filters. */
export interface TablePlace {
  readonly page: number;
  readonly pageSize: number;
  /** `name` upwards, `-name` downwards, '' as the server orders. */
  readonly sort: string;
  readonly filters: Readonly<Record<string, string>>;
}

export interface TableNames {
  /** Needed only where a page has two tables. */
  readonly prefix?: string;
  readonly pageSize?: number;
  readonly sort?: string;
  /** The names of the filters; their defaults, '' for none. */
  readonly filters?: Readonly<Record<string, string>>;
  /** Those of them that say which list is looked at or what is open: no conditions, clearing leaves them. */
  readonly views?: readonly string[];
}

export const PAGE_SIZES = [20, 50, 100, 200] as const;
export const DEFAULT_PAGE_SIZE = 50;
const MAX_PAGE = 10_000;
/** Stands in the address where a filter with a default was taken away on purpose. */
const ANY = '*';

/** Reads the place from the address. What somebody typed wrongly there falls back; it breaks nothing. */
export function readPlace(search: Readonly<Record<string, string>>, names: TableNames): TablePlace {
  const name = namer(names.prefix);
  const filters: Record<string, string> = {};
  for (const [key, initial] of Object.entries(names.filters ?? {})) {
    const given = search[name(key)];
    filters[key] = given === ANY ? '' : (given ?? initial);
  }
  return {
    page: whole(search[name('page')], 1, MAX_PAGE) ?? 1,
    pageSize: whole(search[name('pageSize')], 1, 200) ?? names.pageSize ?? DEFAULT_PAGE_SIZE,
    sort: search[name('sort')] ?? names.sort ?? '',
    filters,
  };
}

/** The change to the address that brings a table there; defaults stay out of it. */
export function placeChange(change: Partial<TablePlace>, names: TableNames): Record<string, string | null> {
  const name = namer(names.prefix);
  const wanted: Record<string, string | null> = {};
  if (change.page !== undefined) wanted[name('page')] = change.page === 1 ? null : String(change.page);
  if (change.pageSize !== undefined) {
    const usual = names.pageSize ?? DEFAULT_PAGE_SIZE;
    wanted[name('pageSize')] = change.pageSize === usual ? null : String(change.pageSize);
  }
  if (change.sort !== undefined) {
    wanted[name('sort')] = change.sort === (names.sort ?? '') ? null : change.sort;
  }
  for (const [key, value] of Object.entries(change.filters ?? {})) {
    const initial = names.filters?.[key] ?? '';
    wanted[name(key)] = value === initial ? null : value === '' ? ANY : value;
  }
  // Other filters, another order or size: what was page 7 is no more.
  if (change.page === undefined && Object.keys(wanted).length > 0) wanted[name('page')] = null;
  return wanted;
}

export function isFiltered(place: TablePlace, names: TableNames): boolean {
  return Object.entries(conditions(names)).some(([key, initial]) => (place.filters[key] ?? '') !== initial);
}

/** What clearing brings every condition back to. */
export function conditions({ filters = {}, views = [] }: TableNames): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(filters).filter(([key]) => !views.includes(key)));
}

function namer(prefix: string | undefined): (name: string) => string {
  return (name) => (prefix ? `${prefix}.${name}` : name);
}

function whole(text: string | undefined, least: number, most: number): number | null {
  if (text === undefined || !/^\d{1,6}$/.test(text)) return null;
  const value = Number(text);
  return value >= least && value <= most ? value : null;
}
