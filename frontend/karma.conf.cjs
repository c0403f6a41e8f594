const path = require('node:path');

module.exports = async (config) => {
  const { findBrowser, flags } = await import('../e2e/browser.mjs');
  const browser = await findBrowser();
  process.env.CHROME_BIN = browser.executable;
  Object.assign(process.env, browser.environment);
  config.set({
    basePath: '',
    frameworks: ['jasmine'],
    plugins: [require('karma-jasmine'), require('karma-chrome-launcher'), require('karma-coverage')],
    client: { jasmine: { random: true }, clearContext: true },
    reporters: ['dots'],
    coverageReporter: {
      dir: path.join(__dirname, '../dist/coverage/frontend'),
      subdir: '.',
      reporters: [{ type: 'html' }, { type: 'text-summary' }],
    },
    browsers: ['HeadlessChromium'],
    customLaunchers: { HeadlessChromium: { base: 'ChromeHeadless', flags } },
    restartOnFileChange: true,
    captureTimeout: 60_000,
    browserNoActivityTimeout: 60_000,
  });
};
