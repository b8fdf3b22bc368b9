import { t } from '@shared/language/language';
import { useRef } from 'react';
import { FilterField } from '../../parts/filter-field';
import { setBoard, setCare, setInbox, setLibrary, setQuality, setSettings, setSystem, setTimeline, useView } from '../../store/use-view';
import styles from './title-search.module.css';
import { useFilterFocus } from './use-filter-focus';

const fields = {
  inbox: { label: t('Filter the inbox'), placeholder: t('Filter files by name or folder'), set: (text: string) => setInbox({ text }) },
  timeline: { label: t('Filter the timeline'), placeholder: t('Filter events by file, prompt, tool, type …'), set: (text: string) => setTimeline({ text }) },
  library: { label: t('Search the library'), placeholder: t('Search prompts, models, LoRAs, names, seeds'), set: (text: string) => setLibrary({ text }) },
  board: { label: t('Filter cards'), placeholder: t('Filter cards by words'), set: (text: string) => setBoard({ text }) },
  projects: { label: t('Filter projects'), placeholder: t('Filter projects by name'), set: (text: string) => setBoard({ text }) },
  quality: { label: t('Narrow by words'), placeholder: t('Narrow to prompts, models, names'), set: (text: string) => setQuality({ text }) },
  system: { label: t('Filter the system'), placeholder: t('Filter services and event types'), set: (text: string) => setSystem({ text }) },
  care: { label: t('Filter findings and history'), placeholder: t('Filter findings and history by file'), set: (text: string) => setCare({ text }) },
  settings: { label: t('Search settings'), placeholder: t('Search settings'), set: (text: string) => setSettings({ text }) },
} as const;

/** The text filter of the place that is open. / and Ctrl+F come here, and F where it opens no menu of its own. */
export function TitleSearch() {
  const place = useView((state) => state.place);
  const text = useView((state) => state[state.place].text);
  const field = useRef<HTMLInputElement>(null);
  useFilterFocus(field);
  const gallery = useView((state) => state.place === 'board' && state.board.project_id === null);
  const { label, placeholder, set } = fields[gallery ? 'projects' : place];
  return (
    <search className={styles.search}>
      <FilterField label={label} placeholder={placeholder} value={text} command={place === 'timeline' || place === 'library' ? 'app.search' : 'app.filter'} field={field} onChange={set} />
    </search>
  );
}
