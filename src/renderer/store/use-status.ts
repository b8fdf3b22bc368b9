import type { AppStatus } from '@shared/ipc/answers';
import { create } from 'zustand';

/** The app's own condition: folders, mode, watching, trouble. Null until the first answer. */
export const useStatus = create<{ readonly status: AppStatus | null }>(() => ({ status: null }));

export const setStatus = (status: AppStatus) => useStatus.setState({ status });
