#include "koyomi-plan-file.h"

#include "koyomi-backup.h"
#include "koyomi-file-lock.h"
#include "koyomi-schema.h"
#include "koyomi-plan-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define HEADER_SIZE 100
#define READ_VERSION_OFFSET 19
#define USER_VERSION_OFFSET 60
#define APPLICATION_ID_OFFSET 68
/* A damaged page is looked for on opening in files below this, which takes a few milliseconds; in larger ones by whoever opened them,
 * off the main loop. */
#define QUICK_CHECK_SIZE (1024 * 1024)

struct _KoyomiPlanFile
{
  GObject               parent_instance;

  char                 *path;     /* absolute, no symbolic links */
  int                   fd;       /* holds the lock; closed last */
  struct stat           status;
  int                   version;
  gboolean              is_wal;   /* another program set it so */
  KoyomiReadOnlyReason  reason;
  KoyomiLockHolder     *holder;   /* when it is another's */
  gboolean              was_checked;
  gboolean              is_listed;
  KoyomiDatabase       *db;
};

G_DEFINE_FINAL_TYPE (KoyomiPlanFile, koyomi_plan_file, G_TYPE_OBJECT)

/* The files that this process has open, by device and inode. Opening one twice would let the second closing drop the first's locks. */
static GHashTable *open_files;
static GMutex open_files_mutex;

static char *
name_inode (const struct stat *status)
{
  return g_strdup_printf ("%" G_GUINT64_FORMAT ":%" G_GUINT64_FORMAT, (guint64) status->st_dev, (guint64) status->st_ino);
}

static gboolean
list_inode (const struct stat *status)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&open_files_mutex);

  if (open_files == NULL)
    open_files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return g_hash_table_add (open_files, name_inode (status));
}

static void
unlist_inode (const struct stat *status)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&open_files_mutex);
  g_autofree char *name = name_inode (status);

  g_hash_table_remove (open_files, name);
}

static void
koyomi_plan_file_finalize (GObject *object)
{
  KoyomiPlanFile *self = KOYOMI_PLAN_FILE (object);

  g_clear_object (&self->db);
  if (self->fd >= 0)
    close (self->fd);
  if (self->is_listed)
    unlist_inode (&self->status);
  g_clear_pointer (&self->holder, koyomi_lock_holder_free);
  g_free (self->path);

  G_OBJECT_CLASS (koyomi_plan_file_parent_class)->finalize (object);
}

static void
koyomi_plan_file_class_init (KoyomiPlanFileClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = koyomi_plan_file_finalize;
}

static void
koyomi_plan_file_init (KoyomiPlanFile *self)
{
  self->fd = -1;
}

static gboolean
refuse (KoyomiPlanFile    *self,
        KoyomiPlanError   code,
        const char        *why,
        GError           **error)
{
  g_set_error (error, KOYOMI_PLAN_ERROR, code, "%s: %s", self->path, why);

  return FALSE;
}

static gboolean
refuse_errno (KoyomiPlanFile  *self,
              int              number,
              GError         **error)
{
  return refuse (self, number == ENOENT || number == ENOTDIR ? KOYOMI_PLAN_ERROR_NOT_FOUND : KOYOMI_PLAN_ERROR_FAILED,
                 g_strerror (number), error);
}

static gboolean
check_kind (KoyomiPlanFile  *self,
            GError         **error)
{
  if (S_ISDIR (self->status.st_mode))
    return refuse (self, KOYOMI_PLAN_ERROR_NOT_A_PLAN, "this is a folder", error);

  if (!S_ISREG (self->status.st_mode))
    return refuse (self, KOYOMI_PLAN_ERROR_NOT_A_PLAN, "this is not an ordinary file", error);

  return TRUE;
}

/* Never waits: a FIFO that nobody writes to must not hang the program, should one have come to stand there meanwhile. */
static gboolean
open_descriptor (KoyomiPlanFile  *self,
                 GError         **error)
{
  if (self->reason == KOYOMI_WRITABLE)
    {
      self->fd = open (self->path, O_RDWR | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
      if (self->fd < 0 && (errno == EACCES || errno == EROFS || errno == EPERM))
        self->reason = KOYOMI_READ_ONLY_FILE;
    }

  if (self->fd < 0)
    self->fd = open (self->path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);

  if (self->fd < 0 || fstat (self->fd, &self->status) != 0)
    return refuse_errno (self, errno, error);

  return check_kind (self, error);
}

static guint32
read_big_endian (const guint8 *bytes)
{
  return (guint32) bytes[0] << 24 | (guint32) bytes[1] << 16 | (guint32) bytes[2] << 8 | bytes[3];
}

static gboolean
has_beside (KoyomiPlanFile *self,
            const char     *suffix)
{
  g_autofree char *path = g_strconcat (self->path, suffix, NULL);
  struct stat status;

  return stat (path, &status) == 0 && status.st_size > 0;
}

/* One whose first byte is 0 was just begun, and nothing written to the plan yet: SQLite takes no notice of it. */
static gboolean
has_rollback_journal (KoyomiPlanFile *self)
{
  g_autofree char *path = g_strconcat (self->path, "-journal", NULL);
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  guint8 first = 0;
  gboolean found;

  if (fd < 0)
    return has_beside (self, "-journal");

  found = pread (fd, &first, 1, 0) == 1 && first != 0;
  close (fd);

  return found;
}

/* The header tells how many pages there are, as long as its two change counters agree. */
static gboolean
is_cut_short (KoyomiPlanFile *self,
              const guint8   *header)
{
  guint32 page_size = (guint32) header[16] << 8 | header[17];

  if (page_size == 1)
    page_size = 65536;

  return read_big_endian (header + 24) == read_big_endian (header + 92) &&
         (guint64) self->status.st_size < (guint64) page_size * read_big_endian (header + 28);
}

/* Looks at the first bytes before SQLite does: it would take an empty file for an empty database, and write to another program's. */
static gboolean
check_header (KoyomiPlanFile  *self,
              GError         **error)
{
  static const char magic[] = "SQLite format 3";
  guint8 header[HEADER_SIZE];
  gssize size = pread (self->fd, header, sizeof header, 0);

  if (size < 0)
    return refuse_errno (self, errno, error);

  if (size == 0)
    return refuse (self, KOYOMI_PLAN_ERROR_NOT_A_PLAN, "the file is empty", error);

  if (size < HEADER_SIZE || memcmp (header, magic, sizeof magic) != 0)
    return refuse (self, KOYOMI_PLAN_ERROR_NOT_A_PLAN, "this is not a Koyomi plan", error);

  if (read_big_endian (header + APPLICATION_ID_OFFSET) != KOYOMI_APPLICATION_ID)
    return refuse (self, KOYOMI_PLAN_ERROR_NOT_A_PLAN, "this is another program's database", error);

  self->is_wal = header[READ_VERSION_OFFSET] == 2;
  self->version = read_big_endian (header + USER_VERSION_OFFSET);
  if (self->version > koyomi_schema_get_version ())
    return refuse (self, KOYOMI_PLAN_ERROR_TOO_NEW, "this plan was made by a later version of the program", error);

  if (self->version < 1)
    return refuse (self, KOYOMI_PLAN_ERROR_ALTERED, "this plan has no version", error);

  if (is_cut_short (self, header) && !has_rollback_journal (self))
    return refuse (self, KOYOMI_PLAN_ERROR_CORRUPT, "the file is cut short", error);

  return TRUE;
}

static gboolean
is_folder_writable (KoyomiPlanFile *self)
{
  g_autofree char *folder = g_path_get_dirname (self->path);

  return access (folder, W_OK) == 0;
}

/* Decides how the file can be opened, and takes the writer's lock when it is to be written. */
static gboolean
decide_mode (KoyomiPlanFile  *self,
             GError         **error)
{
  if (self->reason == KOYOMI_WRITABLE && self->status.st_nlink > 1)
    self->reason = KOYOMI_READ_ONLY_LINKED;
  else if (self->reason == KOYOMI_WRITABLE && !is_folder_writable (self))
    self->reason = KOYOMI_READ_ONLY_FILE;
  else if (self->reason == KOYOMI_WRITABLE && !koyomi_file_lock_take (self->fd))
    {
      self->reason = KOYOMI_READ_ONLY_LOCKED;
      self->holder = koyomi_file_lock_get_holder (self->fd);
    }

  if (self->reason == KOYOMI_READ_ONLY_FILE && has_rollback_journal (self))
    return refuse (self, KOYOMI_PLAN_ERROR_READ_ONLY,
                   "a write to this plan was broken off, and cannot be rolled back in a read-only place; copy the file together "
                   "with its “-journal” to a folder that you can write to, and open it there", error);

  if (self->reason == KOYOMI_READ_ONLY_FILE && has_beside (self, "-wal"))
    return refuse (self, KOYOMI_PLAN_ERROR_READ_ONLY,
                   "another program left a part of this plan in the “-wal” file beside it; copy both to a folder that you can "
                   "write to, and open it there", error);

  return TRUE;
}

static KoyomiDatabaseMode
get_database_mode (KoyomiPlanFile *self)
{
  switch (self->reason)
    {
    case KOYOMI_WRITABLE:
      return KOYOMI_DATABASE_WRITE;
    case KOYOMI_READ_ONLY_FILE:
      return KOYOMI_DATABASE_IMMUTABLE;
    case KOYOMI_READ_ONLY_ASKED:
    case KOYOMI_READ_ONLY_LOCKED:
    case KOYOMI_READ_ONLY_LINKED:
    default:
      /* A reader alone would leave the files of the WAL beside the plan, and cannot remove them. */
      return self->is_wal && !has_beside (self, "-wal") ? KOYOMI_DATABASE_IMMUTABLE : KOYOMI_DATABASE_READ;
    }
}

static gboolean
prefix_path (KoyomiPlanFile  *self,
             GError         **error)
{
  g_prefix_error (error, "%s: ", self->path);

  return FALSE;
}

/* An older plan is copied, then taken to this version. A copy that fails stops it: the older file is still whole. */
static gboolean
migrate (KoyomiPlanFile  *self,
         const char      *backup_folder,
         GCancellable    *cancellable,
         GError         **error)
{
  g_autofree char *name = NULL;
  g_autofree char *backup = NULL;

  if (self->version == koyomi_schema_get_version ())
    return TRUE;

  if (self->reason != KOYOMI_WRITABLE)
    return refuse (self, KOYOMI_PLAN_ERROR_READ_ONLY,
                   "this plan comes from an earlier version and must be written once to be opened; copy it to a folder "
                   "that you can write to", error);

  name = g_strdup_printf ("before-version-%d.koyomi", koyomi_schema_get_version ());
  backup = g_build_filename (backup_folder, name, NULL);

  return koyomi_backup_write (self->db, backup, TRUE, NULL, NULL, cancellable, error) &&
         koyomi_schema_migrate (self->db, self->version, error);
}

/* What a program that was killed left half written is taken back before anybody reads it. SQLite does so when a connection that may
 * write first reads, unless the writer is alive. */
static gboolean
roll_back_leftovers (KoyomiPlanFile  *self,
                     GError         **error)
{
  g_autoptr(KoyomiDatabase) db = NULL;
  gint64 count;

  if (self->reason == KOYOMI_WRITABLE || !has_rollback_journal (self))
    return TRUE;

  return (db = koyomi_database_open (self->path, KOYOMI_DATABASE_WRITE, error)) != NULL &&
         koyomi_database_get_number (db, "SELECT count (*) FROM sqlite_schema", &count, error) &&
         koyomi_database_close (db, error);
}

/* One file to copy, mail and back up: no WAL, should another program have changed that. */
static gboolean
leave_wal (KoyomiPlanFile  *self,
           GError         **error)
{
  return self->reason != KOYOMI_WRITABLE || koyomi_database_run (self->db, "PRAGMA journal_mode = DELETE", error);
}

static gboolean
open_database (KoyomiPlanFile  *self,
               const char      *backup_folder,
               GCancellable    *cancellable,
               GError         **error)
{
  if (!roll_back_leftovers (self, error))
    return prefix_path (self, error);

  if ((self->db = koyomi_database_open (self->path, get_database_mode (self), error)) == NULL)
    return prefix_path (self, error);

  if (!koyomi_schema_compare (self->db, self->version, error))
    return prefix_path (self, error);

  if (self->status.st_size < QUICK_CHECK_SIZE)
    {
      if (!koyomi_database_check (self->db, FALSE, error))
        return prefix_path (self, error);
      self->was_checked = TRUE;
    }

  if (!leave_wal (self, error))
    return prefix_path (self, error);

  return migrate (self, backup_folder, cancellable, error);
}

/**
 * koyomi_plan_file_open:
 * @path: the plan; a symbolic link is followed
 * @read_only: do not try to write; else it is written where that is possible, see koyomi_plan_file_get_reason()
 * @backup_folder: where a copy goes before an older plan is migrated
 *
 * Returns: the open plan. A file that is not a plan, is damaged, was altered or is too new is refused and left as it is.
 */
KoyomiPlanFile *
koyomi_plan_file_open (const char    *path,
                       gboolean       read_only,
                       const char    *backup_folder,
                       GCancellable  *cancellable,
                       GError       **error)
{
  g_autoptr(KoyomiPlanFile) self = g_object_new (KOYOMI_TYPE_PLAN_FILE, NULL);
  char real[PATH_MAX];

  self->path = g_strdup (path);
  if (realpath (path, real) == NULL)
    {
      refuse_errno (self, errno, error);
      return NULL;
    }

  g_free (self->path);
  self->path = g_strdup (real);
  self->reason = read_only ? KOYOMI_READ_ONLY_ASKED : KOYOMI_WRITABLE;

  if (stat (self->path, &self->status) != 0)
    {
      refuse_errno (self, errno, error);
      return NULL;
    }

  if (!check_kind (self, error))
    return NULL;

  if (!(self->is_listed = list_inode (&self->status)))
    {
      refuse (self, KOYOMI_PLAN_ERROR_BUSY, "this plan is open in this program already", error);
      return NULL;
    }

  if (!open_descriptor (self, error) || !check_header (self, error))
    return NULL;

  /* An earlier version's plan is written once, also for somebody who only wants to read it. */
  if (read_only && self->version < koyomi_schema_get_version ())
    {
      g_clear_object (&self);
      return koyomi_plan_file_open (path, FALSE, backup_folder, cancellable, error);
    }

  if (!decide_mode (self, error) || !open_database (self, backup_folder, cancellable, error))
    return NULL;

  return g_steal_pointer (&self);
}

/* Whether the file is a plan of an earlier version, which opening would write anew. */
gboolean
koyomi_plan_file_is_earlier (const char *path)
{
  guint8 header[HEADER_SIZE];
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  gboolean is_whole;
  int version;

  if (fd < 0)
    return FALSE;

  is_whole = pread (fd, header, sizeof header, 0) == HEADER_SIZE;
  close (fd);
  if (!is_whole || read_big_endian (header + APPLICATION_ID_OFFSET) != KOYOMI_APPLICATION_ID)
    return FALSE;

  version = read_big_endian (header + USER_VERSION_OFFSET);

  return version >= 1 && version < koyomi_schema_get_version ();
}

/**
 * koyomi_plan_file_create:
 * @path: where the new plan is made first: a name that does not exist
 *
 * Returns: a plan with all its tables and no rows, to be filled, closed, and put in place
 */
KoyomiDatabase *
koyomi_plan_file_create (const char  *path,
                         GError     **error)
{
  g_autoptr(KoyomiDatabase) db = NULL;
  int fd = open (path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);

  if (fd < 0)
    {
      g_set_error (error, KOYOMI_PLAN_ERROR, errno == ENOSPC ? KOYOMI_PLAN_ERROR_FULL : KOYOMI_PLAN_ERROR_FAILED,
                   "%s: %s", path, g_strerror (errno));
      return NULL;
    }

  close (fd);
  if ((db = koyomi_database_open (path, KOYOMI_DATABASE_WRITE, error)) == NULL || !koyomi_schema_create (db, error))
    {
      g_clear_object (&db);
      g_unlink (path);
      return NULL;
    }

  return g_steal_pointer (&db);
}

/* Gives @from the name @path, which must be free, and makes sure that it survives a power cut. */
gboolean
koyomi_plan_file_put_in_place (const char  *from,
                               const char  *path,
                               GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd;

  if (renameat2 (AT_FDCWD, from, AT_FDCWD, path, RENAME_NOREPLACE) != 0 &&
      (errno != EINVAL || g_file_test (path, G_FILE_TEST_EXISTS) || g_rename (from, path) != 0))
    {
      g_set_error (error, KOYOMI_PLAN_ERROR, errno == EEXIST ? KOYOMI_PLAN_ERROR_EXISTS : KOYOMI_PLAN_ERROR_FAILED,
                   "%s: %s", path, g_strerror (errno));
      return FALSE;
    }

  if ((fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)) >= 0)
    {
      fsync (fd);
      close (fd);
    }

  return TRUE;
}

/* Absolute, without symbolic links. */
const char *
koyomi_plan_file_get_path (KoyomiPlanFile *self)
{
  g_return_val_if_fail (KOYOMI_IS_PLAN_FILE (self), NULL);

  return self->path;
}

KoyomiDatabase *
koyomi_plan_file_get_database (KoyomiPlanFile *self)
{
  g_return_val_if_fail (KOYOMI_IS_PLAN_FILE (self), NULL);

  return self->db;
}

KoyomiReadOnlyReason
koyomi_plan_file_get_reason (KoyomiPlanFile *self)
{
  g_return_val_if_fail (KOYOMI_IS_PLAN_FILE (self), KOYOMI_READ_ONLY_FILE);

  return self->reason;
}

/* Returns: (nullable): who has the plan, when the reason is %KOYOMI_READ_ONLY_LOCKED */
KoyomiLockHolder *
koyomi_plan_file_get_holder (KoyomiPlanFile *self)
{
  g_return_val_if_fail (KOYOMI_IS_PLAN_FILE (self), NULL);

  return self->holder;
}

/* Whether the pages were looked at on opening; a large plan's were not. */
gboolean
koyomi_plan_file_was_checked (KoyomiPlanFile *self)
{
  g_return_val_if_fail (KOYOMI_IS_PLAN_FILE (self), FALSE);

  return self->was_checked;
}
