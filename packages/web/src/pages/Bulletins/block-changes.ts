import type { bulletins } from '@mingji/contract';

type Block = bulletins.BulletinBlock;
export type BlockType = Block['type'];

export const blockTypes: Readonly<Record<BlockType, string>> = {
  heading: '小标题',
  paragraph: '段落',
  table: '数据表',
  chart: '图',
  annex: '附件',
};

/** A key that no other block has. */
function freeKey(blocks: readonly Block[]): string {
  const taken = new Set(blocks.map(({ key }) => key));
  let number = blocks.length + 1;
  while (taken.has(`b${number}`)) number += 1;
  return `b${number}`;
}

/** An empty block of the type, ready to be filled. */
export function newBlock(type: BlockType, blocks: readonly Block[]): Block {
  const key = freeKey(blocks);
  switch (type) {
    case 'heading':
      return { type, key, level: 1, text: '' };
    case 'paragraph':
      return { type, key, text: '' };
    case 'table':
      return { type, key, caption: '', data: { source: 'ranking', sequenceCode: null } };
    case 'chart':
      return { type, key, caption: '', data: { source: 'rankingBars', sequenceCode: null } };
    case 'annex':
      return { type, key, title: '' };
  }
}

export function insertAfter(blocks: readonly Block[], index: number, type: BlockType): Block[] {
  return [...blocks.slice(0, index + 1), newBlock(type, blocks), ...blocks.slice(index + 1)];
}

export function replaceAt(blocks: readonly Block[], index: number, block: Block): Block[] {
  return blocks.map((each, at) => (at === index ? block : each));
}

export function removeAt(blocks: readonly Block[], index: number): Block[] {
  return blocks.filter((_each, at) => at !== index);
}

/** One place up (−1) or down (1); at the edge nothing moves. */
export function moveBy(blocks: readonly Block[], index: number, step: -1 | 1): Block[] {
  const target = index + step;
  const [one, other] = [blocks[index], blocks[target]];
  if (one === undefined || other === undefined) return [...blocks];
  return blocks.map((each, at) => (at === index ? other : at === target ? one : each));
}

/** A data item put where the caret stands. */
export function insertText(text: string, from: number, to: number, inserted: string): string {
  return `${text.slice(0, from)}${inserted}${text.slice(to)}`;
}
