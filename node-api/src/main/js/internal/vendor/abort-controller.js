module.exports = require('internal/web/abort_controller');
