import type { SheriffConfig } from '@softarc/sheriff-core';

/** The features in reading order: each may import those before it. */
const features = [
  ['identity'],
  ['plans'],
  ['projects'],
  ['status-reports', 'budgets', 'indicators'],
  ['follow-up'],
  ['reporting'],
  ['administration'],
  ['public-portal'],
];
/** Go through the others' services or read their changes; nobody imports them. */
const beside = ['import-export', 'notifications'];
const inOrder = features.flat();

const modulesIn = (folder: string, side: string, names: string[]) =>
  Object.fromEntries(names.map((name) => [`${folder}/${name}`, `${side}:${name}`]));

const rulesFor = (side: string, foundation: string[]) => {
  const tag = (name: string) => `${side}:${name}`;
  const always = [...foundation, 'shared'];
  const ordered = features.flatMap((rank, index) =>
    rank.map((name) => [tag(name), [...always, tag(name), ...features.slice(0, index).flat().map(tag)]] as const),
  );
  const last = beside.map((name) => [tag(name), [...always, tag(name), ...inOrder.map(tag)]] as const);
  return Object.fromEntries([...ordered, ...last]);
};

export const config: SheriffConfig = {
  enableBarrelLess: true,
  autoTagging: false,
  entryPoints: { backend: 'backend/src/main.ts', frontend: 'frontend/src/main.ts' },
  modules: {
    'shared/src': 'shared',
    'backend/migrations': 'backend:migrations',
    'backend/src': 'backend:application',
    'frontend/src': 'frontend:application',
    ...modulesIn('backend/src', 'backend', ['platform', ...inOrder, ...beside]),
    ...modulesIn('frontend/src/app', 'frontend', ['platform', 'ui', ...inOrder, ...beside]),
  },
  depRules: {
    shared: 'shared',
    ...rulesFor('backend', ['backend:platform']),
    'backend:migrations': ['backend:migrations'],
    'backend:platform': ['backend:platform', 'backend:migrations', 'shared'],
    // puts the features together
    'backend:application': ['backend:*', 'shared'],
    ...rulesFor('frontend', ['frontend:platform', 'frontend:ui']),
    // the shell is made of ui, and ui speaks through platform's messages
    'frontend:platform': ['frontend:platform', 'frontend:ui', 'shared'],
    'frontend:ui': ['frontend:ui', 'frontend:platform', 'shared'],
    'frontend:application': ['frontend:*', 'shared'],
  },
};
