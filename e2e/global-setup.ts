import fs from 'node:fs';
import { freePort, freshDataDir, Product } from './product.js';

/**
 * The real system for the journeys: start command, embedded PostgreSQL on a fresh folder, demonstration projects. With
 * PLANSPOR_URL set the journeys go to that one instead.
 */
export default async function startSystem(): Promise<(() => Promise<void>) | undefined> {
  if (process.env['PLANSPOR_URL']) return undefined;
  const dataDir = freshDataDir();
  const product = await new Product(await freePort(), dataDir).ready();
  process.env['PLANSPOR_URL'] = product.url;
  return async () => {
    await product.stop();
    fs.rmSync(dataDir, { recursive: true, force: true });
  };
}
