import { resolve } from 'node:path';
import { layers } from './layers.mjs';

const list = (value) => (Array.isArray(value) ? value : [value]);
const named = (names) => (names.includes('*') ? {} : { file: { categories: { anyOf: names } } });

const policiesOf = (layer) => {
  const from = { file: { categories: layer.name } };
  const others = layer.ownFolder ? layer.may.filter((name) => name !== layer.name) : layer.may;
  const policies = [];
  if (others.length > 0) policies.push({ from, allow: { to: { ...named(others), module: { origin: 'local' } } } });
  if (layer.ownFolder) {
    const own = { categories: layer.name, captured: { folder: '{{ from.file.captured.folder }}' } };
    policies.push({ from, allow: { to: { file: own } } });
  }
  if (layer.packages.length > 0) {
    policies.push({ from, allow: { to: { module: { origin: ['external', 'core'], source: layer.packages } } } });
  }
  if (layer.types) policies.push({ from, allow: { to: named(layer.types), dependency: { kind: 'type' } } });
  return policies;
};

export const boundariesSettings = (root) => ({
  'boundaries/root-path': root,
  'boundaries/legacy-templates': false,
  'import/resolver': { [resolve(root, 'scripts/lint/import-resolver.cjs')]: {} },
  'boundaries/files': layers.flatMap(({ name, pattern, ownFolder }) =>
    list(pattern).map((one) => ({ category: name, pattern: one, ...(ownFolder && { capture: ['folder'] }) })),
  ),
  // The first row that covers a file decides, so a test beside a service is a test.
  'boundaries/files-single-match': true,
});

export const boundariesRules = {
  'boundaries/no-unknown-files': 'error',
  'boundaries/no-unknown-dependencies': ['error', { require: 'file' }],
  'boundaries/dependencies': ['error', {
    default: 'disallow',
    checkAllOrigins: true,
    checkUnknownLocals: true,
    checkInternals: true,
    policies: layers.flatMap(policiesOf),
    message: 'The layer table (scripts/lint/layers.mjs) does not let {{ from.file.categories }} import {{ dependency.source }}.',
  }],
};
