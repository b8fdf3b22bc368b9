import type { NotesBlock, NotesLine, NotesSpan } from '@shared/library/notes-text';
import { wordsOfLine } from '@shared/library/notes-text';
import type { ReactNode } from 'react';
import styles from './release-notes.module.css';

interface NotesProps {
  readonly blocks: readonly NotesBlock[];
  /** Stands beside a heading. */
  readonly beside?: (heading: string) => ReactNode;
}

/** Release notes as headings, paragraphs and lists. They are written in English. */
export function Notes({ blocks, beside }: NotesProps) {
  const top = Math.min(...blocks.map((block) => (block.kind === 'heading' ? block.level : 6)));
  return (
    <div className={styles.notes} lang="en" translate="no">
      {blocks.map((block, at) => <Block key={at} block={block} top={top} beside={beside} />)}
    </div>
  );
}

interface BlockProps {
  readonly block: NotesBlock;
  readonly beside: NotesProps['beside'];
  /** The highest level of headings that there is: it comes right below the title of the dialog. */
  readonly top: number;
}

function Block({ block, top, beside }: BlockProps) {
  switch (block.kind) {
    case 'heading': {
      const Heading = block.level === top ? 'h3' : 'h4';
      return <Heading><Line line={block.line} /> {beside?.(wordsOfLine(block.line))}</Heading>;
    }
    case 'paragraph':
      return <p><Line line={block.line} /></p>;
    case 'list':
      return <ul>{block.items.map((item, at) => <li key={at}><Line line={item} /></li>)}</ul>;
  }
}

function Line({ line }: { readonly line: NotesLine }) {
  return line.map((span, at) => <Span key={at} {...span} />);
}

function Span({ text, style }: NotesSpan) {
  if (style === 'strong') return <strong>{text}</strong>;
  if (style === 'emphasis') return <em>{text}</em>;
  return style === 'code' ? <code>{text}</code> : text;
}
