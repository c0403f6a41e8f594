import { createHash } from 'node:crypto';

/** What a seal says of the changes it covers and of the seal before it. `at` is an instant as the canonical form writes it. */
export interface SealHead {
  readonly number: number;
  readonly firstChange: number;
  readonly lastChange: number;
  /** SHA-256 of the changes' digests, one after another. */
  readonly digests: Buffer;
  /** SHA-256 of the marks. */
  readonly marks: Buffer;
  readonly at: string;
  readonly previous: Buffer;
}

/** What the first seal follows. */
export const noSeal = Buffer.alloc(32);

/** The head as its one line, the same in the database's seal and in an archive; its hash is the seal's. */
export function headLine({ number, firstChange, lastChange, digests, marks, at, previous }: SealHead): string {
  return (
    `{"seal":${number},"form":1,"first":${firstChange},"last":${lastChange},"digests":"${digests.toString('hex')}",` +
    `"marks":"${marks.toString('hex')}","at":"${at}","previous":"${previous.toString('hex')}"}`
  );
}

export function sha256(content: Buffer | string): Buffer {
  return createHash('sha256').update(content).digest();
}
