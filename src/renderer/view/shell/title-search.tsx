import { useRef } from 'react';
import { FilterField } from '../../parts/filter-field';
import { setBoard, setCare, setInbox, setLibrary, setQuality, setSettings, setSystem, setTimeline, useView } from '../../store/use-view';
import styles from './title-search.module.css';
import { useFilterFocus } from './use-filter-focus';

const fields = {
  inbox: { label: 'Filter the inbox', placeholder: 'Filter files by name or folder', set: (text: string) => setInbox({ text }) },
  timeline: { label: 'Filter the timeline', placeholder: 'Filter events by file, prompt, tool, type …', set: (text: string) => setTimeline({ text }) },
  library: { label: 'Search the library', placeholder: 'Search prompts, models, LoRAs, names, seeds', set: (text: string) => setLibrary({ text }) },
  board: { label: 'Filter cards', placeholder: 'Filter cards by words', set: (text: string) => setBoard({ text }) },
  quality: { label: 'Narrow by words', placeholder: 'Narrow to prompts, models, names', set: (text: string) => setQuality({ text }) },
  system: { label: 'Filter the system', placeholder: 'Filter services and event types', set: (text: string) => setSystem({ text }) },
  care: { label: 'Filter findings and history', placeholder: 'Filter findings and history by file', set: (text: string) => setCare({ text }) },
  settings: { label: 'Search settings', placeholder: 'Search settings', set: (text: string) => setSettings({ text }) },
} as const;

/** The text filter of the place that is open. / and Ctrl+F come here, and F where it opens no menu of its own. */
export function TitleSearch() {
  const place = useView((state) => state.place);
  const text = useView((state) => state[state.place].text);
  const field = useRef<HTMLInputElement>(null);
  useFilterFocus(field);
  const { label, placeholder, set } = fields[place];
  return (
    <search className={styles.search}>
      <FilterField label={label} placeholder={placeholder} value={text} command={place === 'timeline' || place === 'library' ? 'app.search' : 'app.filter'} field={field} onChange={set} />
    </search>
  );
}
