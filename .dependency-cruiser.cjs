/** The import law: who may know whom. */
const middle = ['auth', 'graph', 'backend', 'host', 'ui'];

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'types may name each other; running code may not',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'domain-knows-nobody',
      comment: 'domain imports the schema library alone',
      severity: 'error',
      from: { path: '^src/domain' },
      to: { pathNot: ['^src/domain', 'node_modules/valibot'] },
    },
    ...middle.map((folder) => ({
      name: `${folder}-knows-domain-only`,
      severity: 'error',
      from: { path: `^src/${folder}/` },
      to: { path: '^(src|server|emulator|tests|scripts|bench)/', pathNot: [`^src/${folder}/`, '^src/domain/'] },
    })),
    {
      name: 'app-knows-the-middle',
      severity: 'error',
      from: { path: '^src/app/' },
      to: { path: '^(src/entries|server|emulator|tests|scripts|bench)/' },
    },
    {
      name: 'server-knows-domain-and-graph',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: '^(src|emulator|tests|scripts|bench)/', pathNot: ['^src/domain/', '^src/graph/'] },
    },
    {
      name: 'emulator-is-a-witness',
      severity: 'error',
      from: { path: '^emulator/' },
      to: { path: '^(src|server|tests|scripts|bench)/' },
    },
    {
      name: 'nothing-shipped-knows-emulator-or-tests',
      severity: 'error',
      from: { path: '^(src|server)/' },
      to: { path: '^(emulator|tests|bench)/' },
    },
    {
      name: 'msal-in-its-places',
      severity: 'error',
      from: { path: '^(src|server)/', pathNot: ['^src/auth/', '^server/exchange/', '^src/entries/redirect.ts$'] },
      to: { path: 'node_modules/@azure/msal' },
    },
    {
      name: 'teams-js-in-its-places',
      severity: 'error',
      from: { path: '^(src|server)/', pathNot: ['^src/auth/', '^src/host/'] },
      to: { path: 'node_modules/@microsoft/teams-js' },
    },
    {
      name: 'fluent-in-its-places',
      severity: 'error',
      from: { path: '^(src|server)/', pathNot: ['^src/(ui|app|entries)/'] },
      to: { path: 'node_modules/@fluentui' },
    },
    {
      name: 'no-undeclared-package',
      severity: 'error',
      from: { path: '^(src|server|emulator|scripts)/' },
      to: { dependencyTypes: ['npm-no-pkg', 'unknown', 'undetermined'] },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
