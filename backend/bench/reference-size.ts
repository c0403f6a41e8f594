/** How much reference data there is (ambition.md): M a municipality of 30,000, L a city, and ten times L for growth. */
export interface ReferenceSize {
  readonly name: string;
  readonly projects: number;
  /** Null: the plan of 2018 as adopted, with its 71 strategies. */
  readonly strategies: number | null;
  readonly sectors: number;
}

/** Changes a project goes through in five years: registered, linked, reported each month, paid for, and edited. */
export const storyOfProject = {
  links: 2,
  frames: 2,
  appropriations: 5,
  bookings: 20,
  reports: 60,
  edits: 10,
} as const;
export const changesPerProject = 1 + Object.values(storyOfProject).reduce((sum, count) => sum + count, 0);

export const referenceSizes = {
  /** For specs. */
  S: { name: 'S', projects: 24, strategies: 30, sectors: 6 },
  /** 24,000 status reports. */
  M: { name: 'M', projects: 400, strategies: null, sectors: 8 },
  /** 200,000 changes. */
  L: { name: 'L', projects: 2_000, strategies: 300, sectors: 20 },
  '10L': { name: '10 × L', projects: 20_000, strategies: 3_000, sectors: 20 },
} as const satisfies Record<string, ReferenceSize>;
export type ReferenceSizeName = keyof typeof referenceSizes;
