import { expect, it } from 'vitest';
import { within } from './pane-sizes';
import { sizeByKey, sizeByPointer } from './side-pane-edge';

const limits = { usual: 300, narrowest: 200, widest: 500 };
const right = { ...limits, size: 300, folds: false, towards: 'left' } as const;
const left = { ...limits, size: 208, folds: true, towards: 'right' } as const;

it('[L80] keys make a pane wider in the direction in which it grows, to its limits, and fold one that folds', () => {
  expect([sizeByKey('ArrowLeft', false, right), sizeByKey('ArrowRight', true, right)]).toEqual([316, 236]);
  expect([sizeByKey('ArrowRight', false, left), sizeByKey('Home', false, left), sizeByKey('End', false, left)]).toEqual([224, 200, 500]);
  expect([sizeByKey('Enter', false, left), sizeByKey('Enter', false, { ...left, size: 0 }), sizeByKey('Enter', false, right)]).toEqual([0, 300, undefined]);
  expect([sizeByKey('ArrowLeft', false, { ...left, size: 200 }), sizeByKey('ArrowRight', false, { ...left, size: 0 })]).toEqual([0, 200]);
  expect(sizeByKey('x', false, right)).toBeUndefined();
});

it('[L80] a pointer drags within the limits; far beyond the narrow one, a pane that folds is folded', () => {
  expect([sizeByPointer(150, left), sizeByPointer(90, left), sizeByPointer(90, right)]).toEqual([200, 0, 200]);
  expect([within(9_000, limits), within(10, limits), within(320.4, limits)]).toEqual([500, 200, 320]);
});
