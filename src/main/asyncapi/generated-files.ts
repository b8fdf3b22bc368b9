import { withSettings } from '@shared/settings/settings-document';
import { doorManifests, serviceManifests } from '../hub/service-manifests';
import { asyncApiDocument } from './asyncapi-document';
import { eventApi } from './event-api';
import { flowDrawing, withDrawing } from './flow-drawing';
import { eventsPage } from './page/events-page';
import { toYaml } from './to-yaml';

/** The contract of this version of Alice. */
export function aliceEventApi() {
  return eventApi(serviceManifests, doorManifests);
}

/** Every file that is written from the contract or the settings, by its path in the project. `read` gives a file of the project. */
export function generatedFiles(read: (path: string) => string): ReadonlyMap<string, string> {
  const api = aliceEventApi();
  return new Map([
    ['docs/asyncapi.yaml', toYaml(asyncApiDocument(api))],
    ['docs/architecture.md', withDrawing(read('docs/architecture.md'), flowDrawing(api))],
    ['README.md', withSettings(read('README.md'))],
    ['resources/docs/events.html', eventsPage(api)],
    ['resources/docs/events.css', `${read('src/renderer/parts/tokens.css')}\n${read('src/main/asyncapi/page/events-page.css')}`],
  ]);
}
