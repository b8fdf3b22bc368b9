import type { SystemPart } from '../../store/use-view';

export const parts: readonly (readonly [part: SystemPart, name: string])[] = [
  ['map', 'Map'],
  ['metrics', 'Metrics'],
  ['dead-letters', 'Dead letters'],
];
