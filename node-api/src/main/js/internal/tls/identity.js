// Whether a certificate is one of the host that was asked for (RFC 6125, as Node reads it).

const { codes: { ERR_TLS_CERT_ALTNAME_INVALID } } = require('internal/errors');
const { isIP } = require('internal/net/address');

const withoutDot = (host) => (host.endsWith('.') ? host.slice(0, -1) : host);
const lower = (text) => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
const labels = (host) => lower(withoutDot(host)).split('.');

/** An IP address in one form for each address. */
function canonical(address) {
  const kind = isIP(address);
  if (kind !== 6) return kind === 4 ? address : '';
  const { parseIPv6, serializeIPv6 } = require('internal/web/url_host');
  return serializeIPv6(parseIPv6(address.split('%')[0]));
}

/** Names of a list in which those that could be mistaken for more stand in quotes. */
function splitQuoted(list) {
  const result = [];
  let at = 0;
  let current = '';
  while (at < list.length) {
    if (list[at] === '"') {
      const match = /^"(?:[^"\\]|\\.)*"/.exec(list.slice(at));
      if (match === null) {
        const { codes: { ERR_TLS_CERT_ALTNAME_FORMAT } } = require('internal/errors');
        throw new ERR_TLS_CERT_ALTNAME_FORMAT();
      }
      current += JSON.parse(match[0]);
      at += match[0].length;
    } else if (list.startsWith(', ', at)) {
      result.push(current);
      current = '';
      at += 2;
    } else {
      current += list[at++];
    }
  }
  result.push(current);
  return result;
}

/** Whether a host's labels fit a pattern, whose first label may have one star. */
function matches(host, pattern) {
  if (!pattern) return false;
  const parts = labels(pattern);
  if (parts.length !== host.length || parts.includes('') || parts.some((part) => /[^\u0021-\u007f]/u.test(part))) return false;
  for (let i = 1; i < host.length; i++) if (host[i] !== parts[i]) return false;
  const pieces = parts[0].split('*', 3);
  if (pieces.length === 1 || parts[0].includes('xn--')) return host[0] === parts[0];
  // One star only, and not for all of a top-level domain.
  if (pieces.length > 2 || parts.length <= 2) return false;
  const [prefix, suffix] = pieces;
  return prefix.length + suffix.length <= host[0].length && host[0].startsWith(prefix) && host[0].endsWith(suffix);
}

/** undefined, or the error that says why the certificate is another's. */
function checkServerIdentity(hostname, cert) {
  const { subject, subjectaltname: altNames } = cert;
  const dnsNames = [];
  const addresses = [];
  hostname = withoutDot(`${hostname}`);
  if (altNames) {
    for (const name of altNames.includes('"') ? splitQuoted(altNames) : altNames.split(', ')) {
      if (name.startsWith('DNS:')) dnsNames.push(name.slice(4));
      else if (name.startsWith('IP Address:')) addresses.push(canonical(name.slice(11)));
    }
  }
  let reason;
  if (isIP(hostname)) {
    if (addresses.includes(canonical(hostname))) return undefined;
    reason = `IP: ${hostname} is not in the cert's list: ${addresses.join(', ')}`;
  } else if (dnsNames.length > 0 || subject?.CN) {
    const host = labels(hostname);
    if (dnsNames.length > 0) {
      if (dnsNames.some((name) => matches(host, name))) return undefined;
      reason = `Host: ${hostname}. is not in the cert's altnames: ${altNames}`;
    } else {
      const names = Array.isArray(subject.CN) ? subject.CN : [subject.CN];
      if (names.some((name) => matches(host, name))) return undefined;
      reason = `Host: ${hostname}. is not cert's CN: ${subject.CN}`;
    }
  } else {
    reason = 'Cert does not contain a DNS name';
  }
  return new ERR_TLS_CERT_ALTNAME_INVALID(reason, hostname, cert);
}

module.exports = { checkServerIdentity };
