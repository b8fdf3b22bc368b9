import type { RecordedEvent } from '@shared/events/catalog';
import type { ProjectCount, Snapshot, WholeStory } from '@shared/ipc/answers';
import type { AssetRecord } from '@shared/library/asset-record';
import { create } from 'zustand';
import { applyEvents } from './apply-events';
import { emptyLog, type LogState } from './log-state';
import { mergeAsset, mergeSnapshot, mergeStories } from './merge-answers';

/** What the window knows of the log. Written only by the functions of {@link logDoor}. */
export const useLog = create<LogState>(() => emptyLog);

/** The one way in: each answer and each batch is one change, so the screen is drawn once for it. */
export const logDoor = {
  begin: (snapshot: Snapshot) => useLog.setState((state) => mergeSnapshot(state, snapshot)),
  tell: (batch: readonly RecordedEvent[]) => useLog.setState((state) => applyEvents(state, batch)),
  lost: () => useLog.setState({ up_to_date: false }),
  asset: (asset: AssetRecord) => useLog.setState((state) => mergeAsset(state, asset)),
  projects: (projects: readonly ProjectCount[]) => useLog.setState({ projects }),
  stories: (whole: readonly WholeStory[]) => useLog.setState((state) => mergeStories(state, whole)),
};
