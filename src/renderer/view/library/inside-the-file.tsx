import { t } from '@shared/language/language';
import type { AssetRecord } from '@shared/library/asset-record';
import { Notice } from '../../parts/notice';
import { FileTexts } from './file-texts';
import { Fold } from './fold';
import { GraphList } from './graph-list';
import { useFileMetadata } from './use-file-metadata';

/** Everything that stands in the file, read from it when someone wants to see it. */
export function InsideTheFile({ asset }: { readonly asset: AssetRecord }) {
  return (
    <Fold title={t('Inside the file')}>
      <Inside content_hash={asset.content_hash} />
    </Fold>
  );
}

function Inside({ content_hash }: { readonly content_hash: string }) {
  const answer = useFileMetadata(content_hash);
  if (answer.state === 'reading') return <p>{t('Reading the file…')}</p>;
  if (answer.state === 'problem') return <Notice>{answer.problem}</Notice>;
  const { texts, left_out, graph } = answer.metadata;
  return (
    <>
      {graph !== null && <GraphList graph={graph} />}
      <FileTexts texts={texts} leftOut={left_out} />
    </>
  );
}
