import { config as uiExtensions } from '@hubspot/eslint-config-ui-extensions';
import reactHooks from 'eslint-plugin-react-hooks';
import regexp from 'eslint-plugin-regexp';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const uiFolders = ['src/app/{actions,cards,pages,packages/ui}/**/*.{ts,tsx}'];

export default defineConfig(
  { ignores: ['**/dist/**', '**/node_modules/**', 'test-results/**'] },
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        project: ['./tsconfig.json', './sandbox/record-page/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    // What people write is up to 65,536 characters long: no pattern may take the square of that.
    files: ['{src,sandbox,cli,scripts,bench}/**/*.{ts,tsx}'],
    plugins: { regexp },
    rules: {
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': ['error', { report: 'potential' }],
    },
  },
  uiExtensions.map((entry) => ({ ...entry, files: uiFolders })),
  {
    files: [...uiFolders, 'sandbox/record-page/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
    },
  },
);
