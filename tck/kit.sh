# Sourced by tck/test262 and tck/fuzz, which set $root and $kit, their name: builds what is stale; then $classes and $classpath can be run.
source "$root/scripts/toolchain.sh"
classpath=$root/language/target/test262.classpath
classes=$root/language/target/classes:$root/tck/target/classes
stamp=$root/tck/target/test262.stamp

# maven LOG ARGUMENTS…: builds, and says what is wrong if it fails.
maven() {
  build "$@" && return
  grep -E '^\[ERROR\]' "$1" | head -n 30 >&2
  echo "$kit: the build failed; all it said is in $1" >&2
  exit 1
}

if [[ ! -f $stamp || -n $(find "$root"/pom.xml "$root"/{language,tck}/pom.xml "$root"/{language,tck}/src/main -newer "$stamp" -type f -print -quit) ]]; then
  echo "$kit: building …" >&2
  begin=$(date +%s)
  maven "$root/target/test262-build.log" -pl language,tck compile
  if [[ ! -f $classpath || $root/language/pom.xml -nt $classpath || $root/pom.xml -nt $classpath ]]; then
    maven "$root/target/test262-classpath.log" -pl language dependency:build-classpath -Dmdep.outputFile="$classpath" -Dmdep.includeScope=test
  fi
  touch -d "@$begin" "$stamp"
fi
