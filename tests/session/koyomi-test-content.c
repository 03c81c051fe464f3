#include "koyomi-test-content.h"

#include "koyomi-activity-edit.h"
#include "koyomi-history.h"
#include "koyomi-session-private.h"
#include "koyomi-test-folder.h"

static void
feed_rows (GChecksum      *checksum,
           KoyomiDatabase *db,
           const char     *table,
           const char     *order,
           int             n_columns)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s ORDER BY %s", table, order);
  g_autoptr(GError) error = NULL;
  g_autoptr(KoyomiStatement) statement = koyomi_database_prepare (db, sql, &error);

  g_assert_no_error (error);
  g_checksum_update (checksum, (const guchar *) sql, -1);
  while (koyomi_statement_step (statement, &error) == KOYOMI_STEP_ROW)
    for (int i = 0; i < n_columns; i++)
      {
        const char *text = koyomi_statement_is_null (statement, i) ? "\x01" : koyomi_statement_get_text (statement, i);

        g_checksum_update (checksum, (const guchar *) text, -1);
        g_checksum_update (checksum, (const guchar *) "\x02", 1);
      }
  g_assert_no_error (error);
}

char *
koyomi_test_content_hash (KoyomiSession *session)
{
  KoyomiDatabase *db = _koyomi_session_get_store (session)->db;
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  for (int id = 0; id < KOYOMI_N_TABLES; id++)
    {
      const KoyomiTable *table = koyomi_dictionary_get_table (id);

      feed_rows (checksum, db, table->name, "id", table->n_fields);
    }
  feed_rows (checksum, db, "translation", "entity, row_id, field, language", 5);

  return g_strdup (g_checksum_get_string (checksum));
}

void
koyomi_test_plan_make (const char     *path,
                       KoyomiTemplate  template,
                       KoyomiLanguage  language)
{
  KoyomiPlanOptions options = { .template = template, .language = language };
  g_autoptr(GError) error = NULL;

  koyomi_plan_create (path, &options, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

KoyomiSession *
koyomi_test_plan_open (const char *path)
{
  g_autoptr(GError) error = NULL;
  KoyomiSession *session = koyomi_session_open (path, FALSE, NULL, &error);

  g_assert_no_error (error);
  g_assert_false (koyomi_session_is_read_only (session));

  return session;
}

/* Opens a new plan in a folder of its own. */
KoyomiSession *
koyomi_test_plan_start (KoyomiTemplate template,
                        KoyomiLanguage language)
{
  static int number;
  g_autofree char *name = g_strdup_printf ("plan-%d", ++number);
  g_autofree char *folder = koyomi_test_folder_make (name);
  g_autofree char *path = g_build_filename (folder, "plan.koyomi", NULL);

  koyomi_test_plan_make (path, template, language);

  return koyomi_test_plan_open (path);
}

void
koyomi_test_plan_verify (KoyomiSession *session)
{
  g_autoptr(GError) error = NULL;
  gint64 bad_seq = -1;

  koyomi_session_verify (session, NULL, NULL, NULL, NULL, &bad_seq, &error);
  g_assert_no_error (error);
  g_assert_cmpint (bad_seq, ==, 0);
}

gint64
koyomi_test_run_add (KoyomiSession       *session,
                     gint64               function,
                     const char          *title,
                     KoyomiActivityKind   kind,
                     guint32              first_day,
                     guint32              last_day,
                     KoyomiLanguage       language,
                     GError             **error)
{
  g_autoptr(KoyomiRecord) activity = koyomi_record_new (KOYOMI_TABLE_ACTIVITY);
  g_autoptr(GPtrArray) runs = NULL;
  gint64 id;

  koyomi_record_set_int (activity, KOYOMI_ACTIVITY_FUNCTION, function);
  koyomi_record_set_text (activity, KOYOMI_ACTIVITY_TITLE, title);
  koyomi_record_set_int (activity, KOYOMI_ACTIVITY_KIND, kind);
  koyomi_record_set_int (activity, KOYOMI_ACTIVITY_FIRST_DAY, first_day);
  koyomi_record_set_int (activity, KOYOMI_ACTIVITY_DURATION, (gint64) last_day - first_day + 1);
  if ((id = koyomi_activity_create (session, activity, first_day, last_day, TRUE, language, error)) == 0)
    return 0;

  runs = koyomi_session_list (session, KOYOMI_TABLE_OCCURRENCE, KOYOMI_OCCURRENCE_ACTIVITY, id, language, NULL);
  g_assert_cmpuint (runs->len, ==, 1);

  return koyomi_record_get_id (g_ptr_array_index (runs, 0));
}

/* Returns: (transfer none) (nullable) */
KoyomiRecord *
koyomi_test_metric_find (KoyomiMetricBook *book,
                         const char       *code)
{
  GPtrArray *metrics = koyomi_metric_book_get_metrics (book);

  for (guint i = 0; i < metrics->len; i++)
    if (g_str_equal (koyomi_record_get_text (g_ptr_array_index (metrics, i), KOYOMI_METRIC_CODE), code))
      return g_ptr_array_index (metrics, i);

  return NULL;
}
