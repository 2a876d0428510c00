import { supervision } from '@mingji/contract';
import type { z } from 'zod';
import { useEndpoint } from '../../api/use-endpoint.ts';

export type Reply = z.infer<typeof supervision.getSupervisionRules.response>;

export function useRules() {
  return useEndpoint(supervision.getSupervisionRules, {});
}
