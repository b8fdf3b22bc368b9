import type { AssetRecord } from '@shared/library/asset-record';
import { toolName } from '@shared/library/provenance';
import { Copy } from 'lucide-react';
import { Button } from '../../parts/button';
import { Facts } from '../../parts/facts';
import { Section } from '../../parts/section';
import { copyText } from '../../store/actions';
import { parametersOf, textOf } from './generation';
import styles from './prompt-and-parameters.module.css';

/** The author's words and the machine's facts. */
export function PromptAndParameters({ asset }: { readonly asset: AssetRecord }) {
  const prompt = textOf(asset, 'prompt');
  const negative = textOf(asset, 'negative_prompt');
  const facts = parametersOf(asset);
  const copyAll = () => void copyText(facts.map(([name, value]) => `${name}: ${value}`).join('\n'), 'Parameters');
  return (
    <>
      {prompt !== null && (
        <Section title="Prompt" end={<Button kind="quiet" icon={Copy} label="Copy prompt" onPress={() => void copyText(prompt, 'Prompt')} />}>
          <p className={styles.prompt} dir="auto">
            {prompt}
          </p>
        </Section>
      )}
      {negative !== null && (
        <Section title="Negative prompt" end={<Button kind="quiet" icon={Copy} label="Copy negative prompt" onPress={() => void copyText(negative, 'Negative prompt')} />}>
          <p className={styles.negative} dir="auto">
            {negative}
          </p>
        </Section>
      )}
      <Section title={toolName(asset.source)} end={<Button kind="quiet" icon={Copy} label="Copy parameters" onPress={copyAll} />}>
        <Facts facts={facts} />
      </Section>
    </>
  );
}
