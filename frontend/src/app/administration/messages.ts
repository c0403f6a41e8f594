import type { MessageFiles } from '../platform/language/texts';

export const administrationMessages: MessageFiles = {
  nb: () => import('./messages/nb.json'),
  nn: () => import('./messages/nn.json'),
  en: () => import('./messages/en.json'),
};
