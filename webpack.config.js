/** Builds the pages (dist/web, compressed at build time) and what Node runs (dist/node). */
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import CompressionPlugin from 'compression-webpack-plugin';
import HtmlWebpackPlugin from 'html-webpack-plugin';
import MinimizerPlugin from 'minimizer-webpack-plugin';
import webpack from 'webpack';
import { constants } from 'node:zlib';

const root = dirname(fileURLToPath(import.meta.url));
const { version } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8'));

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

const page = (name) =>
  new HtmlWebpackPlugin({
    template: resolve(root, 'src/entries/page.html'),
    filename: `${name}.html`,
    chunks: [name],
    inject: 'head',
    scriptLoading: 'defer',
    minify: false,
  });

const pages = ['tab', 'auth-start', 'auth-end', 'redirect'];

/** Microsoft's ready-made chain of handlers; ours replaces it whole, so it is left out of the pages. */
const readyMadeChain = resolve(root, 'node_modules/@microsoft/microsoft-graph-client/lib/es/src/HTTPClientFactory.js');

export const web = {
  ...base('web'),
  resolve: { ...base('web').resolve, alias: { [readyMadeChain]: false } },
  target: ['web', 'es2022'],
  entry: {
    tab: './src/entries/teams.tsx',
    'auth-start': './src/entries/auth-start.ts',
    'auth-end': './src/entries/auth-end.ts',
    redirect: './src/entries/redirect.ts',
  },
  output: {
    path: resolve(root, 'dist/web'),
    publicPath: '/',
    filename: 'assets/[name].[contenthash:12].js',
    chunkFilename: 'assets/[name].[contenthash:12].js',
    cssFilename: 'assets/[name].[contenthash:12].css',
    cssChunkFilename: 'assets/[name].[contenthash:12].css',
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

/** Packages stay in node_modules; only what Node can't load as it is gets bundled. */
const isPackage = (request) => /^[@a-z]/i.test(request) && !request.startsWith('@microsoft/microsoft-graph-client');

export const node = {
  ...base('node'),
  target: 'node20',
  entry: { server: './server/run.ts', demo: './scripts/demo.ts', 'bench-server': './bench/open-server.ts' },
  output: {
    path: resolve(root, 'dist/node'),
    filename: '[name].mjs',
    chunkFilename: '[name].mjs',
    module: true,
    library: { type: 'module' },
    chunkFormat: 'module',
    clean: true,
  },
  experiments: { outputModule: true },
  externalsType: 'module-import',
  externals: [
    ({ request }, callback) => (isPackage(request) ? callback(null, `module-import ${request}`) : callback()),
  ],
  module: { rules: [swc] },
  optimization: { minimize: false, nodeEnv: false },
  plugins: [new webpack.DefinePlugin({ OFFICE_SHIFTS_VERSION: JSON.stringify(version) })],
};

export default [web, node];
