import type { Browser } from '@playwright/test';
import type { RunningApp } from '../support/app.ts';
import { type Credentials, Person } from '../support/person.ts';

/** The county's month as the chapters pass it on: the running app and the people who have come in so far. */
export interface World {
  readonly app: RunningApp;
  readonly browser: Browser;
  readonly people: Map<string, Person>;
}

/** Two officers of 南川派出所, as the roster has them, and its head. */
export const OFFICER = { name: '蒋博', policeNo: '905237' } as const;
export const COLLEAGUE = { name: '邱永雪', policeNo: '905238' } as const;
export const HEAD = { name: '侯浩', policeNo: '905235' } as const;
export const STATION = '南川派出所';

export const OWN_PASSWORD = 'Qingshan-lvshui-26!';

/** Somebody comes in for the first time. */
export async function welcome(
  world: World,
  name: string,
  credentials: Credentials,
  place: 'desk' | 'phone' = 'desk',
): Promise<Person> {
  const person = await Person.at(place, world, credentials);
  world.people.set(name, person);
  await person.enterFirst(OWN_PASSWORD);
  return person;
}

export function whoIs(world: World, name: string): Person {
  const person = world.people.get(name);
  if (!person) throw new Error(`${name} has not come in yet`);
  return person;
}

/** Days pass; everybody who goes on working signs in again. */
export async function itIs(world: World, instant: string, ...names: readonly string[]): Promise<void> {
  await world.app.moveClock(instant);
  await Promise.all(names.map((name) => whoIs(world, name).enter()));
}
