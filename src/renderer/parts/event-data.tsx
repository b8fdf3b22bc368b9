import type { RecordedEvent } from '@shared/events/catalog';
import { t } from '@shared/language/language';
import { useState } from 'react';
import styles from './event-drawer.module.css';
import { type Fact, Facts } from './facts';
import { Section } from './section';
import { Segmented } from './segmented';

const forms = [
  ['fields', t('Fields')],
  ['json', t('JSON')],
] as const;

/** Every field of an event, as a table or as the log holds it. */
export function EventData({ event }: { readonly event: RecordedEvent }) {
  const [form, setForm] = useState<'fields' | 'json'>('fields');
  const { data, ...envelope } = event;
  return (
    <>
      <Section title={t('Data')} end={<Segmented label={t('Data as')} options={forms} value={form} onChange={setForm} />}>
        {form === 'fields' ? <Facts monoNames facts={factsOf(data)} /> : <pre className={styles.json}>{JSON.stringify(event, null, 2)}</pre>}
      </Section>
      {form === 'fields' && (
        <Section title={t('Envelope')}>
          <Facts monoNames facts={factsOf(envelope)} />
        </Section>
      )}
    </>
  );
}

function factsOf(fields: object): readonly Fact[] {
  return Object.entries(fields).map(([name, value]: [string, unknown]) => [name, inWords(value)]);
}

function inWords(value: unknown): string {
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return 'none';
  if (typeof value === 'string') return value;
  if (Array.isArray(value) && value.every((one) => typeof one !== 'object')) return value.join(', ');
  return JSON.stringify(value, null, typeof value === 'object' ? 1 : 0);
}
