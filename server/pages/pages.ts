/** Serves the built pages, each with its own nonce and the public configuration, and their hashed assets. */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { RequestHandler } from 'express';
import sirv from 'sirv';
import { ASSET, fillPage, PAGES, toDataBlock } from '../../src/domain/policy/page-paths.ts';
import { toClientConfig } from '../../src/domain/policy/to-client-config.ts';
import { VERSION, type Config } from '../config.ts';
import { ApiError } from '../errors.ts';

const READS = ['GET', 'HEAD'];

export const giveNonce: RequestHandler = (_request, response, next) => {
  response.locals['nonce'] = randomBytes(18).toString('base64');
  next();
};

export function createPageHandler(config: Config, webDir: string): RequestHandler {
  const block = toDataBlock(toClientConfig(config, VERSION));
  const { officeScriptUrl } = config;
  const files = new Map<string, Promise<string>>();
  const read = (name: string): Promise<string> => {
    const file = files.get(name) ?? readFile(join(webDir, name), 'utf8');
    files.set(name, file);
    return file;
  };
  return async (request, response) => {
    const name = Object.hasOwn(PAGES, request.path) ? PAGES[request.path] : undefined;
    if (name === undefined) throw new ApiError('not_found');
    if (!READS.includes(request.method)) throw new ApiError('method_not_allowed', { allow: READS });
    response.locals['route'] = request.path;
    const html = await read(name).catch(() => {
      files.delete(name);
      throw new ApiError('not_found');
    });
    const page = fillPage(html, { nonce: String(response.locals['nonce']), block, officeScriptUrl });
    response.setHeader('Cache-Control', 'no-cache').setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(request.method === 'HEAD' ? undefined : page);
  };
}

/** Outlook draws our icons from pages of its own. */
const setHeaders = (response: ServerResponse, path: string): unknown =>
  path.startsWith('/icons/') && response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');

/** Served as they were compressed at build time. Anything that is no plain asset name does not exist. */
export function createAssetHandler(webDir: string): RequestHandler {
  const folder = join(webDir, 'assets');
  const serve = existsSync(folder)
    ? sirv(folder, { immutable: true, maxAge: 31_536_000, brotli: true, gzip: true, etag: true, setHeaders })
    : undefined;
  return (request, response, next) => {
    response.locals['route'] = '/assets';
    if (!serve || !ASSET.test(request.path) || !existsSync(join(folder, request.path))) throw new ApiError('not_found');
    if (!READS.includes(request.method)) throw new ApiError('method_not_allowed', { allow: READS });
    // what a new build takes away even now ends this answer alone
    response.once('pipe', (file) => file.once('error', () => response.destroy()));
    serve(request, response, next);
  };
}
