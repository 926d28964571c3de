// What the parts of the HTTP server know each other's properties by.

module.exports = {
  kConnection: Symbol('http.connection'),
  kConnections: Symbol('http.server.connections'),
  kServerResponse: Symbol('ServerResponse'),
};
