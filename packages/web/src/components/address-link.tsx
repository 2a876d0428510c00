import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { parseSearch } from '../app/search-text.ts';

/** A link to an address of the application as the server tells it, filters and all: `/appeals?state=filed`. */
export function AddressLink({
  address,
  children,
}: {
  readonly address: string;
  readonly children: ReactNode;
}) {
  const [to = '/', search = ''] = address.split('?');
  return (
    <Link to={to} search={parseSearch(search) as never}>
      {children}
    </Link>
  );
}
