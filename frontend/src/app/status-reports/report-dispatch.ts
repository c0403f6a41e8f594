import { DestroyRef, DOCUMENT, inject, Service, signal } from '@angular/core';
import type { StatusReport, SubmitStatusReportInput } from '#shared';
import { type ProblemError, problemErrorOf } from '../platform/http/problem-error';
import { KeptDrafts } from './kept-drafts';
import { StatusReportClient } from './status-report-client';

/** Sends a status until it is received. One a form. */
@Service({ autoProvided: false })
export class ReportDispatch {
  private readonly client = inject(StatusReportClient);
  private readonly drafts = inject(KeptDrafts);
  private readonly failure = signal<ProblemError | null>(null);
  private readonly busy = signal(false);
  private readonly arrived = signal<StatusReport | null>(null);
  private waiting: { number: string; report: SubmitStatusReportInput } | null = null;

  readonly problem = this.failure.asReadonly();
  readonly sending = this.busy.asReadonly();
  readonly received = this.arrived.asReadonly();

  constructor() {
    const window = inject(DOCUMENT).defaultView;
    const online = () => void this.sendWaiting();
    window?.addEventListener('online', online);
    inject(DestroyRef).onDestroy(() => window?.removeEventListener('online', online));
  }

  /** Null when it was received. Without contact it waits, and goes out again by itself when there is contact. */
  async send(number: string, report: SubmitStatusReportInput): Promise<ProblemError | null> {
    this.busy.set(true);
    this.giveUp();
    try {
      const received = await this.client.submit(number, report, this.drafts.intentOf(number, report));
      this.drafts.received(number);
      this.arrived.set(received);
      return null;
    } catch (error) {
      const problem = problemErrorOf(error);
      if (problem.code === 'no-contact') this.waiting = { number, report };
      this.failure.set(problem);
      return problem;
    } finally {
      this.busy.set(false);
    }
  }

  /** What was written has changed: the one that waits is not sent as it was. */
  giveUp(): void {
    this.failure.set(null);
    this.waiting = null;
  }

  private async sendWaiting(): Promise<void> {
    if (this.waiting && !this.busy()) await this.send(this.waiting.number, this.waiting.report);
  }
}
