// Deep equality of sets and maps: members that are not the same are matched one to one by comparison.

const LOOSE = 0;
const PARTIAL = 2;
const isObject = (value) => typeof value === 'object' && value !== null;

/** Whether a primitive could be loosely equal to another one that is not the same. */
function hasLooseTwins(primitive) {
  switch (typeof primitive) {
    case 'undefined': case 'object': return true;
    case 'symbol': case 'function': return false;
    case 'string': return !Number.isNaN(+primitive);
    case 'number': return !Number.isNaN(primitive);
    default: return true;
  }
}

/** Takes from `candidates` the one that equals; says whether there was one. */
function take(candidates, matches) {
  for (const candidate of candidates) {
    if (matches(candidate)) {
      candidates.delete(candidate);
      return true;
    }
  }
  return false;
}

function compareSets(comparison, a, b) {
  const unmatched = [];
  for (const value of b) {
    if (a.has(value)) continue;
    if (!isObject(value) && (comparison.mode !== LOOSE || !hasLooseTwins(value))) return false;
    unmatched.push(value);
  }
  if (unmatched.length === 0) return true;
  const candidates = new Set();
  for (const value of a) {
    if (b.has(value) && !(isObject(value) && comparison.mode === PARTIAL)) continue;
    if (!isObject(value) && comparison.mode !== LOOSE && comparison.mode !== PARTIAL) return false;
    candidates.add(value);
  }
  return unmatched.every((value) => take(candidates, (candidate) => comparison.equal(candidate, value)));
}

function compareMaps(comparison, a, b) {
  const unmatched = [];
  for (const [key, value] of b) {
    if (a.has(key)) {
      if (comparison.equal(a.get(key), value)) continue;
      if (!isObject(key) && comparison.mode !== LOOSE) return false;
      if (comparison.mode !== LOOSE || !hasLooseTwins(key)) return false;
    } else if (!isObject(key) && (comparison.mode !== LOOSE || !hasLooseTwins(key))) {
      return false;
    }
    unmatched.push([key, value]);
  }
  if (unmatched.length === 0) return true;
  const candidates = new Set();
  for (const entry of a) {
    const [key, value] = entry;
    if (b.has(key) && comparison.equal(value, b.get(key))) continue;
    if (!isObject(key) && comparison.mode !== LOOSE && comparison.mode !== PARTIAL) return false;
    candidates.add(entry);
  }
  return unmatched.every(([key, value]) => take(candidates, ([otherKey, otherValue]) =>
    comparison.equal(otherKey, key) && comparison.equal(otherValue, value)));
}

module.exports = { compareMaps, compareSets };
