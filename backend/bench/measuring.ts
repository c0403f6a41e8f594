import type { Figures } from './figures.js';
import { figuresOf } from './figures.js';
import { HttpConnection } from './http-load.js';
import type { LoadResult } from './load.js';
import type { Measure, MeasureKey, Ports } from './measures.js';
import type { LoadProcess } from './processes.js';

/** A measure at so many connections: the product and its floor, taken in turn. */
export interface Measured {
  readonly key: MeasureKey;
  readonly name: string;
  readonly floorName: string;
  readonly connections: number;
  readonly product: Figures;
  readonly floor: Figures;
}

export interface Pace {
  readonly rounds: number;
  readonly secondsARound: number;
}

/**
 * Takes every measure at every number of connections in rounds, product and floor in turn, so that whatever else the
 * machine does falls on both alike. The first round warms up and is not counted.
 */
export async function takeMeasures(
  load: LoadProcess,
  { measures, changes }: { measures: readonly Measure[]; changes: readonly string[] },
  ports: Ports,
  pace: Pace,
): Promise<Measured[]> {
  const taken = measures.flatMap((measure) =>
    measure.connections.map((connections) => ({
      measure,
      connections,
      product: [] as LoadResult[],
      floor: [] as LoadResult[],
    })),
  );
  for (let round = 0; round <= pace.rounds; round += 1) {
    for (const { measure, connections, product, floor } of taken) {
      for (const [side, results] of [
        ['product', product],
        ['floor', floor],
      ] as const) {
        if (measure.changes === 'each-round') await makeChange(ports.product, changes[round % changes.length]!);
        const result = await load.run({
          asked: measure[side],
          connections,
          seconds: round === 0 ? Math.min(0.5, pace.secondsARound) : pace.secondsARound,
          most: Math.min(measure.variants, 1_000_000),
          from: round * 1000,
          primed: measure.changes === 'none',
          before: measure.changes === 'each-act' ? { port: ports.product, requests: changes } : null,
        });
        const [refused] = Object.entries(result.refused);
        if (refused) throw new Error(`${measure.name}: ${refused[1]} answers were ${refused[0]}`);
        if (round > 0) results.push(result);
      }
    }
  }
  return taken.map(({ measure: { key, name, floorName }, connections, product, floor }) => ({
    ...{ key, name, floorName, connections },
    ...{ product: figuresOf(product), floor: figuresOf(floor) },
  }));
}

async function makeChange(port: number, request: string): Promise<void> {
  const connection = await HttpConnection.open(port);
  await connection.ask(request);
  connection.close();
}
