// The module packages reach into for header checks and parsers.

const { METHODS, hasInvalidHeaderChar, isToken, kIncomingMessage } = require('internal/http/common');
const { defineLazy } = require('internal/util');

module.exports = {
  _checkInvalidHeaderChar: hasInvalidHeaderChar,
  _checkIsHttpToken: isToken,
  chunkExpression: /(?:^|\W)chunked(?:$|\W)/i,
  continueExpression: /(?:^|\W)100-continue(?:$|\W)/i,
  CRLF: '\r\n',
  kIncomingMessage,
  // In the order of the numbers parsers know them by.
  methods: internalBinding('http').methods,
  allMethods: METHODS,
  isLenient: () => require('internal/http/parser').lenientByDefault(),
};
defineLazy(module.exports, 'freeParser', () => require('internal/http/parser').freeParser);
defineLazy(module.exports, 'prepareError', () => require('internal/http/parser').prepareError);
defineLazy(module.exports, 'kSkipPendingData', () => require('internal/http/parser').kSkipPendingData);
defineLazy(module.exports, 'parsers', () => require('internal/http/legacy_parser').parsers);
defineLazy(module.exports, 'HTTPParser', () => require('internal/http/legacy_parser').HTTPParser);
