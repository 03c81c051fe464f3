#include "koyomi-session-backup.h"

#include "koyomi-day.h"
#include "koyomi-session-private.h"

#include <glib/gstdio.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#define SUFFIX ".koyomi"
#define NAME_LENGTH strlen ("2026-11-22" SUFFIX)

void
koyomi_backup_free (KoyomiBackup *self)
{
  if (self == NULL)
    return;

  g_free (self->path);
  g_free (self);
}

/* The folder of a plan's copies ends in this. */
static char *
name_place (const char *path)
{
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, path, -1);

  return g_strndup (hash, 8);
}

/* Copies of all plans lie apart from the plans, which may be on a share: in the person's own data folder. */
static char *
get_root (void)
{
  return g_build_filename (g_get_user_data_dir (), "koyomi", "backups", NULL);
}

/* One for each plan and place: a copy of a plan has the plan's key, and copies of its own. */
char *
koyomi_session_dup_backup_folder (KoyomiSession *self)
{
  g_autofree char *root = get_root ();
  g_autofree char *place = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (KOYOMI_IS_SESSION (self), NULL);
  g_return_val_if_fail (koyomi_session_get_path (self) != NULL, NULL);

  place = name_place (koyomi_session_get_path (self));
  name = g_strdup_printf ("%" G_GINT64_MODIFIER "x-%s", koyomi_record_get_id (koyomi_session_get_plan (self)), place);

  return g_build_filename (root, name, NULL);
}

/* Returns: (nullable): NULL for a file that is no daily copy */
static KoyomiBackup *
read_backup (const char *folder,
             const char *name)
{
  g_autofree char *date = g_strndup (name, strlen ("2026-11-22"));
  g_autofree char *path = g_build_filename (folder, name, NULL);
  KoyomiBackup *self;
  GStatBuf status;
  guint32 day;

  if (strlen (name) != NAME_LENGTH || !g_str_has_suffix (name, SUFFIX) ||
      (day = koyomi_day_parse (date, NULL)) == KOYOMI_DAY_NONE || g_stat (path, &status) != 0)
    return NULL;

  self = g_new0 (KoyomiBackup, 1);
  self->path = g_steal_pointer (&path);
  self->day = day;
  self->at = (gint64) status.st_mtime * 1000;
  self->size = status.st_size;

  return self;
}

static void
read_folder (GPtrArray  *backups,
             const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  KoyomiBackup *backup;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if ((backup = read_backup (folder, name)) != NULL)
      g_ptr_array_add (backups, backup);
}

static int
compare_cb (gconstpointer a,
            gconstpointer b)
{
  const KoyomiBackup *first = *(KoyomiBackup * const *) a;
  const KoyomiBackup *second = *(KoyomiBackup * const *) b;

  if (first->day != second->day)
    return first->day < second->day ? 1 : -1;

  return first->at < second->at ? 1 : first->at > second->at ? -1 : strcmp (first->path, second->path);
}

/* Returns: (element-type KoyomiBackup): the daily copies of this plan, the newest first */
GPtrArray *
koyomi_session_list_backups (KoyomiSession *self)
{
  GPtrArray *backups = g_ptr_array_new_with_free_func ((GDestroyNotify) koyomi_backup_free);
  g_autofree char *folder = koyomi_session_dup_backup_folder (self);

  read_folder (backups, folder);
  g_ptr_array_sort (backups, compare_cb);

  return backups;
}

/* Where the copy goes that is made before a plan of an earlier version is written anew. That plan's key is not known yet; another plan
 * of the same name has another folder. */
char *
_koyomi_session_dup_migration_folder (const char *path)
{
  g_autofree char *root = get_root ();
  g_autofree char *base = g_path_get_basename (path);
  char real[PATH_MAX];
  g_autofree char *place = name_place (realpath (path, real) != NULL ? real : path);
  g_autofree char *name = g_strdup_printf ("%s-%s", base, place);

  return g_build_filename (root, name, NULL);
}

/**
 * koyomi_backup_find:
 * @path: a plan that need not be readable any more
 *
 * Returns: (element-type KoyomiBackup): the daily copies of what has stood there, the newest first
 */
GPtrArray *
koyomi_backup_find (const char *path)
{
  GPtrArray *backups = g_ptr_array_new_with_free_func ((GDestroyNotify) koyomi_backup_free);
  g_autofree char *root = get_root ();
  g_autoptr(GDir) dir = g_dir_open (root, 0, NULL);
  char real[PATH_MAX];
  g_autofree char *place = name_place (realpath (path, real) != NULL ? real : path);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      const char *dash = strrchr (name, '-');
      g_autofree char *folder = g_build_filename (root, name, NULL);

      if (dash != NULL && g_str_equal (dash + 1, place))
        read_folder (backups, folder);
    }
  g_ptr_array_sort (backups, compare_cb);

  return backups;
}
