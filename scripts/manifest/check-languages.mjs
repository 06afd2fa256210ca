/** Checks that every language of the product is there, says everything the manifest says, and nothing that does not exist. */
import { listTexts } from './build-unified.mjs';
import { listLanguageErrors } from './check-schema.mjs';
import { words } from './product.mjs';

/** A path that could lead out of the package is never read. */
export const isInside = (path) => typeof path === 'string' && /^(?!.*\.\.)[\w.-]+(\/[\w.-]+)*$/.test(path);

/** @returns {{ value: object } | { problem: string }} */
export function readJson(bytes) {
  try {
    const value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? { value } : { problem: 'must hold one JSON object' };
  } catch (error) {
    return { problem: `is no JSON: ${error.message}` };
  }
}

function checkFile(path, bytes, texts) {
  if (!isInside(path)) return [`${path}: must be a path inside of the package`];
  if (bytes === undefined) return [`${path}: the language file is missing`];
  const { value, problem } = readJson(bytes);
  if (problem) return [`${path}: ${problem}`];
  const lacking = Object.keys(texts).filter((key) => !Object.hasOwn(value, key));
  const strange = Object.keys(value).filter((key) => key !== '$schema' && !Object.hasOwn(texts, key));
  return [
    ...listLanguageErrors(value).map((error) => `${path}: ${error}`),
    ...lacking.map((key) => `${path}: lacks ${key}`),
    ...strange.map((key) => `${path}: has ${key}, which the manifest does not`),
    ...Object.entries(value)
      .filter(([key, text]) => key !== '$schema' && typeof text === 'string' && text.trim() === '')
      .map(([key]) => `${path}: ${key} is empty`),
  ];
}

export function checkLanguages(manifest, read) {
  const info = manifest.localizationInfo ?? {};
  const files = [
    { languageTag: info.defaultLanguageTag, file: info.defaultLanguageFile },
    ...(info.additionalLanguages ?? []),
  ];
  const texts = listTexts(manifest);
  const tags = files.map(({ languageTag }) => languageTag);
  const missing = Object.keys(words).filter((tag) => !tags.includes(tag));
  const twice = tags.filter((tag, index) => tags.indexOf(tag) !== index);
  const named = files.filter(({ file }) => file !== undefined);
  return [
    ...(named.length === files.length ? [] : ['manifest.json: names no file for its default language']),
    ...missing.map((tag) => `manifest.json: names no language file for ${tag}`),
    ...twice.map((tag) => `manifest.json: names the language ${tag} more than once`),
    ...named.flatMap(({ file }) => checkFile(file, isInside(file) ? read(file) : undefined, texts)),
  ];
}
