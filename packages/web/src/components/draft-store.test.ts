import { expect, test } from 'vitest';
import { listDrafts, readDraft, removeDraft, type TextStore, writeDraft } from './draft-store.ts';

function store(): TextStore {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

test('N5 what was typed is found again after a time-out, by the same account only', () => {
  const here = store();
  writeDraft(here, 'a', 'submission', { text: '抓获逃犯一名' }, 0);
  expect(readDraft(here, 'a', 'submission', 1000)).toEqual({ text: '抓获逃犯一名' });
  expect(readDraft(here, 'b', 'submission', 1000)).toBeUndefined();
});

test('N5 a draft ends when its work is done, and after thirty days', () => {
  const here = store();
  writeDraft(here, 'a', 'x', { n: 1 }, 0);
  expect(readDraft(here, 'a', 'x', 31 * 86_400_000)).toBeUndefined();
  removeDraft(here, 'a', 'x');
  expect(readDraft(here, 'a', 'x', 0)).toBeUndefined();
});

test('N5 a browser that keeps nothing breaks no form', () => {
  const full: TextStore = {
    length: 0,
    key: () => null,
    getItem: () => 'not json',
    setItem: () => {
      throw new Error('quota');
    },
    removeItem: () => undefined,
  };
  expect(writeDraft(full, 'a', 'x', {}, 0)).toBe(false);
  expect(readDraft(full, 'a', 'x', 0)).toBeUndefined();
});

test('N5 what was begun and not finished is listed, the newest first, without others’ and what is too old', () => {
  const here = store();
  writeDraft(here, 'a', 'report.p.hazard', { title: '排查' }, 1);
  writeDraft(here, 'a', 'report.p.visits', { title: '走访' }, 2);
  writeDraft(here, 'a', 'report.q.visits', { title: '另一周期' }, 3);
  writeDraft(here, 'b', 'report.p.quality', { title: '他人' }, 4);
  expect(listDrafts(here, 'a', 'report.p.', 5)).toEqual([
    { rest: 'visits', values: { title: '走访' } },
    { rest: 'hazard', values: { title: '排查' } },
  ]);
  expect(listDrafts(here, 'a', 'report.p.', 31 * 86_400_000)).toEqual([]);
});
