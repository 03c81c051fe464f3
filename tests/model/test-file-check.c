#include "koyomi-file-check.h"
#include "koyomi-test-folder.h"

#include <string.h>
#include <sys/stat.h>

#define EN KOYOMI_LANGUAGE_EN

static GFile *
write_file (const char *folder,
            const char *name,
            const char *text,
            gsize       size)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr(GError) error = NULL;

  g_file_set_contents (path, text, size, &error);
  g_assert_no_error (error);

  return g_file_new_for_path (path);
}

/* The examples of FIPS 180-2, among them the one of a million letters, which is read in several pieces. */
static void
test_hash (void)
{
  g_autofree char *million = g_strnfill (1000000, 'a');
  g_autofree char *folder = koyomi_test_folder_make ("hash");
  const struct
  {
    const char *text;
    const char *hash;
  } cases[] = {
    { "", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" },
    { "abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" },
    { million, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GFile) file = write_file (folder, "evidence 証拠.bin", cases[i].text, strlen (cases[i].text));
      g_autoptr(GError) error = NULL;
      g_autofree char *hash = koyomi_file_hash (file, NULL, NULL, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (hash, ==, cases[i].hash);
      g_assert_true (koyomi_file_is_hash (hash));
    }
}

static void
test_state (void)
{
  g_autofree char *folder = koyomi_test_folder_make ("state");
  g_autoptr(GFile) file = write_file (folder, "disk.img", "abc", 3);
  g_autofree char *hash = koyomi_file_hash (file, NULL, NULL, NULL, NULL);
  g_autofree char *upper = g_ascii_strup (hash, -1);
  g_autoptr(GError) error = NULL;
  KoyomiFileState state;

  g_assert_true (koyomi_file_check (file, upper, &state, NULL, NULL, NULL, &error));
  g_assert_cmpint (state, ==, KOYOMI_FILE_SAME);

  g_object_unref (write_file (folder, "disk.img", "abd", 3));
  g_assert_true (koyomi_file_check (file, hash, &state, NULL, NULL, NULL, &error));
  g_assert_cmpint (state, ==, KOYOMI_FILE_CHANGED);

  g_assert_true (g_file_delete (file, NULL, NULL));
  g_assert_true (koyomi_file_check (file, hash, &state, NULL, NULL, NULL, &error));
  g_assert_cmpint (state, ==, KOYOMI_FILE_GONE);
  g_assert_cmpstr (koyomi_file_state_get_name (state, EN), ==, "File not found");
}

/* What is no file of an end is refused rather than read. */
static void
test_refuses (void)
{
  g_autofree char *folder = koyomi_test_folder_make ("refuses");
  g_autofree char *pipe = g_build_filename (folder, "pipe", NULL);
  const char *paths[] = { "/dev/zero", folder, pipe };

  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr(GFile) file = g_file_new_for_path (paths[i]);
      g_autoptr(GError) error = NULL;

      g_assert_null (koyomi_file_hash (file, NULL, NULL, NULL, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE);
    }
}

typedef struct
{
  double        last;
  guint         n_calls;
  GCancellable *cancellable;
} Progress;

static void
note_progress (double   fraction,
               gpointer data)
{
  Progress *self = data;

  g_assert_cmpfloat (fraction, >, self->last);
  self->last = fraction;
  self->n_calls++;
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

static void
test_progress (void)
{
  g_autofree char *folder = koyomi_test_folder_make ("progress");
  g_autofree char *text = g_malloc0 (2000000);
  g_autoptr(GFile) file = write_file (folder, "memory.dump", text, 2000000);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  Progress progress = { 0 };
  Progress broken_off = { .cancellable = cancellable };
  g_autofree char *hash = koyomi_file_hash (file, note_progress, &progress, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpfloat (progress.last, ==, 1);
  g_assert_cmpuint (progress.n_calls, >, 2);

  g_assert_null (koyomi_file_hash (file, note_progress, &broken_off, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (broken_off.n_calls, ==, 1);
}

static void
test_is_hash (void)
{
  static const struct
  {
    const char *text;
    gboolean    is_hash;
  } cases[] = {
    { "", FALSE },
    { "ba7816bf", FALSE },
    { "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", TRUE },
    { "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD", TRUE },
    { "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad0", FALSE },
    { "xa7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_true (koyomi_file_is_hash (cases[i].text) == cases[i].is_hash);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  koyomi_test_folder_start ();

  g_test_add_func ("/model/file-check/hash-is-sha-256-of-the-contents", test_hash);
  g_test_add_func ("/model/file-check/tells-same-changed-and-gone", test_state);
  g_test_add_func ("/model/file-check/refuses-what-never-ends", test_refuses);
  g_test_add_func ("/model/file-check/tells-progress-and-can-be-broken-off", test_progress);
  g_test_add_func ("/model/file-check/knows-a-hash", test_is_hash);

  return koyomi_test_folder_finish (g_test_run ());
}
