/** What the last stage of the Dockerfile copies, sets and runs, and what compose.yaml adds to it; as far as this repository uses either. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

export interface Image {
  readonly from: string;
  readonly user: string;
  readonly workdir: string;
  /** Of the stage before: from and to, both below its folder `/app`. */
  readonly copies: readonly (readonly [from: string, to: string])[];
  readonly env: Readonly<Record<string, string>>;
  readonly command: readonly string[];
  readonly healthCommand: readonly string[];
}

interface Instruction {
  readonly verb: string;
  readonly rest: string;
}

function listInstructions(text: string): Instruction[] {
  const lines = text.replaceAll(/^#.*\n/gm, '').replaceAll(/\\\n\s*/g, '');
  return lines.split('\n').flatMap((line) => {
    const [, verb = '', rest = ''] = /^([A-Z]+)\s+(.*)$/.exec(line) ?? [];
    return verb === '' ? [] : [{ verb, rest }];
  });
}

/** The stages, each with its instructions. */
export function readStages(text = readFileSync('Dockerfile', 'utf8')): readonly (readonly Instruction[])[] {
  const stages: Instruction[][] = [];
  for (const instruction of listInstructions(text)) {
    if (instruction.verb === 'FROM') stages.push([]);
    stages.at(-1)?.push(instruction);
  }
  return stages;
}

const parseExec = (text: string): string[] => JSON.parse(text.slice(text.indexOf('['))) as string[];

export function readImage(): Image {
  const stage = readStages().at(-1) ?? [];
  const all = (verb: string): string[] => stage.flatMap((one) => (one.verb === verb ? [one.rest] : []));
  const env = all('ENV').flatMap((rest) => rest.split(/\s+/).map((pair) => pair.split('=') as [string, string]));
  return {
    from: all('FROM')[0] ?? '',
    user: all('USER')[0] ?? '',
    workdir: all('WORKDIR')[0] ?? '',
    copies: all('COPY').map((rest) => {
      const [, from = '', to = ''] = /^--from=build \/app\/(\S+) \.\/(\S+)$/.exec(rest) ?? [];
      return [from, to] as const;
    }),
    env: Object.fromEntries(env),
    command: parseExec(all('CMD')[0] ?? ''),
    healthCommand: parseExec(all('HEALTHCHECK')[0] ?? ''),
  };
}

interface Service {
  readonly image: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly secrets: readonly string[];
  readonly [other: string]: unknown;
}

export interface Compose {
  readonly services: Readonly<Record<'app' | 'database', Service>>;
  readonly secrets: Readonly<Record<string, { readonly file: string }>>;
  readonly volumes: Readonly<Record<string, unknown>>;
}

export const readCompose = (): Compose => parse(readFileSync('compose.yaml', 'utf8')) as Compose;

/** As compose does: `${NAME:?why}` must be given, `${NAME:-else}` need not be. Throws where one that must be is missing. */
export function fillIn(text: string, given: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\$\{(\w+):([?-])([^}]*)\}/g, (_all, name: string, kind: string, rest: string) => {
    const value = given[name] ?? '';
    if (value !== '') return value;
    if (kind === '?') throw new Error(`${name}: ${rest}`);
    return rest;
  });
}
