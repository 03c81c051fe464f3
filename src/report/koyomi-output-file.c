#include "koyomi-output-file.h"

#include "koyomi-report-error.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixoutputstream.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* As many as the kernel follows. */
#define MAX_LINKS 40

struct _KoyomiOutputFile
{
  char          *target;      /* what the name means in the end, links followed */
  char          *path;        /* NULL once it is gone */
  int            fd;
  GOutputStream *stream;      /* made when asked for; leaves the descriptor open */
};

/**
 * koyomi_output_file_set_errno:
 * @code: an errno
 * @path: the file that the person named
 *
 * Sets %KOYOMI_REPORT_ERROR_OUTPUT_FULL or %KOYOMI_REPORT_ERROR_OUTPUT, for whoever writes by other means.
 */
void
koyomi_output_file_set_errno (GError     **error,
                              int          code,
                              const char  *path)
{
  if (code == ENOSPC || code == EDQUOT || code == EFBIG)
    g_set_error (error, KOYOMI_REPORT_ERROR, KOYOMI_REPORT_ERROR_OUTPUT_FULL,
                 "“%s” cannot be written, there is no room for it: %s", path, g_strerror (code));
  else
    g_set_error (error, KOYOMI_REPORT_ERROR, KOYOMI_REPORT_ERROR_OUTPUT,
                 "“%s” cannot be written: %s", path, g_strerror (code));
}

static gboolean
refuse (GError     **error,
        const char  *path,
        const char  *what)
{
  g_set_error (error, KOYOMI_REPORT_ERROR, KOYOMI_REPORT_ERROR_OUTPUT, "“%s” cannot be written: it %s", path, what);

  return FALSE;
}

/* Returns: (nullable): the file at the end of the links that @path may be, whether it exists or not */
static char *
follow_links (const char  *path,
              GError     **error)
{
  g_autofree char *name = g_strdup (path);

  for (guint i = 0; i < MAX_LINKS; i++)
    {
      g_autofree char *link = g_file_read_link (name, NULL);
      g_autofree char *folder = NULL;
      char *next;

      if (link == NULL)
        return g_steal_pointer (&name);

      folder = g_path_get_dirname (name);
      next = g_path_is_absolute (link) ? g_strdup (link) : g_build_filename (folder, link, NULL);
      g_free (name);
      name = next;
    }

  koyomi_output_file_set_errno (error, ELOOP, path);

  return NULL;
}

/* A file that is marked read-only is not replaced, though its folder would let it happen. */
static gboolean
check_target (const char  *target,
              const char  *path,
              GError     **error)
{
  struct stat info;

  if (stat (target, &info) != 0)
    {
      if (errno == ENOENT && !g_str_has_suffix (target, "/") && *target != '\0')
        return TRUE;

      koyomi_output_file_set_errno (error, errno, path);
      return FALSE;
    }

  if (S_ISDIR (info.st_mode))
    return refuse (error, path, "is a folder");
  else if (!S_ISREG (info.st_mode))
    return refuse (error, path, "is a device, a pipe or a socket and not a plain file");
  else if (access (target, W_OK) != 0)
    return refuse (error, path, "is read-only");

  return TRUE;
}

/**
 * koyomi_output_file_new:
 * @path: the target, which may exist or not; a symbolic link stays one and what it points to is replaced
 *
 * Makes the file beside the target, with mode 0600.
 */
KoyomiOutputFile *
koyomi_output_file_new (const char  *path,
                        GError     **error)
{
  g_autofree char *target = follow_links (path, error);
  g_autofree char *folder = NULL;
  g_autofree char *temporary = NULL;
  KoyomiOutputFile *self;
  int fd;

  if (target == NULL || !check_target (target, path, error))
    return NULL;

  folder = g_path_get_dirname (target);
  temporary = g_build_filename (folder, ".koyomi-XXXXXX.tmp", NULL);
  if ((fd = g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC, 0600)) < 0)
    {
      koyomi_output_file_set_errno (error, errno, path);
      return NULL;
    }

  self = g_new0 (KoyomiOutputFile, 1);
  self->target = g_steal_pointer (&target);
  self->path = g_steal_pointer (&temporary);
  self->fd = fd;

  return self;
}

/* Removes the file unless it was committed. */
void
koyomi_output_file_free (KoyomiOutputFile *self)
{
  if (self == NULL)
    return;

  g_clear_object (&self->stream);
  if (self->fd >= 0)
    close (self->fd);
  if (self->path != NULL)
    g_unlink (self->path);
  g_free (self->path);
  g_free (self->target);
  g_free (self);
}

/* Where the file stands until it is committed, for writers that open it by its name; NULL afterwards. */
const char *
koyomi_output_file_get_path (KoyomiOutputFile *self)
{
  return self->path;
}

/* Returns: (transfer none): unbuffered; closing it leaves the file to be committed */
GOutputStream *
koyomi_output_file_get_stream (KoyomiOutputFile *self)
{
  if (self->stream == NULL)
    self->stream = g_unix_output_stream_new (self->fd, FALSE);

  return self->stream;
}

/* Writes all of @bytes at the current place. */
gboolean
koyomi_output_file_write (KoyomiOutputFile  *self,
                          const void        *bytes,
                          gsize              length,
                          GError           **error)
{
  const char *p = bytes;

  g_return_val_if_fail (self->fd >= 0, FALSE);

  while (length > 0)
    {
      gssize n = write (self->fd, p, length);

      if (n < 0 && errno == EINTR)
        continue;

      if (n <= 0)
        {
          koyomi_output_file_set_errno (error, n < 0 ? errno : EIO, self->target);
          return FALSE;
        }

      p += n;
      length -= n;
    }

  return TRUE;
}

/* Those who write by name may have put another file in the place of ours: the one with the name is synced. */
static gboolean
sync_file (KoyomiOutputFile  *self,
           GError           **error)
{
  int fd = open (self->path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  struct stat info;
  int code = 0;

  if (fd < 0)
    {
      koyomi_output_file_set_errno (error, errno, self->target);
      return FALSE;
    }

  if (fstat (fd, &info) != 0 || fchmod (fd, 0600) != 0 || fsync (fd) != 0)
    code = errno;
  else if (!S_ISREG (info.st_mode))
    code = EINVAL;

  if (close (fd) != 0 && code == 0)
    code = errno;

  if (code != 0)
    koyomi_output_file_set_errno (error, code, self->target);

  return code == 0;
}

/* Makes the new name last through a power cut. Not every file system can, and the file is in its place already. */
static void
sync_folder (const char *target)
{
  g_autofree char *folder = g_path_get_dirname (target);
  int fd = open (folder, O_RDONLY | O_CLOEXEC | O_DIRECTORY);

  if (fd < 0)
    return;

  if (fsync (fd) != 0)
    g_debug ("“%s” cannot be synced: %s", folder, g_strerror (errno));
  close (fd);
}

/**
 * koyomi_output_file_commit:
 *
 * Puts the file, once it is on the disk, in the place of its target. When this fails the target is as it was and the file
 * is gone.
 */
gboolean
koyomi_output_file_commit (KoyomiOutputFile  *self,
                           GError           **error)
{
  gboolean done = TRUE;

  g_return_val_if_fail (self->path != NULL, FALSE);

  g_clear_object (&self->stream);
  if (close (self->fd) != 0)
    {
      koyomi_output_file_set_errno (error, errno, self->target);
      done = FALSE;
    }
  self->fd = -1;

  done = done && sync_file (self, error);
  if (done && rename (self->path, self->target) != 0)
    {
      koyomi_output_file_set_errno (error, errno, self->target);
      done = FALSE;
    }

  if (done)
    sync_folder (self->target);
  else
    g_unlink (self->path);
  g_clear_pointer (&self->path, g_free);

  return done;
}
