#include "koyomi-day.h"
#include "koyomi-export.h"
#include "koyomi-history.h"
#include "koyomi-report-error.h"
#include "koyomi-test-export.h"
#include "koyomi-test-folder.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>

typedef KoyomiTestExport Fixture;

static const KoyomiExportOptions whole = { .year = { 2026, 4 }, .language = KOYOMI_LANGUAGE_JA };

static gboolean
export (Fixture             *fixture,
        KoyomiExportFormat   format,
        KoyomiProgressFunc   progress,
        GCancellable        *cancellable,
        GError             **error)
{
  return koyomi_annual_calendar_export (fixture->session, &whole, format, fixture->target, progress, cancellable, cancellable,
                                        error);
}

static void
test_formats (void)
{
  static const struct
  {
    const char *path;
    int         format;
  } cases[] = {
    { "a.xlsx", KOYOMI_EXPORT_FORMAT_XLSX }, { "folder.pdf/a.PDF", KOYOMI_EXPORT_FORMAT_PDF }, { "a.b.png", KOYOMI_EXPORT_FORMAT_PNG },
    { "カレンダー.csv", KOYOMI_EXPORT_FORMAT_CSV }, { ".ics", KOYOMI_EXPORT_FORMAT_ICS }, { "xlsx", -1 }, { "a.xls", -1 }, { "a.", -1 },
    { "", -1 }, { "folder.pdf/a", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      KoyomiExportFormat format;

      g_test_message ("%s", cases[i].path);
      g_assert_cmpint (koyomi_export_format_from_path (cases[i].path, &format), ==, cases[i].format >= 0);
      if (cases[i].format >= 0)
        g_assert_cmpint (format, ==, cases[i].format);
    }

  for (guint i = 0; i < KOYOMI_N_EXPORT_FORMATS; i++)
    {
      KoyomiExportFormat format;

      g_assert_true (koyomi_export_format_from_nick (koyomi_export_format_get_nick (i), &format));
      g_assert_cmpint (format, ==, i);
    }
}

static void
test_private (Fixture       *fixture,
              gconstpointer  data)
{
  static const char * const beginnings[] = { "PK", "%PDF-", "\x89PNG", "\xef\xbb\xbf", "BEGIN:VCALENDAR" };

  for (KoyomiExportFormat format = 0; koyomi_calendar_export_knows (format); format++)
    {
      GError *error = NULL;

      export (fixture, format, NULL, NULL, &error);
      g_assert_no_error (error);
      koyomi_test_export_assert_private (fixture, beginnings[format]);
    }
}

static void
cancel_in_the_middle (double   fraction,
                      gpointer data)
{
  if (fraction > 0.3)
    g_cancellable_cancel (data);
}

static void
test_cancel (Fixture       *fixture,
             gconstpointer  data)
{
  for (KoyomiExportFormat format = 0; koyomi_calendar_export_knows (format); format++)
    {
      g_autoptr(GCancellable) cancellable = g_cancellable_new ();
      g_autoptr(GError) error = NULL;
      gboolean tells = format != KOYOMI_EXPORT_FORMAT_PDF && format != KOYOMI_EXPORT_FORMAT_PNG;

      if (!tells)
        g_cancellable_cancel (cancellable);
      g_assert_false (export (fixture, format, cancel_in_the_middle, cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      koyomi_test_export_assert_untouched (fixture);
    }
}

/* Files that may not grow stand for a disk that is full. */
static void
test_full (Fixture       *fixture,
           gconstpointer  data)
{
  static const rlim_t limits[] = { 0, 1000, 8000, 30000 };
  struct rlimit before;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  for (KoyomiExportFormat format = 0; koyomi_calendar_export_knows (format); format++)
    for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
      {
        struct rlimit limit = { limits[i], before.rlim_max };
        g_autoptr(GError) error = NULL;
        gboolean done;

        g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
        done = export (fixture, format, NULL, NULL, &error);
        g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
        g_assert_false (done);
        g_assert_true (error->domain == KOYOMI_REPORT_ERROR);
        g_assert_true (error->code == KOYOMI_REPORT_ERROR_OUTPUT_FULL || error->code == KOYOMI_REPORT_ERROR_OUTPUT ||
                       error->code == KOYOMI_REPORT_ERROR_CHECK);
        koyomi_test_export_assert_untouched (fixture);
      }
}

static void
fail_to_export (gpointer data)
{
  for (KoyomiExportFormat format = 0; koyomi_calendar_export_knows (format); format++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_false (export (data, format, NULL, NULL, &error));
      g_assert_error (error, KOYOMI_REPORT_ERROR, KOYOMI_REPORT_ERROR_OUTPUT);
    }
}

static void
test_read_only (Fixture       *fixture,
                gconstpointer  data)
{
  g_assert_cmpint (g_chmod (fixture->folder, 0555), ==, 0);
  g_assert_true (koyomi_test_fork_as_nobody (fail_to_export, fixture));
  g_assert_cmpint (g_chmod (fixture->folder, 0700), ==, 0);
  koyomi_test_export_assert_untouched (fixture);
}

static void
test_missing_folder (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "missing", "a.xlsx", NULL);

  for (KoyomiExportFormat format = 0; koyomi_calendar_export_knows (format); format++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_false (koyomi_annual_calendar_export (fixture->session, &whole, format, path, NULL, NULL, NULL, &error));
      g_assert_error (error, KOYOMI_REPORT_ERROR, KOYOMI_REPORT_ERROR_OUTPUT);
    }
}

/* The folder for temporary files may be full or gone: everything goes beside the target. */
static void
test_temporary_folder (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autofree char *before = g_strdup (g_getenv ("TMPDIR"));
  g_autofree char *gone = g_build_filename (fixture->folder, "gone", NULL);
  GError *error = NULL;

  g_setenv ("TMPDIR", gone, TRUE);
  export (fixture, KOYOMI_EXPORT_FORMAT_XLSX, NULL, NULL, &error);
  if (before != NULL)
    g_setenv ("TMPDIR", before, TRUE);
  else
    g_unsetenv ("TMPDIR");
  g_assert_no_error (error);
}

static GBytes *
read_past (Fixture            *fixture,
           KoyomiExportFormat  format)
{
  KoyomiExportOptions options = { .year = whole.year, .language = KOYOMI_LANGUAGE_EN };
  GError *error = NULL;
  g_autoptr(KoyomiSession) past = koyomi_session_open_as_of (fixture->session, 1, NULL, NULL, NULL, &error);
  char *text;
  gsize length;

  g_assert_no_error (error);
  koyomi_annual_calendar_export (past, &options, format, fixture->target, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (fixture->target, &text, &length, NULL));

  return g_bytes_new_take (text, length);
}

static void
test_same_bytes (Fixture       *fixture,
                 gconstpointer  data)
{
  for (KoyomiExportFormat format = 0; koyomi_calendar_export_knows (format); format++)
    {
      g_autoptr(GBytes) first = read_past (fixture, format);
      g_autoptr(GBytes) second = read_past (fixture, format);

      g_assert_true (g_bytes_equal (first, second));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  koyomi_test_folder_start ();

  g_test_add_func ("/report/export/format-is-known-by-nick-and-ending", test_formats);
  g_test_add ("/report/export/file-is-whole-and-private", Fixture, NULL, koyomi_test_export_set_up, test_private, koyomi_test_export_tear_down);
  g_test_add ("/report/export/cancelled-export-leaves-the-old-file", Fixture, NULL, koyomi_test_export_set_up, test_cancel, koyomi_test_export_tear_down);
  g_test_add ("/report/export/full-disk-leaves-the-old-file", Fixture, NULL, koyomi_test_export_set_up, test_full, koyomi_test_export_tear_down);
  g_test_add ("/report/export/read-only-folder-leaves-the-old-file", Fixture, NULL, koyomi_test_export_set_up, test_read_only, koyomi_test_export_tear_down);
  g_test_add ("/report/export/missing-folder-is-refused", Fixture, NULL, koyomi_test_export_set_up, test_missing_folder, koyomi_test_export_tear_down);
  g_test_add ("/report/export/temporary-folder-is-not-needed", Fixture, NULL, koyomi_test_export_set_up, test_temporary_folder, koyomi_test_export_tear_down);
  g_test_add ("/report/export/same-moment-gives-the-same-bytes", Fixture, NULL, koyomi_test_export_set_up, test_same_bytes, koyomi_test_export_tear_down);

  return koyomi_test_folder_finish (g_test_run ());
}
