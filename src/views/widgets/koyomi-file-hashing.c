#include "koyomi-file-hashing.h"

#include "koyomi-file-check.h"
#include "koyomi-work.h"

typedef struct
{
  GFile            *file;
  char             *sha256;
  KoyomiHashedFunc  hashed;
  gpointer          data;
  GDestroyNotify    free_data;
} Hashing;

static void
free_hashing (gpointer data)
{
  Hashing *self = data;

  if (self->free_data != NULL)
    self->free_data (self->data);
  g_object_unref (self->file);
  g_free (self->sha256);
  g_free (self);
}

static gboolean
hash_func (gpointer             data,
           KoyomiProgressFunc   progress,
           gpointer             progress_data,
           GCancellable        *cancellable,
           GError             **error)
{
  Hashing *self = data;

  self->sha256 = koyomi_file_hash (self->file, progress, progress_data, cancellable, error);

  return self->sha256 != NULL;
}

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  Hashing *self = data;
  g_autoptr(GError) error = NULL;

  koyomi_work_finish (result, &error);
  self->hashed (self->file, error == NULL ? self->sha256 : NULL, error, self->data);
}

/**
 * koyomi_file_hashing_run:
 * @parent: see koyomi_work_run()
 * @hashed: called in any case, also when @parent was closed meanwhile
 * @free_data: (nullable): lets @data go once @hashed has returned
 *
 * Takes the SHA-256 of a file in a thread.
 */
void
koyomi_file_hashing_run (GtkWindow        *parent,
                         KoyomiLanguage    language,
                         GFile            *file,
                         KoyomiHashedFunc  hashed,
                         gpointer          data,
                         GDestroyNotify    free_data)
{
  Hashing *self = g_new0 (Hashing, 1);

  self->file = g_object_ref (file);
  self->hashed = hashed;
  self->data = data;
  self->free_data = free_data;
  koyomi_work_run (parent, language, koyomi_tr (language, N_("Taking the SHA-256 of the file")), hash_func, self, free_hashing, done_cb, self);
}
