module.exports = require('internal/http/outgoing');
