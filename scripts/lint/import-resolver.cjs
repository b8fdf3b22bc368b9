'use strict';

/** Tells eslint-plugin-boundaries which file an import means: relative paths, `@shared/…`, packages, built-ins. */

const { existsSync, statSync } = require('node:fs');
const { isBuiltin } = require('node:module');
const { dirname, resolve } = require('node:path');

const root = resolve(__dirname, '../..');
const endings = ['', '.ts', '.tsx', '.d.ts', '.mjs', '.js', '.cjs', '/index.ts', '/index.tsx'];

const isFile = (path) => existsSync(path) && statSync(path).isFile();

const resolveImport = (source, importer) => {
  if (isBuiltin(source)) return { found: true, path: null };
  const bare = source.replace(/\?.*$/, '');
  const base = bare.startsWith('@shared/') ? resolve(root, 'src/shared', bare.slice('@shared/'.length))
    : bare.startsWith('.') ? resolve(dirname(importer), bare)
    : undefined;
  // A package is judged by its name alone.
  if (base === undefined) return { found: false };
  const path = endings.map((ending) => base + ending).find(isFile);
  return path === undefined ? { found: false } : { found: true, path };
};

module.exports = { interfaceVersion: 2, resolve: resolveImport };
