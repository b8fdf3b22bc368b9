import type { Channel } from '@shared/events/channels';

/** The names of the channels in the document, as published. */
export const channelKeys: Readonly<Record<Channel, string>> = {
  assets: 'assetEvents',
  workflows: 'workflowEvents',
  creative: 'creativeEvents',
  system: 'systemEvents',
};

/** What a channel is about. */
export const channelWords: Readonly<Record<Channel, { title: string; description: string }>> = {
  assets: { title: 'Asset events', description: 'What happens to the files that arrive: found, read, rated, filed, or set aside with a reason.' },
  workflows: { title: 'Workflow events', description: 'Generations and other work with several steps.' },
  creative: { title: 'Creative events', description: 'Projects and what is decided in them: styles, characters, concepts, context.' },
  system: { title: 'System events', description: 'What Alice itself does: hubs that start and stop, settings, events that wait as dead letters.' },
};
