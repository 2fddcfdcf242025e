// Runs Azurite so that it never outlives the host that started it: the host holds our standard input open, and when that ends, however
// the host ended, so do we. Ctrl-C in a terminal reaches us too and is left to the host, which still needs its storage while it stops.
const once = process.once;
process.once = function (event, listener) {
  return event === 'SIGINT' ? this : once.call(this, event, listener);
};
process.on('SIGINT', () => {});

process.stdout.on('error', () => {}); // a host that was killed reads no more; what is held is still written

process.stdin.resume().on('end', () => {
  if (process.listenerCount('SIGTERM') === 0) process.exit(0); // not yet started
  process.emit('SIGTERM');
});

require('azurite/dist/src/azurite.js');
