import { onlineManager } from '@tanstack/react-query';
import { afterEach, expect, test } from 'vitest';
import { networkRefusal } from './api-refusal.ts';
import { queryClient } from './query-client.ts';

afterEach(() => {
  onlineManager.setOnline(true);
  queryClient.clear();
});

test('P6 a press without network is refused at once; it does not wait and happen later by itself', async () => {
  onlineManager.setOnline(false);
  let calls = 0;
  const act = queryClient.getMutationCache().build(
    queryClient,
    queryClient.defaultMutationOptions({
      mutationFn: async () => {
        calls += 1;
        throw networkRefusal();
      },
    }),
  );
  await expect(act.execute(undefined)).rejects.toMatchObject({ code: 'unavailable' });
  expect([calls, act.state.isPaused]).toEqual([1, false]);
});

test('N5 a server on the same machine is read although the browser has no network', async () => {
  onlineManager.setOnline(false);
  expect(await queryClient.fetchQuery({ queryKey: ['local'], queryFn: async () => 'read' })).toBe('read');
});
