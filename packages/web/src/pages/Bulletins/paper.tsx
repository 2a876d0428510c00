import type { bulletins } from '@mingji/contract';
import { formatDay } from '../../app/format-time.ts';
import { BarChart } from '../../charts/bar-chart.tsx';
import { LineChart } from '../../charts/line-chart.tsx';
import { classNames } from '../../components/class-names.ts';
import styles from './paper.module.css';

interface PaperProps {
  readonly document: bulletins.BulletinDocument;
  /** The day of publication; not given: it is not published yet. */
  readonly printedOn?: string | undefined;
  /** Beside the editor: smaller, and scrolled by itself. */
  readonly beside?: boolean;
}

/** The bulletin as it will lie on the desk: the same blocks and numbers that the Word document prints. */
export function Paper({ document, printedOn, beside = false }: PaperProps) {
  const annex = document.blocks.findIndex(({ type }) => type === 'annex');
  const text = annex === -1 ? document.blocks : document.blocks.slice(0, annex);
  const annexes = annex === -1 ? [] : document.blocks.slice(annex);
  return (
    <div className={classNames(styles.desk, beside && styles.beside)}>
      <article className={styles.paper}>
        <p className={styles.issuer}>{document.issuer}文件</p>
        <p className={styles.number}>{document.number ?? '（编号待审批时给出）'}</p>
        <h2 className={styles.title}>{document.title}</h2>
        <p className={styles.plain}>{document.addressee.replace(/[：:]\s*$/, '')}：</p>
        {text.map((block) => (
          <PaperBlock key={block.key} block={block} />
        ))}
        <AnnexList annexes={document.annexes} />
        <div className={styles.signature}>
          <div>{document.issuer}</div>
          <div>{document.datedOn === null ? '　年　月　日' : formatDay(document.datedOn)}</div>
        </div>
        {annexes.map((block) => (
          <PaperBlock key={block.key} block={block} />
        ))}
        <Imprint document={document} printedOn={printedOn} />
      </article>
    </div>
  );
}

function AnnexList({ annexes }: { readonly annexes: readonly string[] }) {
  if (annexes.length === 0) return null;
  return (
    <ol className={styles.annexes}>
      {annexes.map((title, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two attachments may have one title.
        <li key={index}>
          {index === 0 ? '附件：' : '　　　'}
          {annexes.length > 1 && `${index + 1}. `}
          {title}
        </li>
      ))}
    </ol>
  );
}

/** 版记: who gets a copy, who printed it and when. */
function Imprint({ document: { issuer, copies }, printedOn }: Omit<PaperProps, 'beside'>) {
  return (
    <footer className={styles.imprint}>
      {copies !== '' && (
        <div className={styles.copies}>
          <span>抄送：</span>
          <span>{copies}。</span>
        </div>
      )}
      <div className={styles.printed}>
        <span>{issuer}</span>
        <span>{printedOn === undefined ? '　　年　月　日' : formatDay(printedOn)}印发</span>
      </div>
    </footer>
  );
}

const headings = [styles.first, styles.second, styles.third];

function PaperBlock({ block }: { readonly block: bulletins.DocumentBlock }) {
  switch (block.type) {
    case 'heading':
      return (
        <h3 className={headings[block.level - 1] ?? ''}>
          {block.ordinal}
          {block.text}
        </h3>
      );
    case 'paragraph':
      return block.text.split('\n').map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text have no other name.
        <p key={index} className={styles.text}>
          {part}
        </p>
      ));
    case 'table':
      return <PaperTable block={block} />;
    case 'chart':
      return <PaperChart block={block} />;
    case 'annex':
      return (
        <div className={styles.annex}>
          <p className={styles.plain}>附件{block.ordinal ?? ''}</p>
          <h2 className={styles.title}>{block.title}</h2>
        </div>
      );
  }
}

type TableBlock = Extract<bulletins.DocumentBlock, { type: 'table' }>;
function PaperTable({ block }: { readonly block: TableBlock }) {
  return (
    <>
      {block.caption !== '' && <p className={styles.caption}>{block.caption}</p>}
      {block.emptyText === null ? (
        <div className={styles.scroll}>
          <table className={styles.table}>
            <thead>
              <tr>
                {block.columns.map(({ heading }) => (
                  <th key={heading} scope="col">
                    {heading}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {block.rows.map((cells, row) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a printed row has no other name.
                <tr key={row}>
                  {cells.map((cell, index) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: nor has a cell.
                    <td key={index} style={{ textAlign: block.columns[index]?.align ?? 'left' }}>
                      {cell}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : (
        <p className={styles.text}>{block.emptyText}</p>
      )}
      <p className={styles.note}>{block.note}</p>
    </>
  );
}

type ChartBlock = Extract<bulletins.DocumentBlock, { type: 'chart' }>;
function PaperChart({ block }: { readonly block: ChartBlock }) {
  const title = block.caption || '图';
  return (
    <div className={styles.chart}>
      {block.emptyText !== null ? (
        <>
          <p className={styles.caption}>{title}</p>
          <p className={styles.text}>{block.emptyText}</p>
        </>
      ) : block.form === 'bars' ? (
        <BarChart title={title} nameHeading="单位" names={block.categories} series={block.series} />
      ) : (
        <LineChart
          title={title}
          nameHeading="周期"
          names={block.categories}
          series={block.series}
          scale={block.measure === 'rank' ? 'rank' : 'value'}
        />
      )}
      <p className={styles.note}>{block.note}</p>
    </div>
  );
}
