import { inSentence } from '@shared/language/formats';
import { t } from '@shared/language/language';
import type { AssetRecord } from '@shared/library/asset-record';
import { type EvidenceKind, type Origin, originSchema, toolName } from '@shared/library/provenance';
import { confidenceInWords } from '@shared/story/words';
import { Section } from '../../parts/section';
import styles from './evidence-list.module.css';
import { evidenceOf } from './generation';

const kinds: Readonly<Record<EvidenceKind, string>> = {
  'own-rule': t('A rule of yours'),
  structured: t('Only this tool writes it so'),
  key: t('A key of this tool'),
  c2pa: t('A C2PA claim, not verified'),
  software: t('A field in which programs name themselves'),
  'file-name': t('The name of the file'),
};

const origins: Readonly<Record<Origin, string | null>> = {
  ai: t('Made with AI.'),
  camera: t('Taken with a camera.'),
  editor: t('Saved by an editor.'),
  screenshot: t('A screenshot.'),
  unknown: null,
};

/** Why Alice thinks that a file comes from this tool: the signs, as they stand in the file, and how sure that is. */
export function EvidenceList({ asset }: { readonly asset: AssetRecord }) {
  const evidence = evidenceOf(asset);
  const { confidence } = asset.generation;
  const sure = typeof confidence === 'number' ? confidence : 0;
  const origin = origins[originSchema.safeParse(asset.generation['origin']).data ?? 'unknown'];
  if (evidence.length === 0) return null;
  const claimed = evidence.some(({ kind }) => kind === 'c2pa');
  return (
    <Section title={t('Why Alice thinks so')}>
      <p className={styles.verdict}>
        {t('{tool}: {sure}, {percent, number} %.', {
          tool: toolName(asset.source),
          sure: inSentence(confidenceInWords(sure)),
          percent: Math.round(sure * 100),
        })}{' '}
        {origin}
      </p>
      {claimed && <p className={styles.claim}>{t('The file claims to be what its C2PA manifest says. Alice has not verified the signature.')}</p>}
      <ul className={styles.signs} aria-label={t('Evidence')}>
        {evidence.map(({ kind, key, excerpt }, at) => (
          <li key={at}>
            <span className={styles.kind}>{kinds[kind]}</span>
            <span className={styles.key} dir="auto">{key}</span>
            <span className={styles.excerpt} dir="auto">{excerpt}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
