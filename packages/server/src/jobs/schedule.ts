import type { JobName, JobPayloads } from './job-queue.ts';

/** Jobs that run by the clock take no payload: they look for what is due and do it, as often as they run. */
type ScheduledJob = { [N in JobName]: JobPayloads[N] extends Record<string, never> ? N : never }[JobName];

/**
 * What runs by the clock, in UTC (`minute hour day month weekday`). A job asks `deps.clock` what is due, so that one
 * missed run is made good by the next; two servers over one database run each line once, and never twice at a time.
 */
export const schedule: readonly { readonly job: ScheduledJob; readonly cron: string }[] = [
  { job: 'runCalendar', cron: '*/5 * * * *' },
  { job: 'verifySeals', cron: '20 18 * * *' },
  { job: 'deliverWebhooks', cron: '* * * * *' },
  // After the day has begun, when the working days are counted anew; again at noon for what a stop missed.
  { job: 'escalateMatters', cron: '30 0,4 * * *' },
  { job: 'remindOverdueAppeals', cron: '20 0,16 * * *' },
  { job: 'remindWrittenReviews', cron: '15 0 * * *' },
  { job: 'tendReviews', cron: '*/10 * * * *' },
];
