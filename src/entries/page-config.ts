/** Reads the public configuration that stands in the page as a data block. */
import * as v from 'valibot';
import { type ClientConfig, clientConfigSchema } from '../domain/contract/client-config.ts';

export function readPageConfig(): ClientConfig {
  const block = document.getElementById('client-config')?.textContent;
  return v.parse(clientConfigSchema, JSON.parse(block ?? ''));
}
