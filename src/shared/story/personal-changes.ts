import type { EventType, RecordedEvent } from '../events/catalog';
import { inEnglish } from '../language/language';
import { isSettingKey } from '../settings/settings-table';
import { describeEvent } from './describe-event';

/** Changes of the settings and of the folders that are watched: whoever keeps those takes them back. */
export const changeTypes = ['settings.changed', 'source.added', 'source.changed', 'source.removed'] as const satisfies readonly EventType[];
export type ChangeEvent = Extract<RecordedEvent, { event_type: (typeof changeTypes)[number] }>;

/** Whether an event tells of a change that a person can take back. A data folder that has moved is moved again instead. */
export function isChange(event: RecordedEvent): event is ChangeEvent {
  if (!(changeTypes as readonly string[]).includes(event.event_type)) return false;
  return event.event_type !== 'settings.changed' || isSettingKey(event.data.setting);
}

/** What a change is about; changes of one thing lie on one another. */
export function changedThing(event: ChangeEvent): string {
  return event.event_type === 'settings.changed' ? `setting ${event.data.setting}` : `source ${event.data.source_id}`;
}

/** `Theme: Dark`, `Source ComfyUI was removed`. */
export function changeInWords(event: ChangeEvent): string {
  const { title, detail } = describeEvent(event);
  return event.event_type === 'settings.changed' ? (detail ?? title) : title;
}

/** The same as it is recorded. */
export function changeLabel(event: ChangeEvent): string {
  return inEnglish(() => changeInWords(event));
}
