/** The app's bus as it is in src/. */
import { appModules } from '../../scripts/lib/app-modules.mjs';

const fromBus = (file) => appModules.main(`bus/${file}`);

export const { Dispatcher } = await fromBus('dispatcher');
export const { EventFilter } = await fromBus('middleware/event-filter');
export const { EventLogger } = await fromBus('middleware/event-logger');
export const { EventMetrics } = await fromBus('middleware/event-metrics');
export const { EventPersistence } = await fromBus('middleware/event-persistence');
