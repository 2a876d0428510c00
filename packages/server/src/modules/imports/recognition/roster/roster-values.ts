/** §8: the statuses that decide who is appraised where; the word in the file is kept beside it. */
export type MembershipStatus =
  | 'normal'
  | 'probation'
  | 'study'
  | 'specialDuty'
  | 'aid'
  | 'attached'
  | 'serviceWindow'
  | 'lent'
  | 'sickLeave'
  | 'maternityLeave'
  | 'underInvestigation'
  | 'other';

export type StaffKind = 'officer' | 'auxiliary' | 'worker';

export type RosterValues = {
  unit: string | null;
  unitId: string | null;
  name: string | null;
  sex: '男' | '女' | null;
  policeNo: string | null;
  idNo: string | null;
  birth: string | null;
  politics: string | null;
  position: string | null;
  rank: string | null;
  insignia: string | null;
  post: string | null;
  joined: string | null;
  status: string | null;
  membership: MembershipStatus | null;
  kind: StaffKind | null;
  remark: string | null;
};

export type ExistingOfficer = {
  policeNo: string | null;
  idNo: string | null;
  name: string;
  unitName: string | null;
};
