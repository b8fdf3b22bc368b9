import type { EventFamily, EventType } from '@shared/events/catalog';
import {
  BookOpen, CircleDot, CirclePause, CirclePlay, Columns2, DatabaseBackup, Drama, FileQuestionMark, FileSymlink, FolderInput, FolderPlus,
  FolderSync, ImageIcon, Lightbulb, type LucideIcon, Monitor, Moon, Palette, Paperclip, Settings2, SquareKanban, StickyNote, Undo2,
  Workflow,
} from 'lucide-react';
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
  'rating.compared': Columns2,
  'project.created': SquareKanban,
  'project.renamed': SquareKanban,
  'project.described': SquareKanban,
  'project.archived': SquareKanban,
  'project.reopened': SquareKanban,
  'board.card_placed': SquareKanban,
  'board.card_removed': SquareKanban,
  'board.column_added': SquareKanban,
  'board.column_renamed': SquareKanban,
  'board.column_moved': SquareKanban,
  'board.column_removed': SquareKanban,
  'character.defined': Drama,
  'concept.proposed': Lightbulb,
  'concept.approved': Lightbulb,
  'context.updated': BookOpen,
  'note.written': StickyNote,
  'note.removed': StickyNote,
  'settings.changed': Settings2,
  'source.added': FolderPlus,
  'source.changed': FolderPlus,
};

/** The icon for a story that has no picture: an undo's is the same however long it is. */
export function iconOf({ events }: Story, family: EventFamily): LucideIcon {
  if (events.some(({ event_type }) => event_type === 'undo.requested')) return Undo2;
  const latest = events[0];
  return (latest && ofType[latest.event_type]) ?? ofFamily[family];
}
