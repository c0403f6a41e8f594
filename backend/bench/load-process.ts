import { type LoadJob, runLoad } from './load.js';

// The load comes from a process of its own, so that it takes no turn from the main program or the product.
process.on('message', (job: LoadJob) => {
  runLoad(job).then(
    (result) => process.send!({ result }),
    (reason: unknown) => process.send!({ fault: reason instanceof Error ? reason.message : String(reason) }),
  );
});
process.once('disconnect', () => process.exit(0));
