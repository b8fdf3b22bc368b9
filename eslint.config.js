import eslint from '@eslint/js';
import boundaries from 'eslint-plugin-boundaries';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import { boundariesRules, boundariesSettings } from './scripts/lint/boundaries.mjs';
import { saidNumbers } from './scripts/lint/said-numbers.mjs';
import { saidTexts } from './scripts/lint/said-texts.mjs';

const root = import.meta.dirname;
const typed = ['src/**/*.{ts,tsx}', 'e2e/**/*.ts', 'bench/**/*.ts', '*.config.ts'];
const plain = ['{scripts,bin,bench,e2e}/**/*.{mjs,cjs}', '*.config.js'];
const tests = ['**/*.test.{ts,tsx,mjs}', 'src/main/testing/**', 'e2e/**', 'bench/**'];

/** Parts of the hub whose words are exported, recorded, or said on the command line alone. */
const writtenDown = [
  'src/main/hub/{board-brief,board-brief-*,of-this-inbox,restore,source-rules,standalone-page}.ts', 'src/main/adapters/http/read-answer.ts',
];

const never = (selector, message) => ({ selector, message });
const noDefaultExport = [
  never('ExportDefaultDeclaration', 'Export by name, so that one search finds every use.'),
  never('ExportSpecifier[exported.name="default"]', 'Export by name, so that one search finds every use.'),
];
const noRawHtml = [
  never('JSXAttribute[name.name="dangerouslySetInnerHTML"]', 'Text from files is only ever text: render it as children.'),
  never('Property[key.name="dangerouslySetInnerHTML"]', 'Text from files is only ever text: render it as children.'),
  never('AssignmentExpression[left.property.name=/^(inner|outer)HTML$/]', 'Text from files is only ever text: use textContent.'),
];
const noIpcRenderer = [
  never('ImportSpecifier[imported.name="ipcRenderer"]', 'Only src/preload talks to ipcRenderer; everything else calls window.alice.'),
  never('MemberExpression[property.name="ipcRenderer"]', 'Only src/preload talks to ipcRenderer; everything else calls window.alice.'),
];
const noIpcMain = [
  never('ImportSpecifier[imported.name="ipcMain"]', 'Only src/main/desktop/ipc/ registers handlers, so that every call is checked.'),
  never('MemberExpression[property.name="ipcMain"]', 'Only src/main/desktop/ipc/ registers handlers, so that every call is checked.'),
];
const forbid = (...groups) => ({ 'no-restricted-syntax': ['error', ...groups.flat()] });

export default tseslint.config(
  { ignores: ['out/', 'dist/', 'coverage/', 'test-results/', 'playwright-report/', 'resources/', 'docs/'] },

  // No comment may switch a rule off.
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },

  eslint.configs.recommended,
  {
    rules: {
      curly: ['error', 'multi-line'],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-eval': 'error',
      'no-new-func': 'error',
      'no-var': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
      'max-len': ['error', { code: 140, ignoreUrls: true, ignoreStrings: true, ignoreTemplateLiterals: true, ignoreRegExpLiterals: true }],
    },
  },

  {
    files: typed,
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/consistent-type-exports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-floating-promises': ['error', { checkThenables: true }],
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true, ignoreVoidOperator: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      // A port's method is async by its contract, also where one implementation has nothing to wait for.
      '@typescript-eslint/require-await': 'off',
      // A handler may answer with an outcome or with nothing.
      '@typescript-eslint/no-invalid-void-type': 'off',
      ...forbid(noDefaultExport, noRawHtml, noIpcRenderer, noIpcMain),
    },
  },
  { files: ['src/preload/**'], rules: forbid(noDefaultExport, noRawHtml, noIpcMain) },
  { files: ['src/main/desktop/ipc/**'], rules: forbid(noDefaultExport, noRawHtml, noIpcRenderer) },
  {
    files: plain,
    languageOptions: { globals: globals.node },
    rules: { ...forbid(noDefaultExport), 'no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }] },
  },
  { files: ['*.config.{js,ts}'], rules: { 'no-restricted-syntax': 'off' } },
  { files: ['**/*.cjs'], languageOptions: { sourceType: 'commonjs' } },

  {
    files: ['src/**/*.{ts,tsx}'],
    rules: {
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
    },
  },
  // What a person asked for on the command line is answered there; everyone else uses the one printer.
  { files: ['src/main/cli.ts', 'src/main/cli/**', 'src/main/**/printer.ts'], rules: { 'no-console': 'off' } },

  {
    files: ['src/renderer/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat['recommended-latest'], jsxA11y.flatConfigs.strict],
    languageOptions: { globals: globals.browser },
    rules: {
      'react-hooks/exhaustive-deps': 'error',
      // It names libraries that React's compiler cannot optimise; the compiler is not used here.
      'react-hooks/incompatible-library': 'off',
      // Components of react-aria manage focus themselves; on an element it stays forbidden.
      'jsx-a11y/no-autofocus': ['error', { ignoreNonDOM: true }],
    },
  },

  // What a person sees in the window, its menus and its messages. The command line and the log speak English.
  {
    files: [
      'src/renderer/**/*.{ts,tsx}', 'src/shared/{commands,settings,story}/**/*.ts', 'src/main/desktop/**/*.ts',
      'src/main/hub.ts', 'src/main/hub/**/*.ts', 'src/main/services/{keeper,undo}/**/*.ts', 'src/main/adapters/http/**/*.ts',
    ],
    ignores: [...tests, ...writtenDown],
    plugins: { alice: { rules: { 'said-texts': saidTexts } } },
    rules: { 'alice/said-texts': 'error' },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    ignores: tests,
    plugins: { numbers: { rules: { 'said-numbers': saidNumbers } } },
    rules: { 'numbers/said-numbers': 'error' },
  },

  {
    files: [...typed, ...plain],
    plugins: { boundaries },
    settings: boundariesSettings(root),
    rules: boundariesRules,
  },

  {
    files: tests,
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  { files: plain, extends: [tseslint.configs.disableTypeChecked] },
);
