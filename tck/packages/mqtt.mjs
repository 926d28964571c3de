// A client and a little broker over loopback: connect, subscribe, publish at every quality, last will, end.
import { createServer } from 'node:net';
import { createRequire } from 'node:module';
import mqtt from 'mqtt';

const mqttCon = createRequire(createRequire(import.meta.url).resolve('mqtt'))('mqtt-packet');
const seen = [];
const clients = new Set();
const server = createServer((socket) => {
  const parser = mqttCon.parser();
  const send = (packet) => socket.write(mqttCon.generate(packet));
  clients.add(send);
  socket.on('data', (data) => parser.parse(data)).on('close', () => clients.delete(send)).on('error', () => { });
  parser.on('packet', (p) => {
    seen.push(p.cmd);
    switch (p.cmd) {
      case 'connect': send({ cmd: 'connack', returnCode: p.username === 'bad' ? 4 : 0, sessionPresent: false }); break;
      case 'subscribe': send({ cmd: 'suback', messageId: p.messageId, granted: p.subscriptions.map((s) => s.qos) }); break;
      case 'unsubscribe': send({ cmd: 'unsuback', messageId: p.messageId, granted: [] }); break;
      case 'publish':
        if (p.qos === 1) send({ cmd: 'puback', messageId: p.messageId });
        if (p.qos === 2) send({ cmd: 'pubrec', messageId: p.messageId });
        for (const other of clients) other({ cmd: 'publish', topic: p.topic, payload: p.payload, qos: 0, retain: p.retain });
        break;
      case 'pubrel': send({ cmd: 'pubcomp', messageId: p.messageId }); break;
      case 'pingreq': send({ cmd: 'pingresp' }); break;
      default:
    }
  });
}).listen(0, '127.0.0.1');
await new Promise((done) => server.once('listening', done));
const url = `mqtt://127.0.0.1:${server.address().port}`;
const client = await mqtt.connectAsync(url, { clientId: 'one', will: { topic: 'will', payload: 'bye' }, keepalive: 60 });
const messages = [];
client.on('message', (topic, payload, packet) => messages.push(`${topic}=${payload} ${packet.qos}`));
console.log(await client.subscribeAsync(['a/+', 'b/#'], { qos: 1 }));
for (const qos of [0, 1, 2]) await client.publishAsync('a/x', `q${qos} ü`, { qos });
await client.publishAsync('b/big', Buffer.alloc(100_000, 'z'));
await new Promise((done) => { const wait = () => (messages.length === 4 ? done() : setTimeout(wait, 5)); wait(); });
console.log(messages.map((m) => m.slice(0, 20)), client.connected, await client.unsubscribeAsync('a/+').then((p) => p?.cmd ?? 'ok'));
const bad = mqtt.connect(url, { username: 'bad', reconnectPeriod: 0 });
await new Promise((done) => bad.on('error', (e) => { console.log(e.code, e.message); bad.end(true, done); }));
await client.endAsync();
console.log([...new Set(seen)].sort().join());
server.close();
