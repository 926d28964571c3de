// Formats, transports, children, levels and profiles.
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import winston from 'winston';

const { combine, timestamp, printf, json, errors, splat, label, colorize, simple, metadata, align, padLevels } = winston.format;
const out = [];
const stream = new Writable({ write(chunk, encoding, done) { out.push(String(chunk).trimEnd()); done(); } });
const file = join(mkdtempSync(join(tmpdir(), 'winston-')), 'log.txt');
const log = winston.createLogger({
  level: 'silly', defaultMeta: { service: 's' }, format: combine(errors({ stack: false }), splat(), label({ label: 'L' }), timestamp({ format: () => 'T' })),
  transports: [
    new winston.transports.Stream({ stream, format: combine(winston.format((info) => (info.private ? false : info))(), printf((i) => `${i.timestamp} [${i.label}] ${i.level}: ${i.message} ${i.service}`)) }),
    new winston.transports.File({ filename: file, level: 'warn', format: combine(metadata({ fillExcept: ['message', 'level'] }), json()) }),
  ],
});
log.info('hello %s %d', 'world', 7);
log.warn('careful', { code: 5 });
log.error(new Error('an error'));
log.log({ level: 'info', message: 'hidden', private: true });
log.child({ request: 1 }).debug('from a child');
log.silly('least');
const plain = winston.createLogger({ levels: winston.config.syslog.levels, format: combine(padLevels({ levels: winston.config.syslog.levels }), colorize({ colors: { notice: 'blue' } }), align(), simple()), transports: [new winston.transports.Stream({ stream })] });
plain.notice('syslog');
plain.crit('critical', { a: [1, { b: 2 }] });
await new Promise((done) => { log.on('finish', done); log.end(); });
await new Promise((done) => setTimeout(done, 100));
console.log(out.map((line) => JSON.stringify(line)).join('\n'));
console.log(readFileSync(file, 'utf8'));
console.log(log.isLevelEnabled('debug'), Object.keys(winston.transports).join());
