import { beforeEach, expect, it } from 'vitest';
import { beginHanding, endDragging, holdOver, isHeldOver, leaveWindow, moveOver, unfoldHere, useDragged } from './dragged';

const harbor = { kind: 'project', name: 'harbor' } as const;
const review = { kind: 'column', project_id: 'p', id: 'review' } as const;
const own = () => useDragged.getState().dragged?.own;

beforeEach(endDragging);

it('[D160] pictures that were handed to the system are known when they come back over the window: by their number, until the drag is over', () => {
  holdOver('files', 2);
  expect(own()).toBe(false);
  leaveWindow();
  beginHanding(2);
  for (const [kind, count, expected] of [['files', 2, true], ['files', 0, true], ['files', 3, false], ['link', 2, false]] as const) {
    holdOver(kind, count);
    expect([kind, count, own()]).toEqual([kind, count, expected]);
    leaveWindow();
  }
  endDragging();
  holdOver('files', 2);
  expect(own()).toBe(false);
});

it('[D160] what is held is over one project or column at a time, and only a project unfolds its columns', () => {
  beginHanding(1);
  moveOver(harbor);
  expect(isHeldOver(harbor)(useDragged.getState())).toBe(false);
  holdOver('files', 1);
  moveOver(harbor);
  unfoldHere();
  moveOver({ ...review });
  expect([harbor, review, { ...review, project_id: 'q' }].map((spot) => isHeldOver(spot)(useDragged.getState()))).toEqual([false, true, false]);
  unfoldHere();
  expect(useDragged.getState().dragged?.unfolded).toBe('harbor');
});
