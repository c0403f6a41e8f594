import { messagesOf } from '../../platform/language/messages-of';

/** For the routes of pages that show findings. */
export const findingMessages = messagesOf('finding-words', {
  nb: () => import('./messages/nb.json'),
  nn: () => import('./messages/nn.json'),
  en: () => import('./messages/en.json'),
});
