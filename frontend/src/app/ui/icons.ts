const circle = 'M8 1.9a6.1 6.1 0 1 0 0 12.2A6.1 6.1 0 1 0 8 1.9z';

/** One set of signs on a grid of 16. The same status has the same sign everywhere. */
export const icons = {
  // Verdicts: ✔ ◐ ✕ ⏸ ★ ▷ ◷
  'followed-up': { line: 'M2.6 8.6l3.6 3.6 7.2-8.2' },
  weak: { line: circle, fill: 'M8 2.4a5.6 5.6 0 0 0 0 11.2z' },
  lacking: { line: 'M3.2 3.2l9.6 9.6M12.8 3.2l-9.6 9.6' },
  excepted: { fill: 'M3.8 2.5h2.8v11H3.8zM9.4 2.5h2.8v11H9.4z' },
  completed: {
    fill: 'M8 1.2l2.05 4.4 4.75.6-3.5 3.3.9 4.75L8 11.9l-4.2 2.35.9-4.75-3.5-3.3 4.75-.6z',
  },
  planned: { line: 'M4.5 2.9l8 5.1-8 5.1z' },
  'phasing-in': { line: circle, fill: 'M8 2.4V8h5.6A5.6 5.6 0 0 0 8 2.4z' },
  // Lights: ● ▲ ■, and ○ where nobody has reported
  green: { fill: 'M8 2a6 6 0 1 0 0 12A6 6 0 1 0 8 2z' },
  yellow: { fill: 'M8 1.6l7 12.6H1z' },
  red: { fill: 'M2.2 2.2h11.6v11.6H2.2z' },
  none: { line: 'M8 3a5 5 0 1 0 0 10A5 5 0 1 0 8 3z' },
  // Severities: octagon, diamond, dot
  critical: { fill: 'M5.2 1.5h5.6l3.7 3.7v5.6l-3.7 3.7H5.2l-3.7-3.7V5.2zM7.1 4.2v4.6h1.8V4.2zM7.1 10.2V12h1.8v-1.8z' },
  material: { fill: 'M8 .9L15.1 8 8 15.1.9 8zM7.1 4.6v4.2h1.8V4.6zM7.1 10v1.7h1.8V10z' },
  note: { line: circle, fill: 'M7.1 7.2h1.8v4.4H7.1zM7.1 4.4h1.8v1.7H7.1z' },
  // Directions of a trend
  better: { line: 'M8 13V3.4M3.8 7.4L8 3.2l4.2 4.2' },
  worse: { line: 'M8 3v9.6M3.8 8.6L8 12.8l4.2-4.2' },
  same: { line: 'M3 8h10M9.4 4.4L13 8l-3.6 3.6' },
  // Chrome
  overview: { line: 'M2 13.5h12M4 13.5v-4M8 13.5v-10M12 13.5v-7' },
  plan: { line: 'M3 2.5h7l3 3v8H3zM10 2.5v3h3M5.5 8h5M5.5 10.7h5' },
  projects: { line: 'M2 4h3M2 8h3M2 12h3M7.5 4H14M7.5 8H14M7.5 12H14' },
  reports: {
    line: 'M2.5 3.5c2-.9 3.8-.9 5.5.4v9.2c-1.7-1.3-3.5-1.3-5.5-.4zM13.5 3.5c-2-.9-3.8-.9-5.5.4v9.2c1.7-1.3 3.5-1.3 5.5-.4z',
  },
  search: { line: 'M7 2.2a4.8 4.8 0 1 0 0 9.6 4.8 4.8 0 1 0 0-9.6zM10.6 10.6l3.4 3.4' },
  person: { line: 'M8 2.2a2.9 2.9 0 1 0 0 5.8 2.9 2.9 0 1 0 0-5.8zM2.6 14c.5-3 2.6-4.4 5.4-4.4s4.9 1.4 5.4 4.4' },
  onward: { line: 'M2.5 8h10.8M9.4 4.1L13.3 8l-3.9 3.9' },
  open: { line: 'M3.6 6l4.4 4.4L12.4 6' },
  within: { line: 'M6 3.6L10.4 8 6 12.4' },
  close: { line: 'M3.8 3.8l8.4 8.4M12.2 3.8l-8.4 8.4' },
  add: { line: 'M8 2.6v10.8M2.6 8h10.8' },
  remove: { line: 'M2.6 8h10.8' },
  edit: { line: 'M2.8 13.2l.7-3.1 7.4-7.4 2.4 2.4-7.4 7.4zM9.3 4.3l2.4 2.4' },
  download: { line: 'M8 2.4v7.8M4.6 7L8 10.4 11.4 7M2.8 13.4h10.4' },
  print: { line: 'M4.2 5.4V2.4h7.6v3M4.2 11.4H2.4v-6h11.2v6h-1.8M4.2 9.2h7.6v4.4H4.2z' },
  history: { line: 'M8 4.4V8l2.6 1.6M2.2 8a5.8 5.8 0 1 0 1.7-4.1L2.4 5.4M2.4 2.4v3h3' },
  warning: { line: 'M8 2.2l6.2 11.2H1.8zM8 6.4v3.2M8 11.6v.1' },
  keyboard: { line: 'M1.8 4.2h12.4v7.6H1.8zM4.2 6.8h.1M6.8 6.8h.1M9.3 6.8h.1M11.8 6.8h.1M5 9.4h6' },
  calendar: { line: 'M2.4 3.4h11.2v10.2H2.4zM2.4 6.6h11.2M5.2 2v2.6M10.8 2v2.6' },
  columns: { line: 'M2.2 2.8h11.6v10.4H2.2zM6.1 2.8v10.4M9.9 2.8v10.4' },
} as const satisfies Record<string, { fill?: string; line?: string }>;

export type IconName = keyof typeof icons;
