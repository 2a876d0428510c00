import { expect, test } from 'vitest';
import { readPlace } from '../app/table-state.ts';
import { sharedAddress } from './shared-address.ts';

const search = (address: string) => Object.fromEntries(new URL(address).searchParams);

test('P12 a shared address keeps every filter and pins what was only a default', () => {
  const shared = sharedAddress('https://m.local/ranking?sequence=field&text=%E6%9D%8E', {
    period: 'p-1',
    kind: 'officer',
  });
  expect(search(shared)).toEqual({ sequence: 'field', text: '李', period: 'p-1', kind: 'officer' });
  const names = { filters: { text: '', sequence: '' } };
  expect(readPlace(search(shared), names).filters).toEqual({ text: '李', sequence: 'field' });
});

test('P12 what the address already says is not overwritten, and nothing empty is added', () => {
  const shared = sharedAddress('https://m.local/ranking?period=p-0', { period: 'p-1', kind: null, view: '' });
  expect(search(shared)).toEqual({ period: 'p-0' });
});
