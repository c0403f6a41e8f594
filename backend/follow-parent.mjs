// Loaded into the backend by start.mjs: when the process that started us is gone, even by kill -9, we go too. The database
// finishes what was committed; nothing else would hold the port for the next start.
process.once('disconnect', () => process.exit(1));
