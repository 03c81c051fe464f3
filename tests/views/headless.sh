#!/bin/sh
# headless.sh COMMAND [ARGUMENT...]: runs the command on an X server, a window manager and a session bus of its own, with software drawing
# and a home that is gone afterwards. What the caller has set of GTK_A11Y, GSETTINGS_BACKEND, LANGUAGE, GDK_SCALE and such is kept.
# KOYOMI_TEST_SCREEN is the size of the screen (1280x800); KOYOMI_TEST_WM=none leaves the window manager out. Ends with the
# command's status.
set -eu

top=$(mktemp -d "${TMPDIR:-/tmp}/koyomi-headless.XXXXXX")
server=
manager=

take_down () {
  [ -z "$manager" ] || kill "$manager" 2>/dev/null || :
  [ -z "$server" ] || kill "$server" 2>/dev/null || :
  [ -z "$server" ] || wait "$server" 2>/dev/null || :
  rm -rf "$top"
}
trap take_down EXIT
trap 'exit 1' HUP INT TERM

export HOME="$top" XDG_CONFIG_HOME="$top/config" XDG_DATA_HOME="$top/data" XDG_CACHE_HOME="$top/cache" XDG_RUNTIME_DIR="$top/run"
export XDG_STATE_HOME="$top/state"
mkdir -p "$XDG_CONFIG_HOME" "$XDG_DATA_HOME" "$XDG_CACHE_HOME" "$XDG_STATE_HOME"
mkdir -m 700 "$XDG_RUNTIME_DIR"

# The drawing has to be the same everywhere: no graphics card, no portals, no desktop's settings, no scaling.
export GDK_BACKEND=x11 GSK_RENDERER="${GSK_RENDERER:-cairo}" GDK_SCALE="${GDK_SCALE:-1}"
if pkg-config --atleast-version=4.14 gtk4 2>/dev/null; then
  export GDK_DISABLE="${GDK_DISABLE:-gl,vulkan}"
else
  export GDK_DEBUG="${GDK_DEBUG:-gl-disable}"
fi
export GSETTINGS_BACKEND="${GSETTINGS_BACKEND:-memory}" LC_ALL="${LC_ALL:-C.UTF-8}" TZ="${TZ:-Asia/Tokyo}"
export GIO_USE_VFS=local GVFS_DISABLE_FUSE=1 GTK_USE_PORTAL=0 ADW_DISABLE_PORTAL=1 GTK_IM_MODULE=gtk-im-context-simple
unset WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS AT_SPI_BUS_ADDRESS XMODIFIERS || :

# What the tests set to find faults of the program would only shake these two: openbox has died of it.
quietly="env -u MALLOC_PERTURB_ -u G_DEBUG"

# The server takes a free number and tells it when it is ready, so that any number of these can run at once.
mkfifo "$top/display"
$quietly Xvfb -displayfd 3 -screen 0 "${KOYOMI_TEST_SCREEN:-1280x800}x24" -nolisten tcp -noreset 3>"$top/display" 2>"$top/xvfb.log" &
server=$!
read -r number <"$top/display"
export DISPLAY=":$number"

# The window manager has no keys of its own: all of them are the program's.
if [ "${KOYOMI_TEST_WM-openbox}" = openbox ]; then
  cat >"$top/openbox.xml" <<END
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <focus><focusNew>yes</focusNew></focus>
  <placement><policy>Smart</policy><center>yes</center></placement>
  <desktops><number>1</number></desktops>
  <keyboard/>
  <mouse>
    <context name="Client">
      <mousebind button="Left" action="Press"><action name="Focus"/><action name="Raise"/></mousebind>
      <mousebind button="Middle" action="Press"><action name="Focus"/></mousebind>
      <mousebind button="Right" action="Press"><action name="Focus"/></mousebind>
    </context>
  </mouse>
</openbox_config>
END
  $quietly openbox --config-file "$top/openbox.xml" >"$top/manager.log" 2>&1 &
  manager=$!
fi

# The command keeps our output; what the bus says, and the services it starts, goes to a file.
status=0
dbus-run-session -- sh -c 'exec "$@" >&4 2>&5 4>&- 5>&-' sh "$@" 4>&1 5>&2 >"$top/bus.log" 2>&1 || status=$?
exit "$status"
