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

const kView = 0;
const kObject = 1;
let classes;

/** Views go as V8's serialisation has them, other objects it cannot write as plain ones; a tag before each says which. */
function serialization() {
  if (classes !== undefined) return classes;
  const { DefaultDeserializer, DefaultSerializer } = require('v8');
  class ChannelSerializer extends DefaultSerializer {
    _writeHostObject(object) {
      this.writeUint32(ArrayBuffer.isView(object) ? kView : kObject);
      if (ArrayBuffer.isView(object)) super._writeHostObject(object);
      else this.writeValue({ ...object });
    }
  }
  class ChannelDeserializer extends DefaultDeserializer {
    _readHostObject() {
      return this.readUint32() === kView ? super._readHostObject() : this.readValue();
    }
  }
  classes = { ChannelDeserializer, ChannelSerializer };
  return classes;
}

const lengthBytes = 4;

/** Frames begin with their length, four bytes, most significant first. */
const advanced = {
  start(channel) {
    channel[kPending] = { parts: [], size: 0, wanted: lengthBytes };
    channel.buffering = false;
  },

  * parse(channel, bytes) {
    const pending = channel[kPending];
    pending.parts.push(bytes);
    pending.size += bytes.length;
    while (pending.size >= pending.wanted) {
      // Parts are put together once for a frame, however many they are.
      const all = pending.parts.length === 1 ? pending.parts[0] : Buffer.concat(pending.parts);
      pending.parts = [all];
      const end = lengthBytes + all.readUInt32BE(0);
      if (all.length < end) {
        pending.wanted = end;
        break;
      }
      pending.parts = all.length === end ? [] : [all.subarray(end)];
      pending.size = all.length - end;
      pending.wanted = lengthBytes;
      const deserializer = new (serialization().ChannelDeserializer)(all.subarray(lengthBytes, end));
      deserializer.readHeader();
      yield deserializer.readValue();
    }
    channel.buffering = pending.size > 0;
  },

  encode(message) {
    const serializer = new (serialization().ChannelSerializer)();
    serializer.writeHeader();
    serializer.writeValue(message);
    const body = serializer.releaseBuffer();
    const frame = Buffer.allocUnsafe(lengthBytes + body.length);
    frame.writeUInt32BE(body.length, 0);
    body.copy(frame, lengthBytes);
    return frame;
  },
};

module.exports = { advanced, json };
