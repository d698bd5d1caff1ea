import { expect, test } from 'vitest';
import { createBudget } from '../../../src/app/packages/sync/src/http/budget.ts';

test('a budget shrinks with time and never below zero', () => {
  let nowMs = 500;
  const budget = createBudget(1_000, () => nowMs);
  expect(budget.remainingMs()).toBe(1_000);
  nowMs += 400;
  expect(budget.remainingMs()).toBe(600);
  nowMs += 5_000;
  expect(budget.remainingMs()).toBe(0);
});

test('a part of a budget ends earlier and leaves the rest for what comes after', () => {
  let nowMs = 0;
  const whole = createBudget(1_000, () => nowMs);
  const part = whole.endingEarlierBy(300);
  nowMs = 700;
  expect(part.remainingMs()).toBe(0);
  expect(whole.remainingMs()).toBe(300);
});

test('a part that reserves more than is left has ended', () => {
  const budget = createBudget(1_000, () => 0);
  expect(budget.endingEarlierBy(2_000).remainingMs()).toBe(0);
});
