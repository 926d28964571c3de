#!/bin/sh
# Starts Ledge on the runtime beside it. No subprocess is started before the exec: this script costs about 1 ms.
case $0 in */*) self=$0 ;; *) self=./$0 ;; esac
while [ -L "$self" ]; do
  link=$(readlink "$self")
  case $link in
    /*) self=$link ;;
    *) self=${self%/*}/$link ;;
  esac
done
bin=${self%/*}
case $bin in
  */bin) home=${bin%/bin} ;;
  *) home=$bin/.. ;;
esac

# The virtual machine would take a closed standard stream's number for a file of its own.
if [ -d /proc/self/fd ]; then
  [ -e /proc/self/fd/0 ] || exec </dev/null
  [ -e /proc/self/fd/1 ] || exec >/dev/null
  [ -e /proc/self/fd/2 ] || exec 2>/dev/null
fi

# The heap begins small and grows with what lives in it.
heap=-Xms80m

# --vm.OPTION before the program is the virtual machine's own -OPTION.
case "${1-}" in
  -*) case "$*" in
    *--vm.*)
      newline='
'
      vm= program=
      for arg do
        shift
        case $program$arg in
          --vm.*) vm=$vm${vm:+$newline}-${arg#--vm.} ;;
          -*) set -- "$@" "$arg" ;;
          *) program=yes; set -- "$@" "$arg" ;;
        esac
      done
      set -f; IFS=$newline
      case $vm in *-Xm[nsx]* | *HeapSize* | *NewSize* | *RAM*) heap= ;; esac ;;
    esac ;;
esac

# Commands that are over at once have a cache of their own, which holds less and so is ready sooner.
case "${1-}" in
  -p | --print | -e | --eval | -pe | --version | -v | --help | -h)
    cache=start grow= quick='@START_FLAGS@' ;;
  *)
    # Where no size was asked for, a program that keeps the collector busy gets more.
    cache=ledge grow=${heap:+-Dledge.heap.grows=true} quick= ;;
esac

exec "$home/lib/runtime/bin/java" @FLAGS@ $heap $grow $quick \
  "-XX:AOTCache=$home/lib/$cache.aot" "-Dledge.home=$home" \
  -cp "$home/lib/ledge.jar" \
  ${vm-} org.ledgejs.launcher.Main "$@"
