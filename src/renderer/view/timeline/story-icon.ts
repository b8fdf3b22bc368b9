import type { EventFamily, EventType } from '@shared/events/catalog';
import { CircleDot, CirclePause, CirclePlay, DatabaseBackup, FileQuestionMark, FileSymlink, FolderInput, FolderSync, ImageIcon, type LucideIcon, Monitor, Moon, Palette, Paperclip, Undo2, Workflow } from 'lucide-react';
import type { Story } from '../../store/stories';

const ofFamily: Readonly<Record<EventFamily, LucideIcon>> = {
  asset: ImageIcon,
  quality: CircleDot,
  workflow: Workflow,
  creative: Palette,
  system: Monitor,
};

const ofType: Readonly<Partial<Record<EventType, LucideIcon>>> = {
  'undo.requested': Undo2,
  'asset.moved': FileSymlink,
  'asset.missing': FileQuestionMark,
  'asset.returned': FolderInput,
  'asset.adopted': FolderInput,
  'asset.refiled': FolderSync,
  'asset.sidecar_discovered': Paperclip,
  'asset.sidecar_filed': Paperclip,
  'hub.paused': CirclePause,
  'hub.resumed': CirclePlay,
  'hub.woke': Moon,
  'log.backed_up': DatabaseBackup,
  'log.recovered': DatabaseBackup,
};

/** The icon for a story that has no picture: an undo's is the same however long it is. */
export function iconOf({ events }: Story, family: EventFamily): LucideIcon {
  if (events.some(({ event_type }) => event_type === 'undo.requested')) return Undo2;
  const latest = events[0];
  return (latest && ofType[latest.event_type]) ?? ofFamily[family];
}
