const { OutgoingMessage, kHighWaterMark } = require('internal/http/outgoing');
const { kUniqueHeaders } = require('internal/http/headers');
const { parseUniqueHeaders, validateHeaderName, validateHeaderValue } = require('internal/http/common');

module.exports = {
  OutgoingMessage, kHighWaterMark, kUniqueHeaders, parseUniqueHeadersOption: parseUniqueHeaders, validateHeaderName, validateHeaderValue,
};
