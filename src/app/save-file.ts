/** Hands a text to the browser as a file to keep. */

export interface TextFile {
  readonly name: string;
  readonly type: 'application/json' | 'application/x-ndjson';
  readonly text: string;
}

export function saveFile({ name, type, text }: TextFile): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // the browser needs the address until it has begun to write
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
