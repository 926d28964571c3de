module.exports = require('internal/validators');
