#include "koyomi-audit-pack.h"
#include "koyomi-day.h"
#include "koyomi-report-error.h"
#include "koyomi-template.h"
#include "koyomi-test-folder.h"

#include <glib/gstdio.h>

typedef struct
{
  char          *folder;
  char          *target;
  KoyomiSession *session;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  static guint n_made;
  KoyomiPlanOptions options = { .template = KOYOMI_TEMPLATE_SAMPLE, .fiscal_year = 2026 };
  g_autofree char *name = g_strdup_printf ("packs-%u", n_made++);
  g_autofree char *plan = NULL;
  GError *error = NULL;

  fixture->folder = koyomi_test_folder_make (name);
  fixture->target = g_build_filename (fixture->folder, data, NULL);
  plan = g_build_filename (fixture->folder, "plan.koyomi", NULL);
  koyomi_plan_create (plan, &options, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  fixture->session = koyomi_session_open (plan, TRUE, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->session);
  g_free (fixture->folder);
  g_free (fixture->target);
}

static gboolean
write_pack (Fixture             *fixture,
            KoyomiProgressFunc   progress,
            GCancellable        *cancellable,
            GError             **error)
{
  const KoyomiReportOptions options = {
    .year = { 2026, 4 }, .quarter = 2, .now = koyomi_time_now (), .language = KOYOMI_LANGUAGE_EN,
  };

  return koyomi_audit_pack_write (fixture->session, &options, fixture->target, progress, cancellable, cancellable, error);
}

static void
assert_good (Fixture *fixture)
{
  GError *error = NULL;
  g_autoptr(KoyomiPackCheck) check = koyomi_pack_check (fixture->target, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (check->n_files, >, 15);
  g_assert_true (koyomi_pack_check_is_good (check));
}

static void
cancel_midway (double   fraction,
               gpointer data)
{
  if (fraction > 0.1)
    g_cancellable_cancel (data);
}

/* An earlier pack stays as it was when a new one is given up, nothing is left beside it, and a finished one takes its place. */
static void
test_replace (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) cancelled = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  GError *error = NULL;

  write_pack (fixture, NULL, NULL, &error);
  g_assert_no_error (error);
  assert_good (fixture);
  before = koyomi_test_folder_list (fixture->folder);
  g_assert_false (write_pack (fixture, cancel_midway, cancellable, &cancelled));
  g_assert_error (cancelled, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  after = koyomi_test_folder_list (fixture->folder);
  g_assert_cmpstr (after, ==, before);
  assert_good (fixture);
  write_pack (fixture, NULL, NULL, &error);
  g_assert_no_error (error);
  assert_good (fixture);
}

/* Whatever else somebody keeps in the folder is not lost. */
static void
test_other_folder (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *note = g_build_filename (fixture->target, "note.txt", NULL);
  g_autoptr(GError) refused = NULL;
  g_autoptr(GError) not_a_pack = NULL;

  g_assert_cmpint (g_mkdir (fixture->target, 0700), ==, 0);
  g_assert_true (g_file_set_contents (note, "mine", -1, NULL));
  g_assert_false (write_pack (fixture, NULL, NULL, &refused));
  g_assert_error (refused, KOYOMI_REPORT_ERROR, KOYOMI_REPORT_ERROR_OUTPUT);
  g_assert_true (g_file_test (note, G_FILE_TEST_EXISTS));
  g_assert_null (koyomi_pack_check (fixture->target, NULL, &not_a_pack));
  g_assert_error (not_a_pack, KOYOMI_REPORT_ERROR, KOYOMI_REPORT_ERROR_INPUT);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  koyomi_test_folder_start ();

  g_test_add ("/report/audit-pack/a-folder-is-replaced-as-a-whole", Fixture, "pack", set_up, test_replace, tear_down);
  g_test_add ("/report/audit-pack/an-archive-is-replaced-as-a-whole", Fixture, "pack.zip", set_up, test_replace, tear_down);
  g_test_add ("/report/audit-pack/a-folder-with-other-files-is-left-alone", Fixture, "pack", set_up, test_other_folder, tear_down);

  return koyomi_test_folder_finish (g_test_run ());
}
