#include "koyomi-export-register.h"
#include "koyomi-record-edit.h"
#include "koyomi-test-export.h"
#include "koyomi-test-folder.h"

#include <string.h>

typedef KoyomiTestExport Fixture;

static const KoyomiTableId tables[] = {
  KOYOMI_TABLE_RISK, KOYOMI_TABLE_CONTRACT, KOYOMI_TABLE_OBLIGATION, KOYOMI_TABLE_POLICY, KOYOMI_TABLE_EXEMPTION,
};

static gboolean
export (Fixture             *fixture,
        KoyomiTableId        table,
        KoyomiExportFormat   format,
        GCancellable        *cancellable,
        GError             **error)
{
  return koyomi_register_export (fixture->session, table, "Register", KOYOMI_LANGUAGE_EN, format, fixture->target, NULL, NULL, cancellable,
                                 error);
}

static char *
export_text (Fixture       *fixture,
             KoyomiTableId  table)
{
  g_autoptr(GError) error = NULL;
  char *text = NULL;

  export (fixture, table, KOYOMI_EXPORT_FORMAT_CSV, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (fixture->target, &text, NULL, NULL));

  return text;
}

static guint
count_lines (const char *text)
{
  g_auto(GStrv) lines = g_strsplit (text, "\r\n", -1);

  return g_strv_length (lines) - 1;
}

static void
test_private (Fixture       *fixture,
              gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *text = export_text (fixture, tables[i]);
      g_autoptr(GError) error = NULL;

      koyomi_test_export_assert_private (fixture, "\xef\xbb\xbf");
      export (fixture, tables[i], KOYOMI_EXPORT_FORMAT_XLSX, NULL, &error);
      g_assert_no_error (error);
      koyomi_test_export_assert_private (fixture, "PK");
    }
}

/* Exceptions are told with what was accepted elsewhere. */
static gint64
count_rows (KoyomiSession *session,
            KoyomiTableId  table)
{
  gint64 n = koyomi_session_count (session, table, NULL);

  if (table == KOYOMI_TABLE_EXEMPTION)
    n += koyomi_session_count (session, KOYOMI_TABLE_WAIVER, NULL) + koyomi_session_count (session, KOYOMI_TABLE_LINT_WAIVER, NULL);

  return n;
}

/* Every row is there, with what it refers to by its name and how it stands. */
static void
test_rows (Fixture       *fixture,
           gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *text = export_text (fixture, tables[i]);

      g_assert_cmpuint (count_lines (text), ==, count_rows (fixture->session, tables[i]) + 1);
      g_assert_nonnull (strstr (text, ",State,Next date\r\n"));
    }

  {
    g_autofree char *contracts = export_text (fixture, KOYOMI_TABLE_CONTRACT);
    g_autofree char *risks = export_text (fixture, KOYOMI_TABLE_RISK);

    g_assert_nonnull (strstr (contracts, "Kakuu Security Watch (outsourced SOC),SOC monitoring contract"));
    g_assert_nonnull (strstr (contracts, ",Due soon,2026-12-22\r\n"));
    g_assert_nonnull (strstr (risks, ",Ended,\r\n"));
    g_assert_nonnull (strstr (risks, ",Overdue,2026-11-10\r\n"));
  }
}

static void
test_cancelled (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (export (fixture, KOYOMI_TABLE_RISK, KOYOMI_EXPORT_FORMAT_XLSX, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  koyomi_test_export_assert_untouched (fixture);
}

#define ADD(claim, func) \
  g_test_add ("/report/register-export/" claim, Fixture, NULL, koyomi_test_export_set_up, func, koyomi_test_export_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  koyomi_test_folder_start ();

  ADD ("files-are-whole-and-private", test_private);
  ADD ("every-row-is-told-with-its-state", test_rows);
  ADD ("cancelling-leaves-the-old-file", test_cancelled);

  return koyomi_test_folder_finish (g_test_run ());
}
