/** Reads a file as text in the encoding it says it has: Windows PowerShell writes UTF-16. */

export async function readTextFile(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const [first, second] = bytes;
  const isWide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  const name = isWide ? (first === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8';
  try {
    return new TextDecoder(name, { fatal: true }).decode(bytes);
  } catch {
    // Export-Csv of Windows PowerShell, in the machine's own letters
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
