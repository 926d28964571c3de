module.exports = require('internal/http/agent');
