import { asText } from '@shared/ipc/json-text';
import type { RecordedEvent } from '@shared/events/catalog';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { emptyLog } from './log-state';
import { followProjectCounts } from './project-counts';
import { useLog } from './use-log';

const projects = [{ project: 'harbor', assets: 2, cover: null }];
let sequences: number[] = [];
let leave = () => undefined as void;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('window', { alice: { call: async () => asText({ ok: true, answer: { sequence: sequences.shift() ?? 0, projects } }) } });
  useLog.setState({ ...emptyLog, ready: true, up_to_date: true, sequence: 6 });
  leave = followProjectCounts();
});

afterEach(() => {
  leave();
  vi.useRealTimers();
});

const happens = (event_type: string, sequence: number) =>
  useLog.setState((state) => ({ sequence, events: [{ event_type, sequence, data: {} } as unknown as RecordedEvent, ...state.events] }));

it('[D160] the sidebar counts anew when pictures went to another project, by an answer of the same moment only', async () => {
  sequences = [6, 7];
  happens('asset.refiled', 7);
  await vi.advanceTimersByTimeAsync(260);
  expect(useLog.getState().projects).toEqual([]);
  await vi.advanceTimersByTimeAsync(260);
  expect(useLog.getState().projects).toEqual(projects);
  expect(sequences).toEqual([]);
});

it('[D160] and asks for nothing when something else happened', async () => {
  sequences = [7];
  happens('asset.organized', 7);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(sequences).toEqual([7]);
});
