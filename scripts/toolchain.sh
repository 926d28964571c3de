# Sourced by ./ledge and ./verify: finds a JDK 25 and Maven, and builds with both.

# Prints the home of the first JDK 25 or later it finds; LEDGE_JAVA_HOME goes before everything.
find_jdk() {
  local home on_path
  on_path=$(command -v javac 2>/dev/null) && on_path=$(readlink -f "$on_path")
  for home in "${LEDGE_JAVA_HOME:-}" "${JAVA_HOME:-}" "${on_path%/bin/javac}" \
      /usr/lib/jvm/* /opt/* /opt/*/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
      /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if is_jdk "$home"; then
      printf '%s\n' "$home"
      return
    fi
  done
  echo 'Ledge needs a JDK 25 or later; none was found: install one (https://adoptium.net) or point LEDGE_JAVA_HOME at it.' >&2
  return 1
}

# A release file is read rather than a JVM started: looking at twenty folders must cost nothing.
is_jdk() {
  local version
  [[ -n $1 && -x $1/bin/javac && -f $1/release ]] || return 1
  version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
  [[ -n $version && $version -ge 25 ]]
}

find_maven() {
  command -v mvn && return
  local home
  for home in "${MAVEN_HOME:-}" "${M2_HOME:-}" /usr/share/maven /opt/*maven* "$HOME"/.sdkman/candidates/maven/current; do
    if [[ -n $home && -x $home/bin/mvn ]]; then
      printf '%s\n' "$home/bin/mvn"
      return
    fi
  done
  echo 'Ledge is built with Maven 3.8 or later; none was found: install it (https://maven.apache.org/download.cgi) or set MAVEN_HOME.' >&2
  return 1
}

# build LOG ARGUMENTS…: runs Maven in the root with a JDK 25, what it says goes to LOG.
build() {
  local log=$1 jdk maven
  shift
  jdk=$(find_jdk) && maven=$(find_maven) || return 1
  mkdir -p "${log%/*}"
  (cd "$root" && JAVA_HOME=$jdk PATH=$jdk/bin:$PATH "$maven" -B "$@") > "$log" 2>&1
}
