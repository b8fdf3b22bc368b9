import { assetDetected, assetDiscovered, assetSetAside, assetWithdrawn } from '@shared/events/asset-events';
import { assetSidecarDiscovered } from '@shared/events/sidecar-events';
import { defineManifest } from '../../kernel/manifest';

export const intakeManifest = defineManifest({
  name: 'intake',
  summary: 'Finds every file that lands in the inbox, waits until it has stopped growing and gives its bytes a name.',
  consumes: ['asset.retry_requested'],
  publishes: [assetDetected, assetDiscovered, assetSidecarDiscovered, assetSetAside, assetWithdrawn],
});
