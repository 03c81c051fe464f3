#include "koyomi-file-lock.h"

#include <fcntl.h>
#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

/* Two locks far beyond any byte of the file, and beyond those that SQLite locks (at 1 GiB). The first, of the open file
 * description, is held by one writer alone, in this process or another. The second is an ordinary one, whose only use is what the
 * kernel tells of it: the process that holds it, and where it lies, which is the base plus the moment it was taken. */
#define WRITER_BYTE (G_GINT64_CONSTANT (1) << 61)
#define MOMENT_BASE (G_GINT64_CONSTANT (1) << 62)

static gboolean
set_lock (int    fd,
          int    command,
          gint64 byte)
{
  struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = byte, .l_len = 1 };

  return fcntl (fd, command, &lock) == 0;
}

/**
 * koyomi_file_lock_take:
 * @fd: the plan, open for writing. The lock lasts until it is closed. SQLite's connection must be closed before it, because
 *   closing any descriptor of a file drops the ordinary locks that the process has on it.
 *
 * Returns: FALSE when another one holds it
 */
gboolean
koyomi_file_lock_take (int fd)
{
  if (!set_lock (fd, F_OFD_SETLK, WRITER_BYTE))
    return FALSE;

  /* Only tells who; without it the holder is unknown and the plan still safe. */
  set_lock (fd, F_SETLK, MOMENT_BASE + g_get_real_time () / 1000);

  return TRUE;
}

static char *
get_user_of_process (gint64 pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%" G_GINT64_FORMAT, pid);
  struct stat status;
  struct passwd entry;
  struct passwd *found = NULL;
  char buffer[4096];

  if (stat (path, &status) != 0 || getpwuid_r (status.st_uid, &entry, buffer, sizeof buffer, &found) != 0 || found == NULL)
    return g_strdup ("");

  return g_strdup (found->pw_name);
}

/* Returns: (transfer full): what is known of the one that holds the lock; all unknown when it is on another machine */
KoyomiLockHolder *
koyomi_file_lock_get_holder (int fd)
{
  KoyomiLockHolder *self = g_new0 (KoyomiLockHolder, 1);
  struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = MOMENT_BASE, .l_len = 0 };

  if (fcntl (fd, F_GETLK, &lock) == 0 && lock.l_type != F_UNLCK)
    {
      self->pid = MAX (lock.l_pid, 0);
      self->since = lock.l_start >= MOMENT_BASE ? lock.l_start - MOMENT_BASE : 0;
    }

  self->user = self->pid > 0 ? get_user_of_process (self->pid) : g_strdup ("");

  return self;
}
