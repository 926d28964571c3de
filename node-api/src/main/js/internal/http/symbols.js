// What the parts of the HTTP server know each other's properties by.

module.exports = {
  kConnections: Symbol('http.server.connections'),
  kServerResponse: Symbol('ServerResponse'),
};
