import { t } from '@shared/language/language';
import type { AssetRecord } from '@shared/library/asset-record';
import { toolName } from '@shared/library/provenance';
import { ClipboardCopy, Copy } from 'lucide-react';
import { Button } from '../../parts/button';
import type { Fact } from '../../parts/facts';
import { Section } from '../../parts/section';
import { copyText } from '../../store/actions';
import { a1111Text } from './a1111-text';
import { CopyFacts } from './copy-facts';
import { Fold } from './fold';
import { loraFactsOf, parametersOf, settingsOf, textOf } from './generation';
import styles from './prompt-and-parameters.module.css';

interface PromptAndParametersProps {
  readonly asset: AssetRecord;
  /** Of the file itself. */
  readonly fileFacts: readonly Fact[];
}

const fewSettings = 4;

/** The author's words and the machine's facts. */
export function PromptAndParameters({ asset, fileFacts }: PromptAndParametersProps) {
  const prompt = textOf(asset, 'prompt');
  const negative = textOf(asset, 'negative_prompt');
  const loras = loraFactsOf(asset);
  const settings = settingsOf(asset);
  const parameters = parametersOf(asset);
  const all = <Button kind="quiet" icon={ClipboardCopy} label={t('Copy everything as text')} onPress={() => void copyText(a1111Text(asset), t('Prompt and parameters'))} />;
  return (
    <>
      {prompt !== null && (
        <Section title={t('Prompt')} end={<Button kind="quiet" icon={Copy} label={t('Copy prompt')} onPress={() => void copyText(prompt, t('Prompt'))} />}>
          <p className={styles.prompt} dir="auto">
            {prompt}
          </p>
        </Section>
      )}
      {negative !== null && (
        <Section title={t('Negative prompt')} end={<Button kind="quiet" icon={Copy} label={t('Copy negative prompt')} onPress={() => void copyText(negative, t('Negative prompt'))} />}>
          <p className={styles.negative} dir="auto">
            {negative}
          </p>
        </Section>
      )}
      <Section title={toolName(asset.source)} end={prompt === null && parameters.length === 0 ? null : all}>
        <CopyFacts facts={[...parameters, ...fileFacts]} />
      </Section>
      {loras.length > 0 && (
        <Section title={loras.length === 1 ? t('LoRA') : t('LoRAs')}>
          <CopyFacts facts={loras} monoNames />
        </Section>
      )}
      {settings.length > 0 && (
        <Fold title={t('Settings')} about={String(settings.length)} open={settings.length <= fewSettings}>
          <CopyFacts facts={settings} monoNames />
        </Fold>
      )}
    </>
  );
}
