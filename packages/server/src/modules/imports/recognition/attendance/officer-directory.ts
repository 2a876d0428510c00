import type { KnownOfficer } from './attendance-values.ts';

/** Known officers by 警号 and by name: a city's file asks for each of fifteen thousand. */
export interface OfficerDirectory {
  readonly byPoliceNo: ReadonlyMap<string, KnownOfficer>;
  readonly named: (name: string) => readonly KnownOfficer[];
}

export function officerDirectory(officers: readonly KnownOfficer[]): OfficerDirectory {
  const byName = new Map<string, KnownOfficer[]>();
  for (const officer of officers) {
    const namesakes = byName.get(officer.name);
    if (namesakes === undefined) byName.set(officer.name, [officer]);
    else namesakes.push(officer);
  }
  return {
    byPoliceNo: new Map(officers.map((officer) => [officer.policeNo, officer])),
    named: (name) => byName.get(name) ?? [],
  };
}
