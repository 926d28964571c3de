// node:child_process.

const {
  codes: { ERR_METHOD_NOT_IMPLEMENTED },
} = require('internal/errors');

for (const name of ['exec', 'execFile', 'execFileSync', 'execSync', 'fork', 'spawn', 'spawnSync']) {
  exports[name] = () => {
    throw new ERR_METHOD_NOT_IMPLEMENTED(`${name}()`);
  };
}
