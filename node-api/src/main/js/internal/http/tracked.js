// Callbacks of HTTP parsers with what goes with asynchronous work: the frame the parser was made in, and, for hooks, each
// message as a resource of its own.

const { withFrame, work } = require('internal/async_context');

/** What hooks see of a message. */
class HTTPIncomingMessage {}
class HTTPClientRequest {}

const kResource = Symbol('resource');

function call(parser, callback, args) {
  const run = () => (work.tracker === undefined || parser[kResource] === undefined
    ? Reflect.apply(callback, undefined, args)
    : work.tracker.run(parser[kResource], callback, undefined, args));
  return parser.frame === undefined ? run() : withFrame(parser.frame, run);
}

function begin(parser, isServer) {
  if (work.tracker === undefined) return;
  if (parser[kResource] !== undefined) work.tracker.emitDestroy(parser[kResource]);
  parser[kResource] = isServer ? new HTTPIncomingMessage() : new HTTPClientRequest();
  work.tracker.adopt(parser[kResource], isServer ? 'HTTPINCOMINGMESSAGE' : 'HTTPCLIENTREQUEST');
}

function tracked(callbacks, isServer) {
  return {
    onHeaders(parser, ...args) {
      begin(parser, isServer);
      return call(parser, callbacks.onHeaders, [parser, ...args]);
    },
    onBody(...args) { return call(args[0], callbacks.onBody, args); },
    onComplete(...args) { return call(args[0], callbacks.onComplete, args); },
    onExecute: callbacks.onExecute,
    onError: callbacks.onError,
  };
}

module.exports = { tracked };
