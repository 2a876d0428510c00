import { foldText, isBlankMark } from '../cell-text.ts';
import type { IdNumberFacts } from '../id-number.ts';
import { readOfficeDate } from '../office-date.ts';
import { plainText } from '../plain-text.ts';
import type { ProblemSink, ReadCell, RowReader } from '../row-reader.ts';
import { judgeIdNo, judgeName, judgePoliceNo } from './judge-identity.ts';
import { membershipStatus } from './membership-status.ts';
import type { RosterValues, StaffKind } from './roster-values.ts';

function judgeDate(
  read: ReadCell,
  label: string,
  date1904: boolean,
  facts: IdNumberFacts | null,
  sink: ProblemSink,
): string | null {
  const found = readOfficeDate(read.cell, date1904);
  if (found.kind === 'date') return found.value;
  if (found.kind === 'blank') return null;
  if (found.kind === 'ambiguous') {
    const byId = found.candidates.find((candidate) => facts?.birth.startsWith(candidate));
    if (byId !== undefined) {
      sink.repair(read, 'date-by-id-no', `${label}存成了数字，按身份证号读作 ${byId}`, {
        from: read.text,
        to: byId,
      });
      return byId;
    }
    sink.error(
      read,
      'date-ambiguous',
      `${label}存成了数字 ${read.text}，是 1 月还是 10 月分不清：请改填如 ${found.candidates[0]}`,
      found.candidates,
    );
    return null;
  }
  sink.error(read, 'date-unreadable', `${label}“${read.text}”读不出年月：请改填如 1985-03 或 1985-03-01`);
  return null;
}

/** A birth date that contradicts a valid ID number: the number has a check digit, the cell has none. */
function judgeBirth(
  read: ReadCell,
  facts: IdNumberFacts | null,
  date1904: boolean,
  sink: ProblemSink,
): string | null {
  const birth = judgeDate(read, '出生年月', date1904, facts, sink);
  if (birth === null || facts === null || facts.birth.startsWith(birth)) return birth;
  const taken = read.edited ? birth : facts.birth;
  sink.warning(
    read,
    'birth-contradicts-id-no',
    `出生年月 ${read.text} 与身份证号中的 ${facts.birth} 不一致，按${read.edited ? '填写的' : '身份证号'}取 ${taken}`,
  );
  return taken;
}

function judgeSex(read: ReadCell, facts: IdNumberFacts | null, sink: ProblemSink): '男' | '女' | null {
  const folded = foldText(read.text);
  if (isBlankMark(folded)) return null;
  const sex = /^(男|男性|m|male)$/.test(folded) ? '男' : /^(女|女性|f|female)$/.test(folded) ? '女' : null;
  if (sex === null) {
    sink.error(read, 'sex-unreadable', `性别“${read.text}”应为男或女：请核对`);
    return null;
  }
  if (facts === null || facts.sex === sex) return sex;
  const taken = read.edited ? sex : facts.sex;
  sink.warning(
    read,
    'sex-contradicts-id-no',
    `性别“${read.text}”与身份证号不一致，按${read.edited ? '填写的' : '身份证号'}取“${taken}”`,
  );
  return taken;
}

function staffKind(policeNo: string | null, position: string | null, kindCell: ReadCell): StaffKind {
  const written = foldText(kindCell.text);
  if (policeNo?.startsWith('FJ') || /辅警/.test(position ?? '') || /辅警|警务辅助/.test(written))
    return 'auxiliary';
  return /工勤|职工|工人|文职|雇员/.test(written) ? 'worker' : 'officer';
}

export type JudgedPerson = {
  values: Omit<RosterValues, 'unit' | 'unitId'>;
  identity: { policeNo: string | null; idNo: string | null };
};

/** Everything a row says about the person, except the unit, which blocks carry down. */
export function judgePerson(
  reader: RowReader,
  options: { policeNoDigits: number; date1904: boolean; hasIdentityColumn: boolean },
  sink: ProblemSink,
): JudgedPerson {
  const name = judgeName(reader('name'), sink);
  const before = sink.problems.length;
  const { idNo, facts, identity } = judgeIdNo(reader('idNo'), sink);
  const policeNo = judgePoliceNo(reader('policeNo'), options.policeNoDigits, sink);
  const identityFaults = sink.problems.slice(before).some((problem) => problem.severity === 'error');
  if (options.hasIdentityColumn && !identityFaults && policeNo === null) {
    const read = reader('policeNo');
    if (idNo === null)
      sink.error(read, 'identity-missing', '警号和身份证号都没有填写，无法认定是谁：请至少补上警号');
    else sink.warning(read, 'police-no-missing', '警号没有填写');
  }
  const position = plainText(reader('position'), sink);
  const status = plainText(reader('status'), sink);
  const membership = status === null ? null : membershipStatus(status);
  if (status !== null && membership === null) {
    sink.warning(reader('status'), 'status-unknown', `不认识人员状态“${status}”，导入后请指定考核方式`);
  }
  return {
    identity: { policeNo, idNo: identity },
    values: {
      name,
      sex: judgeSex(reader('sex'), facts, sink),
      policeNo,
      idNo,
      birth: judgeBirth(reader('birth'), facts, options.date1904, sink),
      politics: plainText(reader('politics'), sink),
      position,
      rank: plainText(reader('rank'), sink),
      insignia: plainText(reader('insignia'), sink),
      post: plainText(reader('post'), sink),
      joined: judgeDate(reader('joined'), '入警时间', options.date1904, null, sink),
      status,
      membership,
      kind: staffKind(policeNo, position, reader('kind')),
      remark: plainText(reader('remark'), sink),
    },
  };
}
