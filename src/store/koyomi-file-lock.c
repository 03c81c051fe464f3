#include "koyomi-file-lock.h"

#include <fcntl.h>
#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

/* Two locks far beyond any byte of the file, and beyond those that SQLite locks (at 1 GiB). Both belong to the open file description:
 * SQLite drops every ordinary lock that the process has on the file whenever it ends a transaction. The first is held by one writer
 * alone, in this process or another. The second one's only use is where it lies, which the kernel tells everybody: there the machine,
 * the moment it was taken and the process are written. */
#define WRITER_BYTE (G_GINT64_CONSTANT (1) << 61)
#define HOLDER_BASE (G_GINT64_CONSTANT (1) << 62)
#define MACHINE_SHIFT 54   /* eight bits */
#define MOMENT_SHIFT 22    /* 32 bits: seconds since 1970 */
#define PROCESS_MASK ((G_GINT64_CONSTANT (1) << MOMENT_SHIFT) - 1)

/* Tells machines, and their starts, from one another well enough: a process number means nothing elsewhere. */
static gint64
get_machine (void)
{
  g_autofree char *boot = NULL;

  g_file_get_contents ("/proc/sys/kernel/random/boot_id", &boot, NULL, NULL);

  return g_str_hash (boot != NULL ? boot : g_get_host_name ()) & 0xff;
}

static gboolean
set_lock (int    fd,
          gint64 byte)
{
  struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = byte, .l_len = 1 };

  return fcntl (fd, F_OFD_SETLK, &lock) == 0;
}

/**
 * koyomi_file_lock_take:
 * @fd: the plan, open for writing. The lock lasts until it is closed. SQLite's connection must be closed before it, because
 *   closing any descriptor of a file drops the ordinary locks that SQLite has on it.
 *
 * Returns: FALSE when another one holds it
 */
gboolean
koyomi_file_lock_take (int fd)
{
  gint64 moment = g_get_real_time () / G_USEC_PER_SEC;

  if (!set_lock (fd, WRITER_BYTE))
    return FALSE;

  /* Only tells who; without it the holder is unknown and the plan still safe. */
  set_lock (fd, HOLDER_BASE | get_machine () << MACHINE_SHIFT | (moment & G_MAXUINT32) << MOMENT_SHIFT | (getpid () & PROCESS_MASK));

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
  struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = HOLDER_BASE, .l_len = 0 };

  if (fcntl (fd, F_OFD_GETLK, &lock) == 0 && lock.l_type != F_UNLCK && lock.l_start >= HOLDER_BASE)
    {
      gint64 told = lock.l_start - HOLDER_BASE;

      self->pid = told >> MACHINE_SHIFT == get_machine () ? told & PROCESS_MASK : 0;
      self->since = (told >> MOMENT_SHIFT & G_MAXUINT32) * 1000;
    }

  self->user = self->pid > 0 ? get_user_of_process (self->pid) : g_strdup ("");

  return self;
}
