#include "koyomi-backup.h"

#include "koyomi-day.h"
#include "koyomi-plan-file.h"
#include "koyomi-plan-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define KEPT_DAYS 7
#define KEPT_WEEKS 8
#define KEPT_MONTHS 24

/* A copy is only worth something when it can be read. */
static gboolean
verify_copy (const char  *path,
             GError     **error)
{
  g_autoptr(KoyomiDatabase) copy = koyomi_database_open (path, KOYOMI_DATABASE_IMMUTABLE, error);

  return copy != NULL && koyomi_database_check (copy, FALSE, error);
}

static gboolean
copy_to (KoyomiDatabase      *db,
         const char          *path,
         KoyomiProgressFunc   progress,
         gpointer             progress_data,
         GCancellable        *cancellable,
         GError             **error)
{
  g_autoptr(KoyomiDatabase) target = koyomi_database_open (path, KOYOMI_DATABASE_WRITE, error);

  return target != NULL &&
         koyomi_database_copy (db, target, progress, progress_data, cancellable, error) &&
         koyomi_database_close (target, error) &&
         verify_copy (path, error);
}

/**
 * koyomi_backup_write:
 * @path: the copy; its folder is made when it is missing
 * @replace: let the copy take the place of a file that is there
 *
 * Writes a verified copy of the plan as it stands: to a temporary file beside @path, which then gets its name. Readable by its owner
 * alone. When it fails or is cancelled nothing is left and what was at @path is as before.
 */
gboolean
koyomi_backup_write (KoyomiDatabase      *db,
                     const char          *path,
                     gboolean             replace,
                     KoyomiProgressFunc   progress,
                     gpointer             progress_data,
                     GCancellable        *cancellable,
                     GError             **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *real_folder = NULL;
  g_autofree char *part = NULL;
  int fd;

  if (!replace && g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_EXISTS, "%s: there is a file of this name", path);
      return FALSE;
    }

  if (g_mkdir_with_parents (folder, 0700) != 0 || (real_folder = realpath (folder, NULL)) == NULL)
    {
      g_set_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_FAILED, "%s: %s", folder, g_strerror (errno));
      return FALSE;
    }

  part = g_build_filename (real_folder, ".koyomi-XXXXXX", NULL);
  if ((fd = g_mkstemp_full (part, O_RDWR | O_CLOEXEC, 0600)) < 0)
    {
      g_set_error (error, KOYOMI_PLAN_ERROR, errno == ENOSPC ? KOYOMI_PLAN_ERROR_FULL : KOYOMI_PLAN_ERROR_FAILED,
                   "%s: %s", path, g_strerror (errno));
      return FALSE;
    }
  close (fd);

  if (!copy_to (db, part, progress, progress_data, cancellable, error))
    {
      g_autofree char *journal = g_strconcat (part, "-journal", NULL);

      g_prefix_error (error, "%s: ", path);
      g_unlink (part);
      g_unlink (journal);
      return FALSE;
    }

  if (replace && g_rename (part, path) == 0)
    return TRUE;

  if (koyomi_plan_file_put_in_place (part, path, error))
    return TRUE;

  g_unlink (part);

  return FALSE;
}

static char *
name_daily (const char *folder,
            guint32     day)
{
  g_autofree char *date = koyomi_day_format (day);
  g_autofree char *name = g_strconcat (date, ".koyomi", NULL);

  return g_build_filename (folder, name, NULL);
}

/* Whether today's copy is still to be made. */
gboolean
koyomi_backup_is_due (const char *folder,
                      guint32     today)
{
  g_autofree char *path = name_daily (folder, today);

  return !g_file_test (path, G_FILE_TEST_EXISTS);
}

/* Makes today's copy, and lets older ones go. */
gboolean
koyomi_backup_write_daily (KoyomiDatabase  *db,
                           const char      *folder,
                           guint32          today,
                           GCancellable    *cancellable,
                           GError         **error)
{
  g_autofree char *path = name_daily (folder, today);

  if (!koyomi_backup_write (db, path, TRUE, NULL, NULL, cancellable, error))
    return FALSE;

  koyomi_backup_thin (folder, today);

  return TRUE;
}

static int
compare_days_cb (gconstpointer a,
                 gconstpointer b)
{
  const guint32 *first = a;
  const guint32 *second = b;

  return *first < *second ? 1 : *first > *second ? -1 : 0;
}

/* The days of the daily copies, the newest first. Other files in the folder are nobody's business here. */
static GArray *
list_days (const char *folder)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".koyomi") && strlen (name) == strlen ("2026-11-22.koyomi"))
      {
        g_autofree char *date = g_strndup (name, strlen ("2026-11-22"));
        guint32 day = koyomi_day_parse (date, NULL);

        if (day != KOYOMI_DAY_NONE)
          g_array_append_val (days, day);
      }

  g_array_sort (days, compare_days_cb);

  return days;
}

static guint32
number_month (guint32 day)
{
  int year, month;

  koyomi_day_get (day, &year, &month, NULL);

  return year * 12 + month;
}

/* Keeps the copies of the last seven days, the newest one of each of the last eight weeks, and of each of the last 24 months. */
void
koyomi_backup_thin (const char *folder,
                    guint32     today)
{
  g_autoptr(GArray) days = list_days (folder);
  guint32 last_week = 0;
  guint32 last_month = 0;

  for (guint i = 0; i < days->len; i++)
    {
      guint32 day = g_array_index (days, guint32, i);
      guint32 week = (day - 1) / 7 + 1;
      guint32 month = number_month (day);
      gboolean kept = day + KEPT_DAYS > today;

      if (week != last_week && week + KEPT_WEEKS > (today - 1) / 7 + 1)
        kept = TRUE;
      if (month != last_month && month + KEPT_MONTHS > number_month (today))
        kept = TRUE;

      last_week = week;
      last_month = month;

      if (!kept)
        {
          g_autofree char *path = name_daily (folder, day);

          g_unlink (path);
        }
    }
}
