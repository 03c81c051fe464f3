#include "koyomi-input-private.h"

#include "koyomi-report-error.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

/* Opens a plain file for reading. A pipe without a writer would else hold the program for ever.
 * Returns: a descriptor that the caller closes, or -1 */
int
_koyomi_input_open (const char  *path,
                    guint64     *size,
                    GError     **error)
{
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  struct stat info;

  if (fd < 0)
    {
      g_set_error (error, KOYOMI_REPORT_ERROR, KOYOMI_REPORT_ERROR_UNREADABLE,
                   "“%s” cannot be opened: %s", path, g_strerror (errno));
      return -1;
    }

  if (fstat (fd, &info) != 0 || !S_ISREG (info.st_mode))
    {
      g_set_error (error, KOYOMI_REPORT_ERROR, KOYOMI_REPORT_ERROR_UNREADABLE,
                   S_ISDIR (info.st_mode) ? "“%s” is a folder" : "“%s” is not a plain file", path);
      close (fd);
      return -1;
    }

  *size = info.st_size;

  return fd;
}
