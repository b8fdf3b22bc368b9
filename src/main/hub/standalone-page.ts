import { createHash } from 'node:crypto';
import { htmlText } from '@shared/story/html-text';

interface StandalonePage {
  readonly title: string;
  readonly style: string;
  /** Where pictures may come from; none may be shown when it is left out. */
  readonly pictures?: 'data:';
}

/**
 * How a page begins that needs nothing else and can do nothing: nothing is loaded and nothing runs, and its one style sheet
 * is known by its hash.
 */
export function standalonePage({ title, style, pictures }: StandalonePage): string {
  const images = pictures === undefined ? '' : ` img-src ${pictures};`;
  const styles = `'sha256-${createHash('sha256').update(style).digest('base64')}'`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none';${images} style-src ${styles}; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width">
<title>${htmlText(title)}</title>
<style>${style}</style>
</head>
<body>
`;
}

export const standalonePageEnd = '</body>\n</html>\n';
