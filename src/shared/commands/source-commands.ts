import type { Commands } from './command';

/** What is done about the folders that are watched beside the inbox. */
export const sourceCommands = {
  'sources.add': {
    title: 'Watch a folder', section: 'everywhere', keys: [], words: 'source add comfyui downloads',
    menu: { menu: 'file', group: 0, label: 'Watch a Folder…' },
  },
} as const satisfies Commands;
