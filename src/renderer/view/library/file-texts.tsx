import { t } from '@shared/language/language';
import type { FileText } from '@shared/library/file-metadata';
import { Copy, Search } from 'lucide-react';
import { useState } from 'react';
import { Input, SearchField } from 'react-aria-components';
import { Button } from '../../parts/button';
import { cx } from '../../parts/cx';
import { Icon } from '../../parts/icon';
import { number } from '../../parts/numbers';
import { Section } from '../../parts/section';
import { copyText } from '../../store/actions';
import search from './facet-more.module.css';
import styles from './file-texts.module.css';
import { Marked } from './marked';

/** So much of a text is drawn until someone wants the rest. */
const shownFirst = 1_200;

/** The texts of a file by key, as they stand in it. */
export function FileTexts({ texts, leftOut }: { readonly texts: readonly FileText[]; readonly leftOut: number }) {
  const [typed, setTyped] = useState('');
  const words = typed.trim();
  const small = words.toLowerCase();
  const shown = texts.filter(({ key, text }) => key.toLowerCase().includes(small) || text.toLowerCase().includes(small));
  if (texts.length === 0) return <p className={styles.none}>{t('No text stands in this file.')}</p>;
  return (
    <Section title={t('Metadata')} end={<span className={styles.about}>{t('{count, plural, one {# text} other {# texts}}', { count: texts.length })}</span>}>
      <SearchField aria-label={t('Search the metadata')} className={cx(search.field)} value={typed} onChange={setTyped}>
        <Icon of={Search} size="sm" />
        <Input className={cx(search.input)} placeholder={t('Search keys and texts')} maxLength={200} spellCheck={false} />
      </SearchField>
      {shown.length === 0 && <p className={styles.none}>{t('Neither key nor text says this.')}</p>}
      <ul className={styles.texts} aria-label={t('Texts of the file')}>
        {shown.map((text, at) => (
          <Text key={`${text.key} ${at}`} text={text} words={words} />
        ))}
      </ul>
      {leftOut > 0 && <p className={styles.none}>{t('{leftOut, plural, one {# more text} other {# more texts}} left out.', { leftOut })}</p>}
    </Section>
  );
}

function Text({ text: { key, text, length }, words }: { readonly text: FileText; readonly words: string }) {
  const [whole, setWhole] = useState(false);
  const all = whole || words !== '';
  const cut = all ? text : text.slice(0, shownFirst);
  return (
    <li>
      <div className={styles.head}>
        <h4 dir="auto">
          <Marked text={key} words={words} />
        </h4>
        <span>{number(length)}</span>
        <Button kind="quiet" icon={Copy} label={t('Copy {key}', { key })} onPress={() => void copyText(text, key)} />
      </div>
      <pre className={styles.text} dir="auto">
        <Marked text={cut} words={words} />
      </pre>
      {cut.length < text.length && (
        <Button kind="quiet" onPress={() => setWhole(true)}>
          {t('Show all {count, number} characters', { count: text.length })}
        </Button>
      )}
      {text.length < length && <p className={styles.none}>{t('Cut after {shown, number} of {all, number} characters.', { shown: text.length, all: length })}</p>}
    </li>
  );
}
