import { Pipe, type PipeTransform } from '@angular/core';
import { formatKroner, formatMillions, formatThousands, type Ore } from '#shared';

export type AmountUnit = 'kroner' | 'thousands' | 'millions';

const format = { kroner: formatKroner, thousands: formatThousands, millions: formatMillions };

/** Øre as a Norwegian amount without unit: `{{ frameOre | amount: 'millions' }}`. The unit stands in the table's head. */
@Pipe({ name: 'amount' })
export class AmountPipe implements PipeTransform {
  transform(ore: Ore | null | undefined, unit: AmountUnit = 'kroner'): string {
    return ore === null || ore === undefined ? '–' : format[unit](ore);
  }
}
