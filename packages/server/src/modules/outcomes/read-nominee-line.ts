/** One line of a nominee list as somebody wrote or pasted it. */
export interface WrittenNominee {
  readonly given: string;
  /** 警号 or 机构代码, without what stands around it. */
  readonly number: string | null;
  /** What may be a name: the words, and all of them together (“张 三”). */
  readonly names: readonly string[];
}

const SEPARATORS = /[\s,，、;；:：/|()（）]+/u;
const NUMBER = /^[0-9A-Z]*\d{4,12}$/;
/** 1. 张三: the place in the list is not part of the name. */
const ORDINAL = /^\d{1,3}[.．、)）]?$/;

export function readNomineeLine(given: string): WrittenNominee {
  const words = given
    .normalize('NFKC')
    .split(SEPARATORS)
    .filter((word) => word !== '');
  const number = words.find((word) => NUMBER.test(word)) ?? null;
  const rest = words
    .filter((word) => word !== number && !ORDINAL.test(word))
    .map((word) => word.replace(/^\d{1,3}[.．]/, ''));
  const joined = rest.join('');
  return { given, number, names: [...new Set([...rest, joined])].filter((name) => name !== '') };
}
