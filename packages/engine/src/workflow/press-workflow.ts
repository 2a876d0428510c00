import { needsReason, type WorkFacts } from './reason-guard.ts';
import type { TransitionTable } from './transition.ts';

export const PRESS_STATES = ['open', 'replied'] as const;
export type PressState = (typeof PRESS_STATES)[number];
export const PRESS_ACTIONS = ['reply'] as const;
export type PressAction = (typeof PRESS_ACTIONS)[number];

/** P10: a press waits until the one pressed has told what is being done; the words stay as they were given. */
export const pressWorkflow: TransitionTable<PressState, PressAction, WorkFacts> = {
  subject: '催办',
  states: { open: '待说明', replied: '已说明' },
  actions: { reply: '说明情况' },
  rows: [{ from: 'open', action: 'reply', to: 'replied', guards: [needsReason] }],
};
