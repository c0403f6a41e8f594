import { defineConfig } from '@playwright/test';
import { findBrowser, flags } from './browser.mjs';

const { executable, environment } = await findBrowser();
const aboutTheProcess = /(?:start|embedded-postgres)\.spec\.ts/;

export default defineConfig({
  testDir: 'src',
  outputDir: '../dist/e2e',
  globalSetup: './global-setup.ts',
  // a journey is its file, in its order; two cores carry two of them beside server and database
  fullyParallel: false,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['./summary-reporter.ts']],
  use: {
    // set by global-setup.ts before the workers read this
    baseURL: process.env['PLANSPOR_URL'],
    locale: 'nb-NO',
    timezoneId: 'Europe/Oslo',
    // what is seen is what is meant, not the way there
    contextOptions: { reducedMotion: 'reduce' },
    browserName: 'chromium',
    launchOptions: { executablePath: executable, args: flags, env: { ...process.env, ...environment } },
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
  },
  projects: [
    { name: 'start', testMatch: aboutTheProcess, timeout: 240_000 },
    { name: 'wide', testIgnore: aboutTheProcess, use: { viewport: { width: 1440, height: 900 } } },
    {
      name: 'narrow',
      testIgnore: aboutTheProcess,
      use: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
    },
  ],
});
