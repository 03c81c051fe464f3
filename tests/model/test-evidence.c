#include "koyomi-evidence-check.h"
#include "koyomi-test-folder.h"

#include <string.h>

#define EN KOYOMI_LANGUAGE_EN

static KoyomiRecord *
make_evidence (KoyomiEvidenceKind  kind,
               const char         *place)
{
  KoyomiRecord *evidence = koyomi_record_new (KOYOMI_TABLE_EVIDENCE);

  koyomi_record_set_int (evidence, KOYOMI_EVIDENCE_KIND, kind);
  koyomi_record_set_text (evidence, KOYOMI_EVIDENCE_PLACE, place);

  return evidence;
}

static void
test_file (void)
{
  static const struct
  {
    KoyomiEvidenceKind  kind;
    const char         *place;
    const char         *path;   /* NULL for none */
  } cases[] = {
    { KOYOMI_EVIDENCE_KIND_RECORD, "logs/proxy.log", "/plans/2026/logs/proxy.log" },
    { KOYOMI_EVIDENCE_KIND_RECORD, "../proxy.log", "/plans/proxy.log" },
    { KOYOMI_EVIDENCE_KIND_DOCUMENT, "/srv/evidence/disk.img", "/srv/evidence/disk.img" },
    { KOYOMI_EVIDENCE_KIND_RECORD, "file:///srv/a%20b.log", "/srv/a b.log" },
    { KOYOMI_EVIDENCE_KIND_RECORD, "証拠/メモリ.bin", "/plans/2026/証拠/メモリ.bin" },
    { KOYOMI_EVIDENCE_KIND_RECORD, "https://example.com/a.log", NULL },
    { KOYOMI_EVIDENCE_KIND_RECORD, "smb://server/share/a.log", NULL },
    { KOYOMI_EVIDENCE_KIND_RECORD, "", NULL },
    { KOYOMI_EVIDENCE_KIND_REFERENCE, "logs/proxy.log", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(KoyomiRecord) evidence = make_evidence (cases[i].kind, cases[i].place);
      g_autoptr(GFile) file = koyomi_evidence_dup_file (evidence, "/plans/2026/plan.koyomi");
      g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

      g_assert_cmpstr (path, ==, cases[i].path);
    }
}

/* A past moment is no file, and nothing lies beside it. */
static void
test_no_plan (void)
{
  g_autoptr(KoyomiRecord) beside = make_evidence (KOYOMI_EVIDENCE_KIND_DOCUMENT, "evidence/disk.img");
  g_autoptr(KoyomiRecord) anywhere = make_evidence (KOYOMI_EVIDENCE_KIND_DOCUMENT, "/evidence/disk.img");
  g_autoptr(GFile) file = koyomi_evidence_dup_file (anywhere, NULL);

  g_assert_null (koyomi_evidence_dup_file (beside, NULL));
  g_assert_nonnull (file);
}

static char *
hash (GFile *file)
{
  g_autoptr(GError) error = NULL;
  char *text = koyomi_file_hash (file, NULL, NULL, NULL, &error);

  g_assert_no_error (error);

  return text;
}

static GFile *
write_file (const char *folder,
            const char *name,
            const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr(GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);

  return g_file_new_for_path (path);
}

/* A name that a clean text cannot keep, such as one in decomposed kana, still leads to the file. */
static void
test_place (void)
{
  static const char * const names[] = { "disk.img", "証拠 1.log", "a:b.log", "か\xe3\x82\x99.log", "\xff.log", " blank .log" };
  g_autofree char *folder = koyomi_test_folder_make ("place");
  g_autofree char *elsewhere = koyomi_test_folder_make ("place-elsewhere");
  g_autofree char *beside = g_build_filename (folder, "plan.koyomi", NULL);
  g_autofree char *away = g_build_filename (elsewhere, "plan.koyomi", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr(GFile) file = write_file (folder, names[i], names[i]);
      g_autofree char *sha256 = hash (file);
      const char *plans[] = { beside, away };

      for (guint j = 0; j < G_N_ELEMENTS (plans); j++)
        {
          g_autoptr(KoyomiRecord) evidence = make_evidence (KOYOMI_EVIDENCE_KIND_REFERENCE, "");
          g_autoptr(GFile) found = NULL;

          koyomi_evidence_set_file (evidence, file, plans[j], sha256);
          g_assert_true (g_utf8_validate (koyomi_record_get_text (evidence, KOYOMI_EVIDENCE_PLACE), -1, NULL));
          found = koyomi_evidence_dup_file (evidence, plans[j]);
          g_assert_true (g_file_equal (found, file));
          g_assert_true (koyomi_evidence_has_hash (evidence));
        }
    }
}

static void
test_moves_with_plan (void)
{
  g_autofree char *folder = koyomi_test_folder_make ("moves");
  g_autofree char *plan = g_build_filename (folder, "plan.koyomi", NULL);
  g_autoptr(GFile) file = write_file (folder, "a.log", "a");
  g_autofree char *sha256 = hash (file);
  g_autoptr(KoyomiRecord) evidence = make_evidence (KOYOMI_EVIDENCE_KIND_RECORD, "");

  koyomi_evidence_set_file (evidence, file, plan, sha256);
  g_assert_cmpstr (koyomi_record_get_text (evidence, KOYOMI_EVIDENCE_PLACE), ==, "a.log");
}

static void
add_to_check (KoyomiEvidenceCheck *check,
              GFile               *file,
              const char          *sha256,
              const char          *plan)
{
  g_autoptr(KoyomiRecord) evidence = make_evidence (KOYOMI_EVIDENCE_KIND_RECORD, "");

  koyomi_evidence_set_file (evidence, file, plan, sha256);
  g_assert_true (koyomi_evidence_check_add (check, evidence, plan));
}

static KoyomiEvidenceCheck *
make_check (const char *folder)
{
  static const char * const names[] = { "same.log", "changed.log", "gone.log", "folder.log" };
  KoyomiEvidenceCheck *check = koyomi_evidence_check_new ();
  g_autofree char *plan = g_build_filename (folder, "plan.koyomi", NULL);
  g_autoptr(KoyomiRecord) reference = make_evidence (KOYOMI_EVIDENCE_KIND_REFERENCE, "bag 12");
  g_autoptr(KoyomiRecord) without_hash = make_evidence (KOYOMI_EVIDENCE_KIND_RECORD, "same.log");

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr(GFile) file = write_file (folder, names[i], names[i]);
      g_autofree char *sha256 = hash (file);

      add_to_check (check, file, sha256, plan);
      if (i == 1)
        g_object_unref (write_file (folder, names[i], "other"));
      else if (i > 1)
        g_file_delete (file, NULL, NULL);
      if (i == 3)
        g_file_make_directory (file, NULL, NULL);
    }

  g_assert_false (koyomi_evidence_check_add (check, reference, plan));
  g_assert_false (koyomi_evidence_check_add (check, without_hash, plan));

  return check;
}

static void
note_progress (double   fraction,
               gpointer data)
{
  double *last = data;

  g_assert_cmpfloat (fraction, >=, *last);
  g_assert_cmpfloat (fraction, <=, 1);
  *last = fraction;
}

static void
test_check_names_evidence (void)
{
  g_autofree char *folder = koyomi_test_folder_make ("finds");
  g_autofree char *plan = g_build_filename (folder, "plan.koyomi", NULL);
  g_autoptr(GFile) file = write_file (folder, "a.log", "a");
  g_autofree char *sha256 = hash (file);
  g_autoptr(KoyomiRecord) evidence = make_evidence (KOYOMI_EVIDENCE_KIND_RECORD, "");
  g_autoptr(KoyomiEvidenceCheck) check = koyomi_evidence_check_new ();

  koyomi_evidence_set_file (evidence, file, plan, sha256);
  g_assert_true (koyomi_evidence_check_add (check, evidence, plan));
  g_assert_null (koyomi_evidence_check_find (check, evidence));
  g_assert_true (koyomi_evidence_check_run (check, NULL, NULL, NULL, NULL));
  g_assert_true (koyomi_evidence_check_item_is_good (koyomi_evidence_check_find (check, evidence)));

  g_file_delete (file, NULL, NULL);
  g_assert_true (koyomi_evidence_check_run (check, NULL, NULL, NULL, NULL));
  g_assert_false (koyomi_evidence_check_item_is_good (koyomi_evidence_check_find (check, evidence)));
  g_assert_cmpstr (koyomi_evidence_check_item_describe (koyomi_evidence_check_find (check, evidence), EN), ==, "File not found");

  g_file_make_directory (file, NULL, NULL);
  g_assert_true (koyomi_evidence_check_run (check, NULL, NULL, NULL, NULL));
  g_assert_false (koyomi_evidence_check_item_is_good (koyomi_evidence_check_find (check, evidence)));
  g_assert_cmpstr (koyomi_evidence_check_item_describe (koyomi_evidence_check_find (check, evidence), EN), ==, "Could not be read");

  koyomi_record_set_text (evidence, KOYOMI_EVIDENCE_PLACE, "b.log");
  g_assert_null (koyomi_evidence_check_find (check, evidence));
}

static void
test_check (void)
{
  g_autofree char *folder = koyomi_test_folder_make ("check");
  g_autoptr(KoyomiEvidenceCheck) check = make_check (folder);
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;
  double last = 0;

  g_assert_true (koyomi_evidence_check_run (check, note_progress, &last, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (koyomi_evidence_check_count (check, KOYOMI_FILE_SAME), ==, 1);
  g_assert_cmpuint (koyomi_evidence_check_count (check, KOYOMI_FILE_CHANGED), ==, 1);
  g_assert_cmpuint (koyomi_evidence_check_count (check, KOYOMI_FILE_GONE), ==, 1);
  g_assert_cmpuint (koyomi_evidence_check_count_unread (check), ==, 1);
  g_assert_false (koyomi_evidence_check_is_good (check));
  text = koyomi_evidence_check_describe (check, EN);
  g_assert_cmpstr (text, ==, "As it was recorded: 1, Changed since it was recorded: 1, File not found: 1, Could not be read: 1");
}

static gpointer
run_check (gpointer data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (koyomi_evidence_check_run (data, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (koyomi_evidence_check_run (data, NULL, NULL, NULL, NULL));

  return NULL;
}

static void
test_thread (void)
{
  g_autofree char *folder = koyomi_test_folder_make ("thread");
  g_autoptr(KoyomiEvidenceCheck) check = make_check (folder);

  g_thread_join (g_thread_new ("check", run_check, check));
  g_assert_cmpuint (koyomi_evidence_check_count (check, KOYOMI_FILE_SAME), ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  koyomi_test_folder_start ();

  g_test_add_func ("/model/evidence/nothing-lies-beside-a-past-moment", test_no_plan);
  g_test_add_func ("/model/evidence/file-is-found-from-its-place", test_file);
  g_test_add_func ("/model/evidence/any-file-name-can-be-kept", test_place);
  g_test_add_func ("/model/evidence/file-beside-the-plan-moves-with-it", test_moves_with_plan);
  g_test_add_func ("/model/evidence/check-tells-same-changed-gone-and-unread", test_check);
  g_test_add_func ("/model/evidence/check-names-evidence", test_check_names_evidence);
  g_test_add_func ("/model/evidence/check-runs-in-a-thread-and-can-be-broken-off", test_thread);

  return koyomi_test_folder_finish (g_test_run ());
}
