/** Serves the built pages, each with its own nonce and the public configuration, and their hashed assets. */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RequestHandler } from 'express';
import sirv from 'sirv';
import { toClientConfig, type Config } from '../config.ts';
import { ApiError } from '../errors.ts';

/** Path → file in the folder of built pages. */
export const PAGES: Readonly<Record<string, string>> = {
  '/tab': 'tab.html',
  '/pane': 'pane.html',
  '/auth-start': 'auth-start.html',
  '/auth-end': 'auth-end.html',
  '/redirect.html': 'redirect.html',
};
const READS = ['GET', 'HEAD'];
const ASSET = /^(?:\/[A-Za-z0-9_-]+)*\/[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*\.(?:js|css|svg|png|ico|woff2|txt)$/;

export const giveNonce: RequestHandler = (_request, response, next) => {
  response.locals['nonce'] = randomBytes(18).toString('base64');
  next();
};

/** Nothing in it may end the script element that holds it. */
const toDataBlock = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

export function createPageHandler(config: Config, webDir: string): RequestHandler {
  const block = toDataBlock(toClientConfig(config));
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
    const page = html
      .replaceAll('__NONCE__', String(response.locals['nonce']))
      .replace('__CLIENT_CONFIG__', () => block);
    response.setHeader('Cache-Control', 'no-cache').setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(request.method === 'HEAD' ? undefined : page);
  };
}

/** Served as they were compressed at build time. Anything that is no plain asset name does not exist. */
export function createAssetHandler(webDir: string): RequestHandler {
  const folder = join(webDir, 'assets');
  const serve = existsSync(folder)
    ? sirv(folder, { immutable: true, maxAge: 31_536_000, brotli: true, gzip: true, etag: true })
    : undefined;
  return (request, response, next) => {
    response.locals['route'] = '/assets';
    if (serve === undefined || !ASSET.test(request.path)) throw new ApiError('not_found');
    if (!READS.includes(request.method)) throw new ApiError('method_not_allowed', { allow: READS });
    serve(request, response, next);
  };
}
