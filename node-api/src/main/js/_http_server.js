const { Server, connectionListener, httpServerPreClose, setupConnectionsTracking, storeHTTPOptions } = require('internal/http/server');
const { STATUS_CODES } = require('internal/http/common');
const { ServerResponse } = require('internal/http/response');
const { kServerResponse } = require('internal/http/symbols');

module.exports = {
  STATUS_CODES, Server, ServerResponse, _connectionListener: connectionListener, httpServerPreClose, kServerResponse, setupConnectionsTracking,
  storeHTTPOptions,
};
