/** Reads the pages of docs/ as tests need them: texts, tables, links. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const readPage = (path: string): string => readFileSync(path, 'utf8');

/** Every page that people read, by its path. */
export const listPages = (): string[] => [
  'README.md',
  'SECURITY.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
];

/** Cells of every table row of a page, without the lines under heads. */
export const listRows = (text: string): string[][] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('|') && !/^\|[\s|:-]+$/.test(line))
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    );

/** As GitHub makes them of headings. */
export const listAnchors = (text: string): string[] =>
  [...text.matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(/\s/g, '-'),
  );
