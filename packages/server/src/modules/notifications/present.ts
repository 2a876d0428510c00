import type { notifications } from '@mingji/contract';

interface NotificationRow {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly detail: string;
  readonly address: string;
  readonly at: Date;
  readonly read_at: Date | null;
}

export function presentNotification(row: NotificationRow): notifications.NotificationView {
  return {
    id: row.id,
    kind: row.kind as notifications.NoticeKind,
    title: row.title,
    detail: row.detail,
    address: row.address,
    at: row.at.toISOString(),
    readAt: row.read_at?.toISOString() ?? null,
  };
}

interface DeliveryRow {
  readonly id: string;
  readonly kind: string;
  readonly people: number;
  readonly at: Date;
  readonly state: string;
  readonly attempts: number;
  readonly next_attempt_at: Date;
  readonly answered_status: number | null;
  readonly failure: string | null;
  readonly delivered_at: Date | null;
}

export function presentDelivery(row: DeliveryRow): notifications.DeliveryView {
  return {
    id: row.id,
    kind: row.kind as notifications.NoticeKind,
    people: row.people,
    at: row.at.toISOString(),
    state: row.state as notifications.DeliveryView['state'],
    attempts: row.attempts,
    nextAttemptAt: row.state === 'waiting' ? row.next_attempt_at.toISOString() : null,
    answeredStatus: row.answered_status,
    failure: row.failure,
    deliveredAt: row.delivered_at?.toISOString() ?? null,
  };
}
