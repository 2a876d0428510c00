import { randomUUID } from 'node:crypto';
import { bulletins } from '@mingji/contract';
import { type MonthWorld, sealedMonth, startMonthWorld } from '../results/month.ts';
import type { TestClient } from '../support/client.ts';

/** A sealed September, the county's office and leaders, and readers inside and outside. */
export interface BulletinWorld extends MonthWorld {
  readonly periodId: string;
  readonly sealId: string;
  readonly countyLeader: TestClient;
  readonly secondLeader: TestClient;
  readonly cityOffice: TestClient;
  readonly outsider: TestClient;
}

export async function startBulletinWorld(): Promise<BulletinWorld> {
  const world = await startMonthWorld();
  const { periodId, sealId } = await sealedMonth(world);
  const { server, county, city } = world;
  const other = await server.db
    .selectFrom('unit')
    .select('id')
    .where('name', '=', '乙县公安局')
    .executeTakeFirstOrThrow();
  return {
    ...world,
    periodId,
    sealId,
    countyLeader: await server.signInWith({
      roles: ['supervisingLeader'],
      unit: county,
      displayName: '分管局长',
    }),
    secondLeader: await server.signInWith({ roles: ['bureauLeader'], unit: county }),
    cityOffice: await server.signInWith({ roles: ['office'], unit: city }),
    outsider: await server.signInWith({
      roles: ['officer'],
      unit: { ...county, id: other.id, path: `${city.path}other/` },
    }),
  };
}

export const act = (bulletinId: string) => ({ params: { bulletinId }, body: { requestId: randomUUID() } });

export async function setMark(world: BulletinWorld, mark = '甲公考'): Promise<void> {
  await world.office.call(bulletins.setIssuer, {
    params: { unitId: world.county.id },
    body: { requestId: randomUUID(), mark, addressee: '各派出所、大队' },
  });
}

export function creation(world: BulletinWorld, more: object = {}) {
  return {
    body: {
      requestId: randomUUID(),
      unitId: world.county.id,
      kind: 'monthly' as const,
      periodIds: [world.periodId],
      corrects: null,
      ...more,
    },
  };
}

export async function drawUp(world: BulletinWorld, more: object = {}): Promise<string> {
  const { bulletinId } = await world.office.call(bulletins.createBulletin, creation(world, more));
  return bulletinId;
}

export async function draftOf(world: BulletinWorld, bulletinId: string): Promise<bulletins.DraftView> {
  return (await world.office.call(bulletins.getDraft, { params: { bulletinId } })).draft;
}

/** Saves other blocks in the place of the template's. */
export async function write(
  world: BulletinWorld,
  bulletinId: string,
  blocks: readonly bulletins.BulletinBlock[],
  title = '关于{周期}考核情况的通报',
): Promise<bulletins.DraftView> {
  const { revision, mark } = await draftOf(world, bulletinId);
  const { draft } = await world.office.call(bulletins.saveDraft, {
    params: { bulletinId },
    body: {
      requestId: randomUUID(),
      revision,
      mark,
      content: { title, addressee: '各派出所、大队', blocks: [...blocks] },
    },
  });
  return draft;
}

export async function submit(
  world: BulletinWorld,
  bulletinId: string,
  namingReason: string | null = null,
): Promise<bulletins.BulletinDetail> {
  const { revision } = await draftOf(world, bulletinId);
  const { bulletin } = await world.office.call(bulletins.submitBulletin, {
    params: { bulletinId },
    body: { requestId: randomUUID(), revision, namingReason },
  });
  return bulletin;
}

export async function approve(world: BulletinWorld, bulletinId: string): Promise<bulletins.BulletinDetail> {
  return (await world.countyLeader.call(bulletins.approveBulletin, act(bulletinId))).bulletin;
}

export async function publish(
  world: BulletinWorld,
  bulletinId: string,
  unitIds: readonly string[] = [world.county.id],
): Promise<bulletins.BulletinDetail> {
  const { bulletin } = await world.office.call(bulletins.publishBulletin, {
    params: { bulletinId },
    body: { requestId: randomUUID(), unitIds: [...unitIds] },
  });
  return bulletin;
}

/** Drawn up, approved and published to the whole county. */
export async function published(world: BulletinWorld, more: object = {}): Promise<bulletins.BulletinDetail> {
  const bulletinId = await drawUp(world, more);
  await submit(world, bulletinId);
  await approve(world, bulletinId);
  return publish(world, bulletinId);
}
