import type { bulletins } from '@mingji/contract';
import type { Figures } from '../figures/figures.ts';
import { rowsOf, sequencesFor } from './figure-rows.ts';
import { firstAndLastRows } from './first-and-last-rows.ts';
import { belowRedLine, withoutWork } from './named-lists.ts';
import type { Resolved } from './resolve-document.ts';

type Finding = bulletins.BulletinFinding;
/** Facts of discipline, health and family are never published beside a name (§17). */
const PRIVATE =
  /处分|立案|留置|查处|违纪|违法|诫勉|谈话函询|举报|投诉|信访件|病假|患病|住院|手术|抑郁|怀孕|产假|流产|离婚|婚姻|丧偶|子女|配偶|家属|家庭/;

/** What hinders the submission, block by block, with what to do about it. */
export function findFindings(
  content: bulletins.BulletinContent,
  { document, unknown }: Resolved,
  figures: Figures,
  stale: readonly string[],
): Finding[] {
  return [
    ...emptyPlaces(content),
    ...unknown.map(
      ({ key, text }): Finding => ({
        code: 'placeholder',
        key,
        message: `“${text}”不是可用的数据项，或所写的序列不在本通报的数据里。请从“插入数据”中选择。`,
        weight: 'refuse',
      }),
    ),
    ...stale.map(
      (message): Finding => ({
        code: 'stale',
        key: null,
        message: `${message}请先“刷新数据”，核对后再送审。`,
        weight: 'refuse',
      }),
    ),
    ...privateFacts(document, figures),
    ...namedOfficers(content, document, figures),
  ];
}

function emptyPlaces({ title, addressee, blocks }: bulletins.BulletinContent): Finding[] {
  const empty = (key: string | null, message: string): Finding => ({
    code: 'empty',
    key,
    message,
    weight: 'refuse',
  });
  return [
    ...(title.trim() === '' ? [empty(null, '标题未填写。')] : []),
    ...(addressee.trim() === '' ? [empty(null, '主送机关未填写。')] : []),
    ...(blocks.length === 0 ? [empty(null, '正文没有内容。请插入段落。')] : []),
    ...blocks.flatMap((block) => {
      if (block.type === 'heading' && block.text.trim() === '') return [empty(block.key, '小标题未填写。')];
      if (block.type === 'paragraph' && block.text.trim() === '')
        return [empty(block.key, '段落是空的，请填写或删除。')];
      if (block.type === 'annex' && block.title.trim() === '') return [empty(block.key, '附件名称未填写。')];
      return [];
    }),
  ];
}

const textOf = (block: bulletins.DocumentBlock): string =>
  block.type === 'paragraph' || block.type === 'heading'
    ? block.text
    : block.type === 'annex'
      ? block.title
      : block.caption;

function privateFacts({ blocks, title }: bulletins.BulletinDocument, figures: Figures): Finding[] {
  const officers = new Set(figures.rows.filter(({ kind }) => kind === 'officer').map(({ name }) => name));
  const texts = [
    { key: null, text: title },
    ...blocks.map((block) => ({ key: block.key, text: textOf(block) })),
  ];
  return texts.flatMap(({ key, text }): Finding[] => {
    const fact = PRIVATE.exec(text)?.[0];
    const name = fact === undefined ? undefined : [...officers].find((each) => text.includes(each));
    if (fact === undefined || name === undefined) return [];
    const message = `此处同时出现民警姓名“${name}”和“${fact}”：纪律、健康、家庭情况不得公布。请删去姓名，或改写为不涉及个人情况的表述。`;
    return [{ code: 'privacy', key, message, weight: 'refuse' }];
  });
}

function namedOfficers(
  { blocks }: bulletins.BulletinContent,
  document: bulletins.BulletinDocument,
  figures: Figures,
): Finding[] {
  const confirm = (key: string, message: string): Finding => ({
    code: 'naming',
    key,
    message,
    weight: 'confirm',
  });
  const lists = blocks.flatMap((block): Finding[] => {
    if (block.type !== 'table' || !('subjectKind' in block.data) || block.data.subjectKind !== 'officer')
      return [];
    if (block.data.source === 'extremes' && block.data.which === 'first') return [];
    const built = document.blocks.find(({ key }) => key === block.key);
    const named = built?.type === 'table' ? built.rows.length : 0;
    if (named === 0) return [];
    return [confirm(block.key, '此表列出了靠后民警的姓名，点名通报须写明理由。')];
  });
  const behind = namesBehind(figures);
  const typed = document.blocks.flatMap((block): Finding[] => {
    if (block.type !== 'paragraph' && block.type !== 'heading') return [];
    const name = [...behind].find((each) => block.text.includes(each));
    return name === undefined
      ? []
      : [confirm(block.key, `此处写有靠后民警“${name}”的姓名，点名通报须写明理由。`)];
  });
  return [...lists, ...typed];
}

/** Officers of any last list, below the red line or without work. */
function namesBehind(figures: Figures): ReadonlySet<string> {
  const last = sequencesFor(figures, 'officer', null).flatMap(
    (sequence) => firstAndLastRows(rowsOf(figures, sequence), figures.listPlaces.last).last,
  );
  const rows = [...last, ...belowRedLine(figures, 'officer'), ...withoutWork(figures, 'officer').listed];
  return new Set(rows.map(({ name }) => name));
}
