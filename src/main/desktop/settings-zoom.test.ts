import { expect, it, vi } from 'vitest';

vi.mock('electron', () => ({ app: {} }));
const { zoomOfKey } = await import('./settings-zoom');

const pressed = (key: string, held: object = { control: true }) => zoomOfKey({ type: 'keyDown', control: false, meta: false, alt: false, key, ...held });

it('[D101] Ctrl or Cmd with plus, minus or zero zooms, on every keyboard, and nothing else does', () => {
  expect(['+', '=', '-', '_', '0', '1', 'a'].map((key) => pressed(key))).toEqual([1, 1, -1, -1, 0, null, null]);
  expect(pressed('+', { meta: true })).toBe(1);
  expect([pressed('+', {}), pressed('+', { control: true, alt: true }), pressed('+', { control: true, type: 'keyUp' })]).toEqual([null, null, null]);
});
