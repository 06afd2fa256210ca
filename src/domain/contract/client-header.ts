/** The header by which a page says where it runs, on each call to our own server: `Office-Shifts-Client: <host>/<device>`. */
import * as v from 'valibot';
import { Failure } from '../failure.ts';
import { DEVICES, HOSTS, type SessionRequest } from './session.ts';

const schema = v.strictTuple([v.picklist(HOSTS), v.picklist(DEVICES)]);

/** Absent: a browser on the web. Throws `bad_request` for anything that is not one host and one device. */
export function parseClientHeader(header: unknown): SessionRequest {
  if (header === undefined) return { host: 'browser', device: 'web' };
  const parsed = v.safeParse(schema, typeof header === 'string' ? header.split('/') : header);
  if (!parsed.success) throw new Failure('bad_request', { path: 'Office-Shifts-Client' });
  const [host, device] = parsed.output;
  return { host, device };
}
