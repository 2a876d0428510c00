/** One officer's month as the file says it; null where the cell says nothing, or is wrong. */
export type AttendanceValues = {
  officerId: string | null;
  policeNo: string | null;
  name: string | null;
  unit: string | null;
  due: string | null;
  present: string | null;
  late: string | null;
  early: string | null;
  absent: string | null;
  personalLeave: string | null;
  sickLeave: string | null;
  annualLeave: string | null;
  marriageLeave: string | null;
  maternityLeave: string | null;
  bereavementLeave: string | null;
  injuryLeave: string | null;
  officialLeave: string | null;
  otherLeave: string | null;
};
export type LeaveField = Extract<keyof AttendanceValues, `${string}Leave`>;

/** Somebody of the office's own units, where he served at the end of the month. */
export type KnownOfficer = {
  id: string;
  policeNo: string;
  name: string;
  unitId: string;
  unitName: string;
  /** The batch that brought this very month already. */
  importedBy: string | null;
};
