import type { FullConfig, Reporter, Suite, TestCase } from '@playwright/test/reporter';

/** Says the counts in the words `npm test` adds up. A test that was skipped, or passed by luck, has not passed. */
export default class SummaryReporter implements Reporter {
  private tests: TestCase[] = [];

  onBegin(_config: FullConfig, suite: Suite): void {
    this.tests = suite.allTests();
  }

  onEnd(): void {
    const passed = this.tests.filter(
      (test) => test.outcome() === 'expected' && test.expectedStatus === 'passed',
    ).length;
    console.log(`journeys: ${passed} passed, ${this.tests.length - passed} failed`);
  }

  printsToStdio(): boolean {
    return false;
  }
}
