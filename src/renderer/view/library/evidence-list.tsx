import type { AssetRecord } from '@shared/library/asset-record';
import { type EvidenceKind, type Origin, originSchema, toolName } from '@shared/library/provenance';
import { confidenceInWords } from '@shared/story/words';
import { Section } from '../../parts/section';
import styles from './evidence-list.module.css';
import { evidenceOf } from './generation';

const kinds: Readonly<Record<EvidenceKind, string>> = {
  'own-rule': 'A rule of yours',
  structured: 'Only this tool writes it so',
  key: 'A key of this tool',
  c2pa: 'A C2PA claim, not verified',
  software: 'A field in which programs name themselves',
  'file-name': 'The name of the file',
};

const origins: Readonly<Record<Origin, string | null>> = {
  ai: 'Made with AI.',
  camera: 'Taken with a camera.',
  editor: 'Saved by an editor.',
  screenshot: 'A screenshot.',
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
    <Section title="Why Alice thinks so">
      <p className={styles.verdict}>
        {toolName(asset.source)}: {confidenceInWords(sure).toLowerCase()}, {Math.round(sure * 100)} %. {origin}
      </p>
      {claimed && <p className={styles.claim}>The file claims to be what its C2PA manifest says. Alice has not verified the signature.</p>}
      <ul className={styles.signs} aria-label="Evidence">
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
