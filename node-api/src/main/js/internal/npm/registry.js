// The registry npm is configured for, as npm reads it: the environment, then .npmrc of the user.

const DEFAULT = 'https://registry.npmjs.org/';

function userSettings() {
  const file = process.env.npm_config_userconfig ?? process.env.NPM_CONFIG_USERCONFIG ?? require('path').join(require('os').homedir(), '.npmrc');
  const settings = { __proto__: null };
  let lines;
  try {
    lines = require('fs').readFileSync(file, 'utf8').split(/\r?\n/);
  } catch {
    return settings;
  }
  for (const line of lines) {
    const equals = line.indexOf('=');
    if (equals === -1 || /^\s*[#;]/.test(line)) continue;
    const value = line.slice(equals + 1).trim().replace(/^(["'])(.*)\1$/, '$2');
    settings[line.slice(0, equals).trim()] = value.replace(/\$\{([^}]+)\}/g, (whole, name) => process.env[name] ?? whole);
  }
  return settings;
}

/** { url, headers }: where packages are, with a slash at its end, and what to say there. */
function registry() {
  const settings = userSettings();
  let url = process.env.npm_config_registry || process.env.NPM_CONFIG_REGISTRY || settings.registry || DEFAULT;
  if (!url.endsWith('/')) url += '/';
  const token = settings[`${url.replace(/^https?:/, '')}:_authToken`];
  return { url, headers: token === undefined ? {} : { authorization: `Bearer ${token}` } };
}

module.exports = { registry };
