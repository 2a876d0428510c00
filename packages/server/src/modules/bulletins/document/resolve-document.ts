import type { bulletins } from '@mingji/contract';
import type { Figures } from '../figures/figures.ts';
import { buildChart } from './build-chart.ts';
import { buildTable } from './build-table.ts';
import { fillText } from './fill-text.ts';
import { makeHeadingCounter } from './heading-ordinal.ts';

/** A text of the bulletin and what in its braces nobody knows. */
export interface UnknownPlace {
  readonly key: string | null;
  readonly text: string;
}
export interface Resolved {
  readonly document: bulletins.BulletinDocument;
  readonly unknown: readonly UnknownPlace[];
}

/** What is written and the figures, made one document: every number of it comes from the figures. */
export function resolveDocument(content: bulletins.BulletinContent, figures: Figures): Resolved {
  const unknown: UnknownPlace[] = [];
  const fill = (key: string | null, text: string) => {
    const filled = fillText(figures, text);
    for (const each of filled.unknown) unknown.push({ key, text: each });
    return filled.text;
  };
  const { blocks, annexes } = resolveBlocks(content.blocks, figures, fill);
  const document = {
    issuer: figures.issuer,
    number: null,
    title: fill(null, content.title),
    addressee: fill(null, content.addressee),
    copies: copiesAlone(fill(null, content.copies)),
    blocks,
    annexes,
    datedOn: null,
    sources: [...figures.sources],
  };
  return { document, unknown };
}

/** The label and the full stop are set by the imprint, whether they were typed or not. */
function copiesAlone(text: string): string {
  return text
    .trim()
    .replace(/\s*\n\s*/g, '，')
    .replace(/^抄送[：:]\s*/, '')
    .replace(/[。.]$/, '');
}

type Fill = (key: string, text: string) => string;

function resolveBlocks(written: readonly bulletins.BulletinBlock[], figures: Figures, fill: Fill) {
  const headings = makeHeadingCounter();
  const several = written.filter(({ type }) => type === 'annex').length > 1;
  const annexes: string[] = [];
  const blocks: bulletins.DocumentBlock[] = [];
  for (const block of written) {
    const { key } = block;
    if (block.type === 'heading') {
      const { level, type } = block;
      blocks.push({ type, key, level, ordinal: headings.next(level), text: fill(key, block.text) });
    } else if (block.type === 'paragraph') {
      blocks.push({ type: block.type, key, text: fill(key, block.text) });
    } else if (block.type === 'annex') {
      headings.restart();
      const title = fill(key, block.title);
      annexes.push(title);
      blocks.push({ type: block.type, key, ordinal: several ? annexes.length : null, title });
    } else {
      const caption = fill(key, block.caption);
      blocks.push(
        block.type === 'table'
          ? { type: block.type, key, caption, ...buildTable(figures, block.data) }
          : { type: block.type, key, caption, ...buildChart(figures, block.data) },
      );
    }
  }
  return { blocks, annexes };
}
