export interface RunningPostgres {
  /** The database's address, password included. */
  url: string;
  /** Where the data is. */
  folder: string;
  /** Another process of ours owns the server; stop() leaves it alone. */
  adopted: boolean;
  stop(): Promise<void>;
}

/** Starts PostgreSQL on the data in `dir`, which is made when missing, or joins the server already running there. */
export function startPostgres(options: {
  dir: string;
  database?: string;
  settings?: Record<string, string>;
  stateDir?: string;
}): Promise<RunningPostgres>;
