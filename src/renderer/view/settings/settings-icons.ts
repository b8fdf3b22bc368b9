import type { SectionId } from '@shared/settings/settings-sections';
import {
  Aperture, Bell, Database, FolderOpen, Info, Inbox, Keyboard, type LucideIcon, Monitor, ScanSearch, SlidersHorizontal,
} from 'lucide-react';

export const sectionIcons: Readonly<Record<SectionId, LucideIcon>> = {
  general: SlidersHorizontal,
  appearance: Monitor,
  files: FolderOpen,
  sources: Inbox,
  quality: Aperture,
  provenance: ScanSearch,
  notifications: Bell,
  keys: Keyboard,
  data: Database,
  about: Info,
};
