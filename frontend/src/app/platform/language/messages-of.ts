import { inject } from '@angular/core';
import type { ResolveFn } from '@angular/router';
import { Texts, type MessageFiles } from './texts';

/** For a route's `resolve`: the feature's messages are there before its page is. Keys begin with the feature's name. */
export function messagesOf(feature: string, files: MessageFiles): ResolveFn<void> {
  return () => inject(Texts).load(feature, files);
}
