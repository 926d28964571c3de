// npm itself, of one version: fetched from the registry when it is first used, checked, and kept in the user's cache.

const { Buffer } = require('buffer');
const fs = require('fs');
const os = require('os');
const path = require('path');
const { readTar } = require('internal/npm/tar');
const { registry } = require('internal/npm/registry');

const VERSION = '11.21.2';
const INTEGRITY = '7HPApk+AflMUavSseL1Pm6CnYqMIHk53x+KmuhqmTDqPkjPMgxIpTPcTqsE91EKNw4gFBJV9fnXiSdGm1DXq9A==';
const REDIRECTS = 5;

function cacheFolder() {
  const { XDG_CACHE_HOME: given } = process.env;
  return path.join(given && path.isAbsolute(given) ? given : path.join(os.homedir(), '.cache'), 'ledge');
}

function get(url, headers, left = REDIRECTS) {
  return new Promise((resolve, reject) => {
    const client = require(url.startsWith('https:') ? 'https' : 'http');
    const request = client.get(url, { headers: { 'user-agent': `ledge/${process.versions.ledge}`, ...headers }, timeout: 60_000 }, (response) => {
      const { statusCode, headers: { location } } = response;
      if (statusCode >= 300 && statusCode < 400 && location && left > 0) {
        response.resume();
        const { URL } = require('internal/web/url');
        const next = new URL(location, url);
        // A token is for the place it was given for, and never goes out unencrypted where it was not meant to.
        resolve(get(next.href, next.origin === new URL(url).origin ? headers : {}, left - 1));
        return;
      }
      if (statusCode !== 200) {
        response.resume();
        reject(new Error(`the registry answered ${statusCode}`));
        return;
      }
      const parts = [];
      response.on('data', (part) => parts.push(part));
      response.on('error', reject);
      response.on('end', () => resolve(Buffer.concat(parts)));
    });
    request.on('timeout', () => request.destroy(new Error('the registry does not answer')));
    request.on('error', reject);
  });
}

/** Writes the package's files below a folder; their names begin with that of the folder they were packed in. */
function unpack(archive, folder) {
  readTar(archive, (name, mode, data) => {
    const parts = name.split('/').slice(1);
    if (parts.length === 0 || parts.includes('..') || parts.includes('')) throw new Error(`a file of the archive has a strange name: ${name}`);
    const file = path.join(folder, ...parts);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, data, { mode: mode & 0o111 ? 0o755 : 0o644 });
  });
}

/** Commands that scripts of packages start by name: they mean this runtime. */
function writeCommands(folder) {
  const quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;
  fs.mkdirSync(folder, { recursive: true });
  for (const [name, prefix] of [['node', ''], ['npm', ' npm'], ['npx', ' npx']]) {
    const file = path.join(folder, name);
    const text = `#!/bin/sh\nexec ${quoted(process.execPath)}${prefix} "$@"\n`;
    let present;
    try {
      present = fs.readFileSync(file, 'utf8');
    } catch {
      // Not there yet.
    }
    if (present === text) continue;
    const fresh = `${file}.${process.pid}`;
    fs.writeFileSync(fresh, text, { mode: 0o755 });
    fs.renameSync(fresh, file);
  }
}

async function install(folder) {
  const { headers, url } = registry();
  process.stderr.write(`ledge: fetching npm ${VERSION} from ${url}\n`);
  const packed = await get(`${url}npm/-/npm-${VERSION}.tgz`, headers);
  const digest = require('crypto').createHash('sha512').update(packed).digest('base64');
  if (digest !== INTEGRITY) throw new Error('what the registry sent is not this version of npm: its sha512 differs');
  const archive = require('zlib').gunzipSync(packed);
  fs.mkdirSync(path.dirname(folder), { recursive: true });
  // Unpacked beside and then renamed: nobody ever sees half of it.
  const fresh = fs.mkdtempSync(`${folder}.`);
  try {
    unpack(archive, fresh);
    fs.renameSync(fresh, folder);
  } catch (error) {
    fs.rmSync(fresh, { recursive: true, force: true });
    // Another process may have been faster.
    if (!fs.existsSync(path.join(folder, 'package.json'))) throw error;
  }
}

/** The file of npm's or npx's command, once it is there. */
async function locate(command) {
  const cache = cacheFolder();
  const folder = path.join(cache, `npm-${VERSION}`);
  const file = path.join(folder, 'bin', `${command}-cli.js`);
  try {
    if (!fs.existsSync(file)) await install(folder);
  } catch (error) {
    const reason = error.code === undefined ? error.message : `${error.message} (${error.code})`;
    process.stderr.write(`ledge: npm could not be fetched: ${reason}\n` +
      'ledge: it comes from the registry npm is configured for (npm_config_registry, or registry= in ~/.npmrc) and is needed once only\n');
    process.exitCode = 1;
    return undefined;
  }
  if (process.platform !== 'win32') {
    const commands = path.join(cache, 'bin');
    try {
      writeCommands(commands);
      process.env.PATH = `${commands}${path.delimiter}${process.env.PATH ?? ''}`;
    } catch {
      // Then scripts find what the PATH has.
    }
  }
  return file;
}

module.exports = { locate };
