import { expect, test, vi } from 'vitest';
import { actOf, type PageActs, REVIEW_KEYS } from './use-review-keys.ts';

const page = {
  next: vi.fn(),
  previous: vi.fn(),
  tick: vi.fn(),
  tickAll: vi.fn(),
  acceptTicked: vi.fn(),
  returnTicked: vi.fn(),
  legend: vi.fn(),
} satisfies PageActs;
const pane = {
  accept: vi.fn(),
  choose: vi.fn(),
  sendBack: vi.fn(),
  transfer: vi.fn(),
  take: vi.fn(),
  digit: vi.fn(),
};

test('P9 every key of the legend does what stands beside it', () => {
  const expected: Readonly<Record<string, (() => void) | undefined>> = {
    j: page.next,
    k: page.previous,
    x: page.tick,
    'Shift + x': page.tickAll,
    'Shift + a': page.acceptTicked,
    'Shift + r': page.returnTicked,
    '?': page.legend,
    a: pane.accept,
    e: pane.choose,
    r: pane.sendBack,
    t: pane.transfer,
    s: pane.take,
  };
  const shifted: Readonly<Record<string, string>> = { 'Shift + x': 'X', 'Shift + a': 'A', 'Shift + r': 'R' };
  for (const [key] of REVIEW_KEYS) {
    if (key === '1–9' || key === 'Ctrl + Enter') continue;
    expect(actOf(shifted[key] ?? key, page, pane)).toBe(expected[key]);
  }
  actOf('7', page, pane)?.();
  expect(pane.digit).toHaveBeenCalledWith(7);
});

test('P9 without work in sight only the keys of the page act, and other keys never', () => {
  for (const key of ['a', 'e', 'r', 't', 's', '1']) expect(actOf(key, page, null)).toBeUndefined();
  expect(actOf('j', page, null)).toBe(page.next);
  for (const key of ['0', 'b', 'Enter', 'Escape']) expect(actOf(key, page, pane)).toBeUndefined();
});
