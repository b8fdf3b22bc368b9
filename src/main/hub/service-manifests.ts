import { assetRetryRequested } from '@shared/events/asset-events';
import { boardEvents } from '@shared/events/board-events';
import { assetRefileRequested } from '@shared/events/care-events';
import { creativeEvents } from '@shared/events/creative-events';
import { picturesCompared, ratingBandsChanged, ratingCleared, ratingGiven, stackDecided } from '@shared/events/rating-events';
import { sourceAdded, sourceChanged, sourceMissing, sourceRemoved, sourceReturned } from '@shared/events/source-events';
import {
  eventLoopStopped, eventParked, eventRetryRequested, hubPaused, hubResumed, hubStarted, hubStopped, hubWoke, logBackedUp, logRecovered,
  settingsChanged, undoRequested,
} from '@shared/events/system-events';
import { defineManifest, type Manifest } from '../kernel/manifest';
import { assetsManifest } from '../services/assets/assets-service';
import { intakeManifest } from '../services/intake/intake-manifest';
import { keeperManifest } from '../services/keeper/keeper-service';
import { organizerManifest } from '../services/organizer/organizer-service';
import { qualityManifest } from '../services/quality/quality-service';
import { ratingsManifest } from '../services/ratings/ratings-service';
import { refilingManifest } from '../services/refiling/refiling-service';
import { sidecarsManifest } from '../services/sidecars/sidecars-service';
import { undoManifest } from '../services/undo/undo-service';

/** Every service of a hub, in the order of a file's way. The AsyncAPI document, the drawing and the map come from here. */
export const serviceManifests: readonly Manifest[] = [
  intakeManifest, assetsManifest, qualityManifest, organizerManifest, sidecarsManifest, ratingsManifest, refilingManifest, undoManifest,
  keeperManifest,
];

/** Those who say events without being a service: they hear none by themselves. */
export const doorManifests: readonly Manifest[] = [
  defineManifest({
    name: 'desktop',
    summary: 'Says what a person does in the window.',
    consumes: [],
    publishes: [
      assetRetryRequested, assetRefileRequested, settingsChanged, eventRetryRequested, undoRequested, ratingGiven, ratingCleared,
      ratingBandsChanged, picturesCompared, stackDecided, sourceAdded, sourceChanged, sourceRemoved, ...creativeEvents, ...boardEvents,
    ],
  }),
  defineManifest({
    name: 'hub',
    summary: 'Opens, backs up, mends and closes the log, runs the services, and pauses while files could come to harm.',
    consumes: [],
    publishes: [
      hubStarted, hubStopped, sourceMissing, sourceReturned, hubPaused, hubResumed, hubWoke, logBackedUp, logRecovered, eventParked,
      eventLoopStopped,
    ],
  }),
];
