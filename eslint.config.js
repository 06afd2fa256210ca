/** What the compiler can't see: sizes, the clock in pure code, forgotten promises. */
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const impureInDomain = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'The clock is an argument.',
  },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'The clock is an argument.' },
  { selector: "MemberExpression[object.name='Temporal'][property.name='Now']", message: 'The clock is an argument.' },
  { selector: "MemberExpression[object.name='Math'][property.name='random']", message: 'Chance is an argument.' },
];
const everywhere = [
  { selector: 'TSEnumDeclaration', message: 'String unions, no enums.' },
  { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
];
const limit = (lines) => ['error', { max: lines, skipBlankLines: false, skipComments: false }];

export default tseslint.config(
  { ignores: ['dist', '.cache', 'data', 'test-results', 'node_modules'] },
  ...tseslint.configs.strict,
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { 'react-hooks': reactHooks },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-empty-function': 'off',
      'no-restricted-syntax': ['error', ...everywhere],
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'max-lines': limit(300),
      'max-lines-per-function': limit(60),
      'no-console': 'error',
      eqeqeq: 'error',
    },
  },
  { files: ['**/*.tsx'], rules: { 'max-lines-per-function': limit(120) } },
  { files: ['src/domain/**/*.ts'], rules: { 'no-restricted-syntax': ['error', ...everywhere, ...impureInDomain] } },
  {
    files: ['tests/**/*.{ts,tsx}'],
    rules: { 'max-lines-per-function': 'off', '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  { files: ['scripts/**', 'bench/**'], rules: { 'no-console': 'off' } },
  {
    files: ['**/*.{js,mjs,cjs}'],
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
);
