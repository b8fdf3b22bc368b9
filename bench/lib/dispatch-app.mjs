/** The app's bus as it is in src/: Node strips the types, and this finds what its imports name without an ending. */
import { registerHooks } from 'node:module';

const root = new URL('../../', import.meta.url);

registerHooks({
  resolve(specifier, context, next) {
    if (specifier.startsWith('@shared/')) return next(new URL(`src/shared/${specifier.slice(8)}.ts`, root).href, context);
    const bare = context.parentURL?.endsWith('.ts') && specifier.startsWith('.') && !specifier.endsWith('.ts');
    return next(bare ? `${specifier}.ts` : specifier, context);
  },
});

const fromBus = (file) => import(new URL(`src/main/bus/${file}.ts`, root).href);

export const { Dispatcher } = await fromBus('dispatcher');
export const { EventFilter } = await fromBus('middleware/event-filter');
export const { EventLogger } = await fromBus('middleware/event-logger');
export const { EventMetrics } = await fromBus('middleware/event-metrics');
export const { EventPersistence } = await fromBus('middleware/event-persistence');
