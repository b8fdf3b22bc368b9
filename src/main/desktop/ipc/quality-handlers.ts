import type { Hub } from '../../hub';
import type { Handlers } from './registry';

type QualityCall = 'quality/overview';

/** How technical quality lies in the library. */
export function qualityHandlers(hub: () => Hub): Pick<Handlers, QualityCall> {
  return { 'quality/overview': ({ filter }) => hub().pictures.overview(filter) };
}
