#!/bin/sh
# install-packages.sh [PURPOSE...]: installs what is missing of the packages in build-aux/packages for these purposes
# (build, run, test; all three when none is named). Says what it installs; says nothing when there is nothing to do.
set -eu

list=$(dirname -- "$0")/packages
purposes=${*:-build run test}

for purpose in $purposes; do
  case $purpose in
    build | run | test) ;;
    *)
      echo "install-packages.sh: unknown purpose '$purpose'; it is one of build, run, test" >&2
      exit 2
      ;;
  esac
done

wanted=$(awk -v purposes=" $purposes " '!/^#/ && NF && index (purposes, " " $1 " ") { print $2 }' "$list")

if ! command -v dpkg-query >/dev/null; then
  {
    echo "This is not a Debian system, so nothing was installed. Koyomi needs what these Debian packages hold:"
    echo "$wanted" | sed 's/^/  /'
  } >&2
  exit 0
fi

# shellcheck disable=SC2086  # one word a package
installed=$(dpkg-query -W -f '${Package} ${db:Status-Status}\n' $wanted 2>/dev/null | sed -n 's/ installed$//p' || true)
missing=
for package in $wanted; do
  case "
$installed
" in
    *"
$package
"*) ;;
    *) missing="$missing $package" ;;
  esac
done

[ -n "$missing" ] || exit 0

echo "Koyomi needs these packages, which are not installed yet:"
for package in $missing; do
  awk -v package="$package" '$2 == package {
    purpose = $1; sub (/^[^ ]+ +[^ ]+ +/, ""); printf "  %-24s for the %s: %s\n", package, purpose, $0 }' "$list"
done

if [ "$(id -u)" -eq 0 ]; then
  root=
elif command -v sudo >/dev/null && { sudo -n true 2>/dev/null || { : </dev/tty; } 2>/dev/null; }; then
  root=sudo
else
  echo "Installing them takes root. Run this, then try again:" >&2
  echo "  su -c 'apt-get update && apt-get install --no-install-recommends -y$missing'" >&2
  exit 1
fi

echo "Installing them with apt-get."
$root env DEBIAN_FRONTEND=noninteractive apt-get update -q </dev/null
# shellcheck disable=SC2086  # one word a package
$root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $missing </dev/null
