/** Builds the pages (dist/web, compressed at build time), the server (dist/node), and the demo with what measures (dist/tools). */
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import CompressionPlugin from 'compression-webpack-plugin';
import HtmlWebpackPlugin from 'html-webpack-plugin';
import MinimizerPlugin from 'minimizer-webpack-plugin';
import { constants } from 'node:zlib';
import { collectNotices } from './scripts/build/collect-notices.mjs';
import { copyPackages } from './scripts/build/copy-packages.mjs';

const root = dirname(fileURLToPath(import.meta.url));
const modules = resolve(root, 'node_modules');
const NOTICES = 'third-party-notices.txt';
/** The driver of the embedded database; it is loaded only where there is no PostgreSQL. */
const WITH_BINARY = ['libsql'];

const product = JSON.parse(readFileSync(resolve(root, 'manifest/product.json'), 'utf8'));

/** Pages that the manifests name and that everybody may read: plain HTML, no script. */
const plainPage = (name) =>
  new HtmlWebpackPlugin({
    template: resolve(root, `manifest/pages/${name}.html`),
    filename: `${name}.html`,
    chunks: [],
    inject: false,
    minify: false,
  });

/** Icons that hosts fetch by the addresses of the manifests, which stay the same from build to build. */
const servedIcons = {
  apply: (compiler) =>
    compiler.hooks.thisCompilation.tap('served icons', (compilation) => {
      const { RawSource } = compiler.webpack.sources;
      const stage = compiler.webpack.Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
      compilation.hooks.processAssets.tap({ name: 'served icons', stage }, () => {
        const folder = resolve(root, 'appPackage/icons');
        for (const file of readdirSync(folder).filter((name) => name.endsWith('.png')))
          compilation.emitAsset(
            `${product.iconPath.slice(1)}/${file}`,
            new RawSource(readFileSync(resolve(folder, file))),
          );
      });
    }),
};

const swc = {
  test: /\.tsx?$/,
  exclude: /node_modules/,
  loader: 'swc-loader',
  options: {
    jsc: {
      parser: { syntax: 'typescript', tsx: true },
      transform: { react: { runtime: 'automatic' } },
      target: 'es2022',
    },
  },
};

const base = (name) => ({
  name,
  mode: 'production',
  context: root,
  cache: { type: 'filesystem', name, cacheDirectory: resolve(root, '.cache/webpack') },
  resolve: { extensions: ['.ts', '.tsx', '.mjs', '.js'] },
  performance: false,
  stats: 'errors-warnings',
  infrastructureLogging: { level: 'error' },
});

/** The task pane alone loads Office.js, beside our own script, so that neither waits for the other. */
const officeScript = '<script async src="__OFFICE_SCRIPT__" id="office-script"></script>';
const template = readFileSync(resolve(root, 'src/entries/page.html'), 'utf8');
const paneTemplate = template
  .replace('</head>', `  ${officeScript}\n  </head>`)
  .replace('a current version of Microsoft Teams,', 'the new Outlook, Outlook on the web, or a current version of');

const page = (name) =>
  new HtmlWebpackPlugin({
    templateContent: name === 'pane' ? paneTemplate : template,
    filename: `${name}.html`,
    chunks: [name],
    inject: 'head',
    scriptLoading: 'defer',
    minify: false,
  });

const pages = ['tab', 'pane', 'auth-start', 'auth-end', 'redirect'];

/** Microsoft's ready-made chain of handlers; ours replaces it whole, so it is left out of the pages. */
const readyMadeChain = resolve(root, 'node_modules/@microsoft/microsoft-graph-client/lib/es/src/HTTPClientFactory.js');

export const web = {
  ...base('web'),
  resolve: { ...base('web').resolve, alias: { [readyMadeChain]: false } },
  target: ['web', 'es2022'],
  entry: {
    tab: './src/entries/teams.tsx',
    pane: './src/entries/outlook.tsx',
    'auth-start': './src/entries/auth-start.ts',
    'auth-end': './src/entries/auth-end.ts',
    redirect: './src/entries/redirect.ts',
  },
  output: {
    path: resolve(root, 'dist/web'),
    publicPath: '/',
    filename: 'assets/[name].[contenthash:12].js',
    // by number: the first screen carries the list of them all, and names would weigh more than a screen's code
    chunkFilename: 'assets/[id].[contenthash:8].js',
    cssFilename: 'assets/[name].[contenthash:12].css',
    cssChunkFilename: 'assets/[id].[contenthash:8].css',
    clean: true,
  },
  module: {
    rules: [
      swc,
      {
        test: /src[\\/]ui[\\/]words[\\/].*\.json$/,
        type: 'json',
        loader: resolve(root, 'scripts/catalogue-loader.cjs'),
      },
      {
        // what is ours is styled by sheets: they cost no script, and stand before the first frame
        test: /\.module\.css$/,
        type: 'css/module',
        parser: { namedExports: false, dashedIdents: false },
        generator: { exportsConvention: 'as-is', localIdentName: '[hash:base64:6]' },
      },
    ],
  },
  experiments: { css: true },
  optimization: {
    mangleExports: 'size',
    minimizer: [
      new MinimizerPlugin({
        minify: MinimizerPlugin.swcMinify,
        extractComments: false,
        minimizerOptions: {
          ecma: 2022,
          module: true,
          compress: { ecma: 2022, passes: 3 },
          format: { comments: false },
        },
      }),
    ],
  },
  plugins: [
    ...pages.map(page),
    ...['support', 'privacy', 'terms'].map(plainPage),
    servedIcons,
    collectNotices({ file: `assets/${NOTICES}`, modules }),
    new CompressionPlugin({
      filename: '[path][base].gz',
      algorithm: 'gzip',
      test: /\.(js|css)$/,
      threshold: 0,
      minRatio: 1,
    }),
    new CompressionPlugin({
      filename: '[path][base].br',
      algorithm: 'brotliCompress',
      compressionOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } },
      test: /\.(js|css)$/,
      threshold: 0,
      minRatio: 1,
    }),
  ],
};

const nodeBase = (name, path) => ({
  ...base(name),
  target: 'node20',
  output: {
    path: resolve(root, path),
    filename: '[name].mjs',
    chunkFilename: '[name].mjs',
    module: true,
    library: { type: 'module' },
    chunkFormat: 'module',
    clean: true,
  },
  experiments: { outputModule: true },
  externalsType: 'module-import',
  module: { rules: [swc] },
  optimization: { minimize: false, nodeEnv: false },
});

/** What a deployment runs: with `node` alone, no package beside it but the database driver that comes along. */
export const server = {
  ...nodeBase('server', 'dist/node'),
  entry: { server: './server/run.ts', doctor: './scripts/doctor/run.ts' },
  resolve: { ...base('server').resolve, alias: { 'pg-native': false } },
  externals: { libsql: 'module-import libsql' },
  plugins: [copyPackages(modules, WITH_BINARY), collectNotices({ file: NOTICES, modules, copied: WITH_BINARY })],
};

/** Packages stay in node_modules; only what Node can't load as it is gets bundled. */
const isPackage = (request) => /^[@a-z]/i.test(request) && !request.startsWith('@microsoft/microsoft-graph-client');

/** The demo, and what is measured. */
export const tools = {
  ...nodeBase('tools', 'dist/tools'),
  entry: {
    demo: './scripts/demo.ts',
    'bench-server': './bench/open-server.ts',
    'bench-rooms': './bench/rank-rooms.ts',
    'bench-planning': './bench/plan-meetings.ts',
    'bench-agenda': './bench/lay-out-agenda.ts',
  },
  externals: [
    ({ request }, callback) => (isPackage(request) ? callback(null, `module-import ${request}`) : callback()),
  ],
};

export default [web, server, tools];
