/** Reads what `npm run package` is told, and says in one sentence each what can't be used. */
import { parseArgs } from 'node:util';
import { deriveAddInId, isGuid, product } from './product.mjs';

const USE =
  'Use: npm run package -- --url https://office-shifts.example.com --client-id <GUID> [--app-id <GUID>] [--out <folder>]';

function checkUrl(text) {
  if (!text) return '--url is missing: the address of your server, such as https://office-shifts.example.com.';
  if (!URL.canParse(text)) return `--url ${text} is no address; it must look like https://office-shifts.example.com.`;
  const { protocol, username, password, pathname, search, hash, host } = new URL(text);
  if (protocol !== 'https:') return `--url ${text} must be https: Teams and Outlook load nothing else.`;
  if (username || password) return '--url must not carry a name or a password.';
  if (pathname !== '/' || search || hash || /[?#]/.test(text))
    return `--url ${text} must be an origin alone, without a path: the pages have fixed places below it.`;
  if (!/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d+)?$/.test(host)) return `--url ${text} must name one host.`;
  return undefined;
}

function checkIds({ clientId, appId }) {
  const problems = [];
  if (!clientId) problems.push('--client-id is missing: the application (client) id of your Entra registration.');
  else if (!isGuid(clientId)) problems.push(`--client-id ${clientId} is no GUID.`);
  if (appId === undefined) return problems;
  if (!isGuid(appId)) problems.push(`--app-id ${appId} is no GUID.`);
  else if ([product.addInId, deriveAddInId(product.appId)].includes(appId.toLowerCase()))
    problems.push(`--app-id ${appId} is the id of the add-in for Outlook on Mac; the app needs one of its own.`);
  return problems;
}

/**
 * @param {string[]} args
 * @returns {{ problems: string[], options?: { url: string, clientId: string, appId?: string, out: string } }}
 */
export function readPackageOptions(args) {
  const text = { type: 'string' };
  try {
    const { values } = parseArgs({ args, options: { url: text, 'client-id': text, 'app-id': text, out: text } });
    const { url, 'client-id': clientId, 'app-id': appId, out = 'dist/package' } = values;
    const problems = [checkUrl(url), ...checkIds({ clientId, appId })].filter(Boolean);
    return problems.length > 0 ? { problems } : { problems, options: { url, clientId, appId, out } };
  } catch (error) {
    return { problems: [`${error.message.split('. ')[0]}.`, USE] };
  }
}
