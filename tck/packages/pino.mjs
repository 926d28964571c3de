// Levels, children, serializers, redaction, streams and formatting; the time and the process are left out.
import { Writable } from 'node:stream';
import pino from 'pino';

const lines = [];
const sink = new Writable({ write(chunk, encoding, done) { lines.push(...String(chunk).trim().split('\n')); done(); } });
const log = pino({ base: { app: 'x' }, timestamp: false, level: 'debug', redact: { paths: ['secret', 'user.*.password', 'list[*].k'], censor: '***' }, serializers: { err: pino.stdSerializers.err, odd: (v) => ({ was: v }) }, formatters: { level: (label, number) => ({ level: label, number }) }, customLevels: { loud: 35 }, mixin: () => ({ mixed: true }) }, sink);
log.info('plain');
log.debug({ a: 1, secret: 's', user: { u: { password: 'p' } }, list: [{ k: 1 }, { k: 2, z: 3 }] }, 'with %s and %d %j', 'text', 5, { o: 1 });
log.trace('not seen');
log.loud({ odd: 7 }, 'own level');
const child = log.child({ module: 'm', secret: 'hidden' }, { level: 'warn', msgPrefix: '[m] ' });
child.info('not seen');
child.error(Object.assign(new TypeError('broken'), { code: 'E1', cause: new Error('inner') }), 'failed');
child.warn({ big: 10n, undef: undefined, fn() { }, date: new Date(0), nan: NaN, circular: (() => { const c = {}; c.c = c; return c; })() });
log.fatal(null);
for (const line of lines) {
  const entry = JSON.parse(line);
  if (entry.err) entry.err.stack = entry.err.stack.split('\n')[0];
  console.log(JSON.stringify(entry));
}
console.log(log.isLevelEnabled('trace'), log.bindings(), Object.keys(pino.levels.values).length, child.level);
const multi = pino({ base: null, timestamp: false }, pino.multistream([{ level: 'error', stream: { write: (s) => console.log('errors', s.trim()) } }, { stream: { write: (s) => console.log('all', s.trim()) } }]));
multi.info('one');
multi.error('two');
