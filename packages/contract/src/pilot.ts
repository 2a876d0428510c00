import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { day, id, instant, longText, named, requestId } from './fields.ts';
import { periodView } from './periods.ts';

const tag = '试点';
const reason = longText.max(500, '最多 500 字');

export const activationView = z.strictObject({
  id,
  unit: named,
  /** The units above it, from the top: 江临市公安局 / 云溪县公安局. */
  trail: z.string(),
  from: day,
  to: day.nullable(),
  reason: z.string(),
  switchedByName: z.string(),
  switchedAt: instant,
  /** Whether it counts today, is still to come, or is over. */
  state: z.enum(['active', 'coming', 'over']),
  units: z.number().int().describe('本单位及下级单位数'),
  canChange: z.boolean(),
});
export type ActivationView = z.infer<typeof activationView>;
const pilotAnswer = z.strictObject({
  /** Without activations there is no pilot: the whole bureau takes part. */
  on: z.boolean(),
  today: day,
  activations: z.array(activationView).max(500),
  units: z.strictObject({ all: z.number().int(), active: z.number().int() }),
  trials: z.array(periodView).max(200),
  backEntries: z.array(periodView).max(200),
});
/** Who is on since when, the trial periods and the months entered late (P20). */
export const getPilot = endpoint({
  method: 'GET',
  path: '/api/pilot',
  summary: '试点情况',
  tag,
  gate: 'pilot.manage',
  response: pilotAnswer,
});
export const switchOnUnit = endpoint({
  method: 'POST',
  path: '/api/pilot/activations',
  summary: '启用试点单位',
  tag,
  gate: 'pilot.manage',
  body: z.strictObject({ requestId, unitId: id, from: day, reason }),
  response: pilotAnswer,
});
/** The last day on which the unit takes part. One that has not begun is taken back. */
export const switchOffUnit = endpoint({
  method: 'POST',
  path: '/api/pilot/activations/:activationId/end',
  summary: '停用试点单位',
  tag,
  gate: 'pilot.manage',
  params: z.strictObject({ activationId: id }),
  body: z.strictObject({ requestId, to: day, reason }),
  response: pilotAnswer,
});
