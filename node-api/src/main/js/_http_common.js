// The module packages reach into for header checks.

const { METHODS, hasInvalidHeaderChar, isToken } = require('internal/http/common');

module.exports = {
  _checkInvalidHeaderChar: hasInvalidHeaderChar,
  _checkIsHttpToken: isToken,
  chunkExpression: /(?:^|\W)chunked(?:$|\W)/i,
  continueExpression: /(?:^|\W)100-continue(?:$|\W)/i,
  CRLF: '\r\n',
  methods: METHODS,
};
