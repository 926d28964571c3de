// How messages are written on a channel between processes: as lines of JSON, or as frames of structured clones.

const { Buffer } = require('buffer');

const kPending = Symbol('pending');

/** Messages in the bytes so far; what is not whole yet waits. */
const json = {
  start(channel) {
    const { StringDecoder } = require('string_decoder');
    channel[kPending] = { decoder: new StringDecoder('utf8'), parts: [] };
    channel.buffering = false;
  },

  * parse(channel, bytes) {
    const pending = channel[kPending];
    const lines = pending.decoder.write(bytes).split('\n');
    const rest = lines.pop();
    if (lines.length > 0) {
      lines[0] = pending.parts.join('') + lines[0];
      pending.parts = [];
      for (const line of lines) yield JSON.parse(line);
    }
    if (rest !== '') pending.parts.push(rest);
    channel.buffering = pending.parts.length > 0;
  },

  encode(message) {
    return Buffer.from(`${JSON.stringify(message)}\n`);
  },
};

/** Frames begin with their length, four bytes, most significant first. */
const advanced = {
  start(channel) {
    channel[kPending] = [];
    channel.buffering = false;
  },

  * parse(channel, bytes) {
    const { deserialize } = require('v8');
    channel[kPending].push(bytes);
    let all = channel[kPending].length === 1 ? bytes : undefined;
    while (true) {
      const available = channel[kPending].reduce((sum, part) => sum + part.length, 0);
      if (available < 4) break;
      all ??= Buffer.concat(channel[kPending]);
      const length = all.readUInt32BE(0);
      if (all.length < 4 + length) {
        channel[kPending] = [all];
        break;
      }
      const frame = all.subarray(4, 4 + length);
      all = all.subarray(4 + length);
      channel[kPending] = all.length === 0 ? [] : [all];
      yield deserialize(frame);
    }
    channel.buffering = channel[kPending].length > 0;
  },

  encode(message) {
    const { serialize } = require('v8');
    const body = serialize(message);
    const frame = Buffer.allocUnsafe(4 + body.length);
    frame.writeUInt32BE(body.length, 0);
    body.copy(frame, 4);
    return frame;
  },
};

module.exports = { advanced, json };
