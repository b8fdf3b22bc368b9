import { fixed } from '@shared/language/formats';
import { t } from '@shared/language/language';
import { factsOf } from '@shared/library/asset-facts';
import type { AssetRecord } from '@shared/library/asset-record';
import { toolName } from '@shared/library/provenance';
import { bytesInWords } from '@shared/story/words';
import { type Fact, Facts } from '../../parts/facts';
import { Section } from '../../parts/section';
import styles from './quick-look.module.css';

/** What is known of the picture, beside it. */
export function LookFacts({ asset }: { readonly asset: AssetRecord }) {
  const { tool, model, prompt, made_on, seed } = factsOf(asset);
  const { width, height, brisque } = asset;
  const facts: readonly (readonly [name: string, value: string | null])[] = [
    [t('Project'), asset.project],
    [t('Size'), width === null || height === null ? null : `${width} × ${height}`],
    [t('File size'), bytesInWords(asset.file_size)],
    [t('Tool'), toolName(tool)],
    [t('Model'), model],
    [t('Seed'), seed],
    [t('Made'), made_on],
    [t('Score'), brisque === null ? null : fixed(brisque, 1)],
  ];
  return (
    <aside className={styles.facts} aria-label={t('Facts')}>
      <Facts facts={facts.filter((fact): fact is Fact => fact[1] !== null)} />
      {prompt !== null && (
        <Section title={t('Prompt')}>
          <p className={styles.prompt} dir="auto">
            {prompt}
          </p>
        </Section>
      )}
    </aside>
  );
}
