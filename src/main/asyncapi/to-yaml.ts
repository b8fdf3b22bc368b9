import { stringify } from 'yaml';

const header = `# Generated from the catalog (src/shared/events) and the service manifests by \`npm run docs\`.
# Do not edit: change an event or a manifest, and run it again. \`npm run alice -- asyncapi\` prints it.
`;

/** A document as YAML, always the same for the same document. */
export function toYaml(document: unknown): string {
  return header + stringify(document, { lineWidth: 0, aliasDuplicateObjects: false, singleQuote: true });
}
