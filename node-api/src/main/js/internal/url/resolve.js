// Resolving a legacy Url against another (RFC 3986 §5.2, with the habits of browsers).

function copyInto(target, source) {
  return Object.assign(target, source);
}

/** Joins a relative path to a base's and takes the dots out. */
function mergePaths(sourcePath, mustEndAbsolute, keepsParents) {
  const last = sourcePath.at(-1);
  const trailing = ((sourcePath.length > 1 || keepsParents.relative) && (last === '.' || last === '..')) || last === '';
  let up = 0;
  for (let i = sourcePath.length - 1; i >= 0; i--) {
    const segment = sourcePath[i];
    if (segment === '.') {
      sourcePath.splice(i, 1);
    } else if (segment === '..') {
      sourcePath.splice(i, 1);
      up++;
    } else if (up > 0) {
      sourcePath.splice(i, 1);
      up--;
    }
  }
  if (!mustEndAbsolute && !keepsParents.removeAll) while (up-- > 0) sourcePath.unshift('..');
  if (mustEndAbsolute && sourcePath[0] !== '' && (!sourcePath[0] || sourcePath[0][0] !== '/')) sourcePath.unshift('');
  if (trailing && !sourcePath.join('/').endsWith('/')) sourcePath.push('');
  return sourcePath;
}

function resolveOnto(base, relative, result, slashed, hostless) {
  copyInto(result, base);
  // The fragment always comes from the relative part.
  result.hash = relative.hash;
  if (relative.href === '') {
    result.href = result.format();
    return result;
  }
  if (relative.slashes && !relative.protocol) {
    for (const key of Object.keys(relative)) if (key !== 'protocol') result[key] = relative[key];
    if (slashed.has(result.protocol) && result.hostname && !result.pathname) result.path = result.pathname = '/';
    result.href = result.format();
    return result;
  }
  if (relative.protocol && relative.protocol !== result.protocol) {
    if (!slashed.has(relative.protocol)) {
      copyInto(result, relative);
      result.href = result.format();
      return result;
    }
    result.protocol = relative.protocol;
    if (!relative.host && !/^file:?$/.test(relative.protocol) && !hostless.has(relative.protocol)) {
      const parts = (relative.pathname || '').split('/');
      while (parts.length > 0 && !(relative.host = parts.shift()));
      relative.host ||= '';
      relative.hostname ||= '';
      if (parts[0] !== '') parts.unshift('');
      if (parts.length < 2) parts.unshift('');
      result.pathname = parts.join('/');
    } else {
      result.pathname = relative.pathname;
    }
    result.search = relative.search;
    result.query = relative.query;
    result.host = relative.host || '';
    result.auth = relative.auth;
    result.hostname = relative.hostname || relative.host;
    result.port = relative.port;
    if (result.pathname || result.search) result.path = `${result.pathname || ''}${result.search || ''}`;
    result.slashes ||= relative.slashes;
    result.href = result.format();
    return result;
  }
  return resolvePath(relative, result, slashed);
}

function takeAuth(result) {
  const parts = result.host && result.host.indexOf('@') > 0 && result.host.split('@');
  if (!parts) return;
  result.auth = parts.shift();
  result.host = result.hostname = parts.shift();
}

function resolvePath(relative, result, slashed) {
  const isSourceAbsolute = Boolean(result.pathname && result.pathname[0] === '/');
  const isRelativeAbsolute = Boolean(relative.host || (relative.pathname && relative.pathname[0] === '/'));
  let mustEndAbsolute = isRelativeAbsolute || isSourceAbsolute || Boolean(result.host && relative.pathname);
  const removeAllDots = mustEndAbsolute;
  let sourcePath = (result.pathname && result.pathname.split('/')) || [];
  const relativePath = (relative.pathname && relative.pathname.split('/')) || [];
  const noLeadingSlashes = Boolean(result.protocol) && !slashed.has(result.protocol);
  if (noLeadingSlashes) {
    result.hostname = '';
    result.port = null;
    if (result.host) {
      if (sourcePath[0] === '') sourcePath[0] = result.host;
      else sourcePath.unshift(result.host);
    }
    result.host = '';
    if (relative.protocol) {
      relative.hostname = null;
      relative.port = null;
      result.auth = null;
      if (relative.host) {
        if (relativePath[0] === '') relativePath[0] = relative.host;
        else relativePath.unshift(relative.host);
      }
      relative.host = null;
    }
    mustEndAbsolute &&= relativePath[0] === '' || sourcePath[0] === '';
  }
  if (isRelativeAbsolute) {
    if (relative.host || relative.host === '') {
      if (result.host !== relative.host) result.auth = null;
      result.host = relative.host;
      result.port = relative.port;
    }
    if (relative.hostname || relative.hostname === '') {
      if (result.hostname !== relative.hostname) result.auth = null;
      result.hostname = relative.hostname;
    }
    result.search = relative.search;
    result.query = relative.query;
    sourcePath = relativePath;
  } else if (relativePath.length > 0) {
    sourcePath.pop();
    sourcePath = sourcePath.concat(relativePath);
    result.search = relative.search;
    result.query = relative.query;
  } else if (relative.search !== null && relative.search !== undefined) {
    if (noLeadingSlashes) {
      result.hostname = result.host = sourcePath.shift();
      takeAuth(result);
    }
    result.search = relative.search;
    result.query = relative.query;
    if (result.pathname !== null || result.search !== null) {
      result.path = `${result.pathname || ''}${result.search || ''}`;
    }
    result.href = result.format();
    return result;
  }
  if (sourcePath.length === 0) {
    result.pathname = null;
    result.path = result.search ? `/${result.search}` : null;
    result.href = result.format();
    return result;
  }
  const keeps = { removeAll: removeAllDots, relative: Boolean(relative.host || result.host) };
  sourcePath = mergePaths(sourcePath, mustEndAbsolute, keeps);
  const isAbsolute = sourcePath[0] === '' || (sourcePath[0] && sourcePath[0][0] === '/');
  if (noLeadingSlashes) {
    result.hostname = result.host = isAbsolute ? '' : sourcePath.length > 0 ? sourcePath.shift() : '';
    takeAuth(result);
  }
  mustEndAbsolute ||= Boolean(result.host && sourcePath.length > 0);
  if (mustEndAbsolute && !isAbsolute) sourcePath.unshift('');
  if (sourcePath.length === 0) {
    result.pathname = null;
    result.path = null;
  } else {
    result.pathname = sourcePath.join('/');
  }
  if (result.pathname !== null || result.search !== null) {
    result.path = `${result.pathname || ''}${result.search || ''}`;
  }
  result.auth = relative.auth || result.auth;
  result.slashes ||= relative.slashes;
  result.href = result.format();
  return result;
}

module.exports = { resolveOnto };
