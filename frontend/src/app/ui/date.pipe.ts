import { Pipe, type PipeTransform } from '@angular/core';
import { formatDate, osloDate, type LocalDate } from '#shared';

/** A calendar date as `23.11.2026`; an unknown one as a dash. */
@Pipe({ name: 'date' })
export class DatePipe implements PipeTransform {
  transform(date: LocalDate | null | undefined): string {
    return date ? formatDate(date) : '–';
  }
}

const clock = new Intl.DateTimeFormat('nb-NO', { timeZone: 'Europe/Oslo', hour: '2-digit', minute: '2-digit' });

/** An instant as it was in Norway, `23.11.2026 kl. 17.56`; with `'day'` only its date. */
@Pipe({ name: 'instant' })
export class InstantPipe implements PipeTransform {
  transform(instant: string | null | undefined, precision: 'minute' | 'day' = 'minute'): string {
    if (!instant) return '–';
    const date = formatDate(osloDate(new Date(instant)));
    return precision === 'day' ? date : `${date} kl. ${clock.format(new Date(instant)).replace(':', '.')}`;
  }
}
