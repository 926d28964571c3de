// readline.emitKeypressEvents: 'keypress' events from the 'data' of a stream, as long as somebody listens for them.

const { StringDecoder } = require('string_decoder');
const { ESC, charLengthAt, decodeKeys } = require('internal/readline/keys');

const kAttached = Symbol('keypress decoder');
const defaultEscapeTimeout = 500; // milliseconds, as GNU readline's keyseq-timeout

function emitKeypressEvents(stream, iface = {}) {
  if (stream[kAttached]) return;
  stream[kAttached] = true;
  const text = new StringDecoder('utf8');
  const { escapeCodeTimeout = defaultEscapeTimeout } = iface;
  let timeout;
  let keys = start();

  function start() {
    const decoder = decodeKeys((string, key) => stream.emit('keypress', string, key));
    decoder.next();
    return decoder;
  }

  function feed(character) {
    try {
      keys.next(character);
    } catch (error) {
      // A listener threw, and that ended the coroutine.
      keys = start();
      throw error;
    }
  }

  function onData(chunk) {
    if (stream.listenerCount('keypress') === 0) {
      stream.removeListener('data', onData);
      stream.on('newListener', onNewListener);
      return;
    }
    const string = text.write(chunk);
    if (string === '') return;
    clearTimeout(timeout);
    iface._sawKeyPress = charLengthAt(string, 0) === string.length;
    // Tabs within pasted text are no question for completions.
    iface.isCompletionEnabled = false;
    let length = 0;
    for (const character of string) {
      length += character.length;
      const last = length === string.length;
      if (last) iface.isCompletionEnabled = true;
      feed(character);
      if (last && character === ESC) timeout = setTimeout(feed, escapeCodeTimeout, '');
    }
  }

  function onNewListener(event) {
    if (event !== 'keypress') return;
    stream.on('data', onData);
    stream.removeListener('newListener', onNewListener);
  }

  if (stream.listenerCount('keypress') > 0) stream.on('data', onData);
  else stream.on('newListener', onNewListener);
}

module.exports = { emitKeypressEvents };
