import { useEffect, useMemo, useRef } from 'react';

/** What the page does with a key, whatever work is in sight. */
export interface PageActs {
  readonly next: () => void;
  readonly previous: () => void;
  readonly tick: () => void;
  readonly tickAll: () => void;
  readonly acceptTicked: () => void;
  readonly returnTicked: () => void;
  readonly legend: () => void;
}
/** What the work in sight takes. */
export interface PaneActs {
  readonly accept: () => void;
  readonly choose: () => void;
  readonly sendBack: () => void;
  readonly transfer: () => void;
  readonly recuse: () => void;
  readonly take: () => void;
  /** 1 to 9: the event, or the points of a band. */
  readonly digit: (n: number) => void;
}
export interface ReviewKeys {
  /** The pane in sight takes its keys; null when it goes. */
  readonly setActs: (acts: Partial<PaneActs> | null) => void;
}

/** The keys, in the order of the legend. */
export const REVIEW_KEYS = [
  ['j', '下一件'],
  ['k', '上一件'],
  ['a', '按填报内容采纳'],
  ['1–9', '按第几种情形认定，幅度指标为评几分'],
  ['e', '另行认定'],
  ['r', '退回（空白时按 1–5 选用常用理由）'],
  ['t', '转办'],
  ['s', '受理、放弃受理'],
  ['x', '选中、取消选中'],
  ['Shift + x', '全选、全不选'],
  ['Shift + a', '采纳选中的各件'],
  ['Shift + r', '退回选中的各件'],
  ['Ctrl + Enter', '提交打开的对话框（批量采纳按 Enter）'],
  ['?', '显示、收起本说明'],
] as const;

const pageKeys: Readonly<Record<string, keyof PageActs>> = {
  j: 'next',
  k: 'previous',
  x: 'tick',
  X: 'tickAll',
  A: 'acceptTicked',
  R: 'returnTicked',
  '?': 'legend',
  '？': 'legend',
};
const paneKeys: Readonly<Record<string, Exclude<keyof PaneActs, 'digit' | 'recuse'>>> = {
  a: 'accept',
  e: 'choose',
  r: 'sendBack',
  t: 'transfer',
  s: 'take',
};

/** One hand is enough: keys anywhere on the page but in a field or above an open dialog. */
export function useReviewKeys(page: PageActs): ReviewKeys {
  const latest = useRef(page);
  const acts = useRef<Partial<PaneActs> | null>(null);
  useEffect(() => {
    latest.current = page;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isBusy(event.target)) return;
      const act = actOf(event.key, latest.current, acts.current);
      if (!act) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  return useMemo(
    () => ({
      setActs: (next) => {
        acts.current = next;
      },
    }),
    [],
  );
}

/** Pure, so that the table of keys can be tested without a page. */
export function actOf(key: string, page: PageActs, pane: Partial<PaneActs> | null): (() => void) | undefined {
  const onPage = pageKeys[key];
  if (onPage) return page[onPage];
  if (!pane) return undefined;
  const { digit } = pane;
  if (/^[1-9]$/.test(key)) return digit && (() => digit(Number(key)));
  const inPane = paneKeys[key];
  return inPane && pane[inPane];
}

function isBusy(target: EventTarget | null): boolean {
  if (document.querySelector('.ant-modal-wrap:not([style*="display: none"]), .ant-drawer-open')) return true;
  return (
    target instanceof HTMLElement &&
    (/^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || target.isContentEditable) &&
    (target as HTMLInputElement).type !== 'checkbox'
  );
}
