import js from '@eslint/js';
import angular from 'angular-eslint';
import { defineConfig, globalIgnores } from 'eslint/config';
import globals from 'globals';
import typescript from 'typescript-eslint';

/** `{ z }` brings all of zod's languages into the page (72 kB); the namespace brings what is used. */
const zodAsNamespace = {
  selector:
    "ImportDeclaration[source.value='zod'] > :matches(ImportSpecifier[imported.name='z'], ImportDefaultSpecifier)",
  message: "Write `import * as z from 'zod'`.",
};

/** A clock read inside a rule gives two answers to one question: the instant is handed in. */
const clock = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'The instant is handed in.' },
  { selector: "MemberExpression[object.name='Date'][property.name='now']", message: 'The instant is handed in.' },
];

/** What each side may not import. The features' own order is in sheriff.config.ts. */
const closed = (message, ...group) => ({ 'no-restricted-imports': ['error', { patterns: [{ group, message }] }] });

export default defineConfig([
  globalIgnores(['dist', '.nx', '.angular', '.data', 'node_modules']),
  // a rule that is wrong is changed here, for all
  { linterOptions: { noInlineConfig: true, reportUnusedInlineConfigs: 'error' } },
  js.configs.recommended,
  {
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'max-lines': ['error', { max: 400 }],
      'no-restricted-syntax': ['error', zodAsNamespace],
    },
  },
  {
    files: ['**/*.ts', '**/*.mts'],
    extends: [typescript.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['sheriff.config.ts'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
    },
  },
  // Jasmine's matchers in place of a value are of any type
  { files: ['**/*.spec.ts'], rules: { '@typescript-eslint/no-unsafe-assignment': 'off' } },
  {
    files: ['**/*.mjs', '**/*.cjs'],
    languageOptions: { globals: globals.node },
    rules: { 'no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }] },
  },
  {
    files: ['backend/**/*.ts'],
    rules: {
      ...closed('The backend serves the frontend; it knows nothing of it.', '**/frontend/**', '@angular/*'),
      // decorated classes without members are how Nest names a module
      '@typescript-eslint/no-extraneous-class': 'off',
    },
  },
  {
    files: ['backend/src/*/domain/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      ...closed(
        'Domain code is plain functions of facts.',
        ...['@nestjs/*', 'typeorm', 'pg', 'node:*', '**/*.entity.js', '**/*.service.js', '**/*.query.js', '@angular/*'],
      ),
      'no-restricted-syntax': ['error', zodAsNamespace, ...clock],
    },
  },
  {
    files: ['shared/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      ...closed(
        'Both sides run what is in shared.',
        ...['**/backend/**', '**/frontend/**', '@nestjs/*', '@angular/*', 'typeorm', 'pg', 'node:*'],
      ),
      'no-restricted-syntax': ['error', zodAsNamespace, ...clock],
    },
  },
  {
    files: ['frontend/**/*.ts'],
    extends: [angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
    rules: {
      ...closed('The frontend reaches the backend over HTTP only.', '**/backend/**', '@nestjs/*', 'typeorm', 'pg'),
      // An attribute where HTML wants its own element: a row or a head of a table.
      '@angular-eslint/component-selector': [
        'error',
        [
          { type: 'element', prefix: 'app', style: 'kebab-case' },
          { type: 'attribute', prefix: 'app', style: 'camelCase' },
        ],
      ],
      '@angular-eslint/directive-selector': ['error', { type: 'attribute', prefix: 'app', style: 'camelCase' }],
      '@typescript-eslint/unbound-method': ['error', { ignoreStatic: true }],
    },
  },
  {
    files: ['frontend/**/*.html'],
    extends: [angular.configs.templateRecommended, angular.configs.templateAccessibility],
  },
  { files: ['frontend/**/*.cjs', 'frontend/**/*.mjs'], languageOptions: { globals: globals.node } },
]);
