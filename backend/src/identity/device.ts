import type { Browser, Machine } from '#shared';

const browsers: [RegExp, Browser][] = [
  [/\bEdg(?:e|A|iOS)?\//, 'edge'],
  [/\b(?:Firefox|FxiOS)\//, 'firefox'],
  [/\bOPR\/|\bSamsungBrowser\//, 'other'],
  [/\b(?:Chrome|CriOS|Chromium)\//, 'chrome'],
  [/\bVersion\/[\d.]+.*\bSafari\//, 'safari'],
];
const machines: [RegExp, Machine][] = [
  [/\b(?:iPhone|iPad|iPod)\b/, 'ios'],
  [/\bAndroid\b/, 'android'],
  [/\bWindows\b/, 'windows'],
  [/\bMac OS X\b|\bMacintosh\b/, 'macos'],
  [/\bLinux\b|\bX11\b/, 'linux'],
];

/** What a browser says of itself, as coarsely as a person needs to know her own by; no versions, no models. */
export function deviceOf(userAgent: string | undefined): { browser: Browser; machine: Machine } {
  const first = <Kind>(kinds: [RegExp, Kind][]) => kinds.find(([words]) => words.test(userAgent ?? ''))?.[1];
  return { browser: first(browsers) ?? 'other', machine: first(machines) ?? 'other' };
}
