import type { MessageFiles } from '../platform/language/texts';

export const identityMessages: MessageFiles = {
  nb: () => import('./messages/nb.json'),
  nn: () => import('./messages/nn.json'),
  en: () => import('./messages/en.json'),
};
