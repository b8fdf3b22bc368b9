/**
 * Which folder may import which, and which packages. Everything that is not written here is forbidden,
 * and a file under src/ that no row covers is an error.
 *
 * `pattern` may capture one folder name with `*`; `ownFolder: true` then keeps files to their own folder
 * where `may` names the same layer. `types` are layers of which only the types may be imported.
 * `packages` lists npm packages by name (all their subpaths) and Node's own modules, always with `node:`.
 */

const shared = ['shared-commands', 'shared-events', 'shared-language', 'shared-library', 'shared-settings', 'shared-story', 'shared-ipc'];
const words = ['zod', 'uuidv7'];
const pureNode = ['assert', 'async_hooks', 'buffer', 'crypto', 'events', 'path', 'perf_hooks', 'timers', 'url', 'util', 'zlib'].map((name) => `node:${name}`);
const any = ['**'];
const anyButElectron = ['!(electron)', '@*/*'];
const react = ['react', 'react-dom', 'zustand', ...words];
const widgets = [...react, 'uplot', 'react-aria-components', 'lucide-react', 'react-resizable-panels', '@tanstack/react-virtual', 'tinykeys', '@atlaskit/*'];

export const layers = [
  { name: 'tests', pattern: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'src/main/testing/**'], may: ['*'], packages: any },

  { name: 'shared-commands', pattern: 'src/shared/commands/**', may: ['shared-language', 'shared-commands'], packages: words },
  { name: 'shared-events', pattern: 'src/shared/events/**', may: ['shared-events'], packages: words },
  // What is said to a person, in the language that was chosen. Events are recorded in none.
  { name: 'shared-language', pattern: 'src/shared/language/**', may: ['shared-language'], packages: [...words, 'intl-messageformat'] },
  { name: 'shared-library', pattern: 'src/shared/library/**', may: ['shared-language', 'shared-events', 'shared-library'], packages: words },
  { name: 'shared-settings', pattern: 'src/shared/settings/**', may: ['shared-language', 'shared-commands', 'shared-library', 'shared-settings'], packages: words },
  { name: 'shared-story', pattern: 'src/shared/story/**', may: ['shared-language', 'shared-events', 'shared-library', 'shared-settings', 'shared-story'], packages: words },
  { name: 'shared-ipc', pattern: 'src/shared/ipc/**', may: shared, packages: words },

  { name: 'main-bus', pattern: 'src/main/bus/**', may: [...shared, 'main-bus'], packages: anyButElectron },
  { name: 'main-log', pattern: 'src/main/log/**', may: [...shared, 'main-log'], types: ['main-bus'], packages: anyButElectron },
  { name: 'main-kernel', pattern: 'src/main/kernel/**', may: [...shared, 'main-kernel', 'main-bus', 'main-log'], packages: anyButElectron },
  { name: 'main-service', pattern: 'src/main/services/*/**', ownFolder: true, may: [...shared, 'main-kernel', 'main-service'], packages: [...words, 'p-queue', ...pureNode] },
  { name: 'main-adapter', pattern: 'src/main/adapters/**', may: [...shared, 'main-kernel', 'main-service', 'main-adapter'], packages: anyButElectron },
  { name: 'main-projection', pattern: 'src/main/projections/**', may: [...shared, 'main-log', 'main-kernel', 'main-projection'], packages: anyButElectron },
  // Who hears and says what, without how: all that documents and maps may know of the services.
  { name: 'main-manifests', pattern: 'src/main/hub/service-manifests.ts', may: [...shared, 'main-kernel', 'main-service'], packages: [] },
  { name: 'main-asyncapi', pattern: 'src/main/asyncapi/**', may: [...shared, 'main-asyncapi', 'main-manifests'], types: ['main-kernel'], packages: ['zod', 'yaml'] },
  {
    name: 'main-hub',
    pattern: ['src/main/hub.ts', 'src/main/hub/**'],
    may: [...shared, 'main-hub', 'main-manifests', 'main-bus', 'main-log', 'main-kernel', 'main-service', 'main-adapter', 'main-projection'],
    packages: anyButElectron,
  },
  {
    name: 'main-cli',
    pattern: ['src/main/cli.ts', 'src/main/cli/**', 'src/main/mcp/**'],
    may: [...shared, 'main-cli', 'main-hub', 'main-manifests', 'main-asyncapi', 'main-kernel', 'main-adapter', 'main-projection', 'main-log', 'main-service'],
    packages: anyButElectron,
  },
  {
    name: 'main-desktop',
    pattern: ['src/main/index.ts', 'src/main/desktop/**'],
    may: [...shared, 'main-desktop', 'main-hub', 'main-manifests', 'main-kernel', 'main-adapter', 'resources'],
    types: ['main-log', 'main-projection'],
    packages: any,
  },

  { name: 'preload', pattern: 'src/preload/**', may: ['preload', 'shared-ipc'], packages: ['electron'] },

  { name: 'renderer-receive', pattern: 'src/renderer/receive/**', may: [...shared, 'renderer-receive'], packages: react },
  { name: 'renderer-store', pattern: 'src/renderer/store/**', may: [...shared, 'renderer-store'], types: ['renderer-receive'], packages: react },
  { name: 'renderer-parts', pattern: 'src/renderer/parts/**', may: [...shared, 'renderer-parts'], packages: [...widgets, 'thumbhash'] },
  { name: 'renderer-view', pattern: 'src/renderer/view/*/**', ownFolder: true, may: [...shared, 'renderer-store', 'renderer-parts', 'renderer-view'], packages: widgets },
  {
    name: 'renderer-app',
    pattern: 'src/renderer/*',
    may: [...shared, 'renderer-app', 'renderer-receive', 'renderer-store', 'renderer-parts', 'renderer-view', 'change-log'],
    packages: [...widgets, '@fontsource-variable/*'],
  },

  // Read into the window as it is built, for the release notes.
  { name: 'change-log', pattern: 'CHANGELOG.md', may: [], packages: [] },
  { name: 'resources', pattern: 'resources/**', may: [], packages: [] },
  { name: 'e2e', pattern: 'e2e/**', may: ['*'], packages: any },
  { name: 'bench', pattern: 'bench/**', may: ['*'], packages: any },
  { name: 'scripts', pattern: ['scripts/**', 'bin/**'], may: ['scripts'], packages: any },
  { name: 'config', pattern: '*.{js,ts,json}', may: ['scripts', 'config'], packages: any },
];
