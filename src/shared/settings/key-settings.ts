import { ownKeys } from '../commands/own-keys';
import { defineSetting } from './setting';

/** Which keys a person chose for commands; what stands there for commands of another version is kept. */
export const keySettings = {
  keys: defineSetting({
    schema: ownKeys,
    initial: {},
    title: 'Keys',
    sentence: 'Which keys run which command.',
    words: ['keyboard', 'shortcut', 'hotkey', 'remap', 'binding', 'command'],
    control: { kind: 'editor', button: 'Edit keys…' },
  }),
} as const;
