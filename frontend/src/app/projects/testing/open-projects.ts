import { Location } from '@angular/common';
import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { ApplicationInitStatus } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { SessionView } from '#shared';
import { type PlayedApi, providePlayedApi } from '../../../testing/played-api';
import { provideTexts } from '../../../testing/texts';
import { apiInterceptor } from '../../platform/http/api.interceptor';
import { Municipality } from '../../platform/municipality';
import { Session } from '../../platform/session';
import { projectsRoutes } from '../projects.routes';
import { municipality } from './projects';

/** A page of the projects feature, opened by its address as somebody. */
export interface OpenPage {
  /** Waits until what was asked is answered and shown. */
  settle(): Promise<void>;
  address(): string;
  back(): Promise<void>;
}

export async function openProjects(api: PlayedApi, session: SessionView, address: string): Promise<OpenPage> {
  TestBed.configureTestingModule({
    providers: [
      provideTexts({
        projects: {
          nb: () => import('../messages/nb.json'),
          nn: () => import('../messages/nn.json'),
          en: () => import('../messages/en.json'),
        },
      }),
      provideHttpClient(withInterceptors([apiInterceptor])),
      providePlayedApi(api.on('GET /api/session', session).on('GET /api/municipality', municipality)),
      provideRouter([...projectsRoutes, { path: '**', children: [] }], withComponentInputBinding()),
    ],
  });
  await TestBed.inject(ApplicationInitStatus).donePromise;
  await TestBed.inject(Session).load();
  await TestBed.inject(Municipality).load();
  TestBed.inject(Router).setUpLocationChangeListener();
  const harness = await RouterTestingHarness.create();
  const settle = async () => {
    for (let turn = 0; turn < 4; turn++) {
      await new Promise((resolve) => setTimeout(resolve, 2));
      await harness.fixture.whenStable();
    }
  };
  await harness.navigateByUrl(address);
  await settle();
  const router = TestBed.inject(Router);
  return {
    settle,
    address: () => decodeURIComponent(router.url),
    back: async () => {
      TestBed.inject(Location).back();
      await settle();
    },
  };
}
