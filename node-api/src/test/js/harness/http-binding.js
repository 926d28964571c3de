'use strict';

const { internalBinding } = require('internal/test/binding');

const { HTTPParser, methods, allMethods } = internalBinding('http_parser');
const { kOnHeaders, kOnHeadersComplete, kOnBody, kOnMessageComplete } = HTTPParser;

function failure(error) {
  return Object.assign(new Error(`Parse Error: ${error.reason}`), { code: error.code, reason: error.reason, bytesParsed: error.bytesParsed });
}

module.exports = function httpBinding() {
  const names = allMethods ?? methods;
  return {
    methods,
    createParser(isServer, { maxHeaderSize, lenient }, callbacks) {
      const parser = new HTTPParser();
      parser.initialize(isServer ? HTTPParser.REQUEST : HTTPParser.RESPONSE, {}, maxHeaderSize ?? 0, lenient ? 0xff : 0, undefined);
      let early = [];
      parser[kOnHeaders | 0] = (headers) => { early = early.concat(headers); };
      parser[kOnHeadersComplete | 0] = (versionMajor, versionMinor, headers, method, url, statusCode, statusMessage, upgrade, shouldKeepAlive) => {
        const rawHeaders = early.concat(headers ?? []);
        early = [];
        return callbacks.onHeaders({
          versionMajor, versionMinor, rawHeaders, method: isServer ? names[method] : undefined, url: isServer ? url : undefined,
          statusCode: isServer ? undefined : statusCode, statusMessage: isServer ? undefined : statusMessage, upgrade, shouldKeepAlive,
        });
      };
      parser[kOnBody | 0] = (bytes) => {
        callbacks.onBody(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
      };
      parser[kOnMessageComplete | 0] = () => {
        const trailers = early;
        early = [];
        callbacks.onComplete(trailers);
      };
      return { parser, callbacks };
    },
    execute({ parser }, view) {
      const result = parser.execute(Buffer.from(new Uint8Array(view.buffer, view.byteOffset, view.byteLength)));
      return typeof result === 'number' ? result : failure(result);
    },
    finish({ parser }) {
      const result = parser.finish();
      return result === undefined || typeof result === 'number' ? undefined : failure(result);
    },
    pause: ({ parser }) => parser.pause(),
    resume: ({ parser }) => parser.resume(),
    free: ({ parser }) => parser.free(),
  };
};
