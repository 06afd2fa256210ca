/** Reads from Outlook's colours whether it is light, dark or of high contrast; Outlook names its themes nowhere. */
import type { HostTheme } from './host.ts';

/** The part of `Office.context.officeTheme` that is read. */
export interface OfficeColours {
  readonly bodyBackgroundColor?: string;
  readonly bodyForegroundColor?: string;
}

const HALF = 0.5;

/** Three parts of 0 to 255; undefined for anything that is no `#rrggbb`. */
function parseColour(text: string | undefined): readonly number[] | undefined {
  const hex = /^#?([0-9a-f]{6})(?:[0-9a-f]{2})?$/i.exec(text ?? '')?.[1];
  return hex?.match(/../g)?.map((part) => Number.parseInt(part, 16));
}

/** 0 black to 1 white, as eyes weigh the parts (Rec. 709). */
function toLuminance([red = 0, green = 0, blue = 0]: readonly number[]): number {
  return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
}

/** White on pure black is Windows' high contrast; Office's own black theme is softer. Undefined where nothing is told. */
export function toOfficeTheme(colours: OfficeColours | undefined): HostTheme | undefined {
  const ground = parseColour(colours?.bodyBackgroundColor);
  if (ground === undefined) return undefined;
  const ink = parseColour(colours?.bodyForegroundColor);
  const isBlack = ground.every((part) => part === 0);
  if (isBlack && ink?.every((part) => part === 255) === true) return 'contrast';
  return toLuminance(ground) < HALF ? 'dark' : 'light';
}
