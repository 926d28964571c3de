module.exports = require('internal/http/client');
