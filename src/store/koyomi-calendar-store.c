#include "koyomi-calendar-store.h"

#include <string.h>

/* Runs that touch a window of days. A run that touches it begins at most the longest run before it, and the index on the length
 * answers how long that is at once: so the search reads the window and not the years around it, whatever the file holds. */
#define WINDOW \
  " t.function_id = :function" \
  " AND t.first_day BETWEEN :first_day - (SELECT ifnull (max (last_day - first_day), 0) FROM occurrence) AND :last_day" \
  " AND t.last_day >= :first_day"

static void
bind_window (KoyomiStatement *statement,
             gint64           function,
             guint32          first_day,
             guint32          last_day)
{
  koyomi_statement_bind_int (statement, ":function", function);
  koyomi_statement_bind_int (statement, ":first_day", first_day);
  koyomi_statement_bind_int (statement, ":last_day", last_day);
}

/**
 * koyomi_calendar_store_list_functions:
 *
 * Returns: (element-type KoyomiRecord): the functions that have a row in the annual calendar: those of the CRIC table and the
 *   company's own, and any other one that has an activity; in the order of groups. A retired one shows while it has runs.
 */
GPtrArray *
koyomi_calendar_store_list_functions (const KoyomiRecordStore  *store,
                                      guint32                   first_day,
                                      guint32                   last_day,
                                      KoyomiLanguage            language,
                                      GError                  **error)
{
  static const char tail[] =
    "JOIN function_group AS g ON g.id = t.group_id JOIN catalogue AS c ON c.id = g.catalogue_id"
    " WHERE (c.code IN ('cric', 'own') OR EXISTS (SELECT 1 FROM activity AS a WHERE a.function_id = t.id))"
    "   AND (NOT t.retired OR EXISTS (SELECT 1 FROM occurrence AS o WHERE o.function_id = t.id"
    "                                    AND o.first_day <= :last_day AND o.last_day >= :first_day))"
    " ORDER BY c.position, g.position, g.id, t.position, t.id";

  g_autoptr(KoyomiStatement) statement = koyomi_record_store_select (store, KOYOMI_TABLE_FUNCTION, language, NULL, tail, error);
  g_autoptr(GPtrArray) functions = g_ptr_array_new_with_free_func (g_object_unref);
  KoyomiStep step;

  if (statement == NULL)
    return NULL;

  koyomi_statement_bind_int (statement, ":first_day", first_day);
  koyomi_statement_bind_int (statement, ":last_day", last_day);
  while ((step = koyomi_statement_step (statement, error)) == KOYOMI_STEP_ROW)
    g_ptr_array_add (functions, koyomi_record_store_read (statement, KOYOMI_TABLE_FUNCTION, language));

  return step == KOYOMI_STEP_DONE ? g_steal_pointer (&functions) : NULL;
}

static void
read_bar (KoyomiStatement *statement,
          KoyomiBar       *bar,
          guint32          today)
{
  const KoyomiField *status = &koyomi_dictionary_get_table (KOYOMI_TABLE_OCCURRENCE)->fields[
    KOYOMI_FIELD_INDEX (KOYOMI_OCCURRENCE_STATUS)];
  const KoyomiField *kind = &koyomi_dictionary_get_table (KOYOMI_TABLE_ACTIVITY)->fields[
    KOYOMI_FIELD_INDEX (KOYOMI_ACTIVITY_KIND)];

  bar->occurrence_id = koyomi_statement_get_int (statement, 1);
  bar->activity_id = koyomi_statement_get_int (statement, 2);
  bar->kind = koyomi_field_find_word (kind, koyomi_statement_get_text (statement, 3));
  bar->first_day = koyomi_statement_get_int (statement, 5);
  bar->last_day = koyomi_statement_get_int (statement, 6);
  bar->original_first = koyomi_statement_get_int (statement, 7);
  bar->original_last = koyomi_statement_get_int (statement, 8);
  bar->progress = koyomi_statement_get_int (statement, 9);
  bar->team_id = koyomi_statement_get_int (statement, 11);
  bar->state = koyomi_state_of (koyomi_field_find_word (status, koyomi_statement_get_text (statement, 4)),
                                bar->last_day, koyomi_statement_get_int (statement, 10), today);
}

/* Adds to @row the runs of its function that touch the window, and puts them in lanes. */
gboolean
koyomi_calendar_store_load_bars (const KoyomiRecordStore  *store,
                                 KoyomiCalendarRow        *row,
                                 guint32                   first_day,
                                 guint32                   last_day,
                                 guint32                   today,
                                 KoyomiLanguage            language,
                                 GError                  **error)
{
  g_autofree char *own_title = koyomi_record_store_get_text_column (store, "t", KOYOMI_OCCURRENCE_TITLE, language);
  g_autofree char *title = koyomi_record_store_get_text_column (store, "a", KOYOMI_ACTIVITY_TITLE, language);
  g_autofree char *sql = NULL;
  g_autoptr(KoyomiStatement) statement = NULL;
  KoyomiStep step;

  sql = g_strdup_printf ("SELECT coalesce (nullif (%s, ''), %s), t.id, t.activity_id, a.kind, t.status,"
                         " t.first_day, t.last_day, t.original_first, t.original_last, t.progress, t.actual_last,"
                         " coalesce (t.team_id, a.team_id, 0)"
                         "  FROM occurrence AS t JOIN activity AS a ON a.id = t.activity_id"
                         " WHERE" WINDOW
                         " ORDER BY t.first_day, t.last_day, t.id", own_title, title);

  if ((statement = koyomi_database_prepare (store->db, sql, error)) == NULL)
    return FALSE;

  bind_window (statement, koyomi_record_get_id (row->function), first_day, last_day);
  while ((step = koyomi_statement_step (statement, error)) == KOYOMI_STEP_ROW)
    read_bar (statement, koyomi_calendar_row_add (row, koyomi_statement_get_text (statement, 0)), today);

  koyomi_calendar_row_pack (row);

  return step == KOYOMI_STEP_DONE;
}

/**
 * koyomi_calendar_store_list_attestations:
 * @first_month: the first day of a month
 * @last_month: the first day of the last month
 *
 * Returns: (element-type KoyomiRecord): what was attested of routine duties for these months; of two for one month the later one
 *   comes last
 */
GPtrArray *
koyomi_calendar_store_list_attestations (const KoyomiRecordStore  *store,
                                         guint32                   first_month,
                                         guint32                   last_month,
                                         GError                  **error)
{
  static const char tail[] =
    "JOIN duty AS d ON d.id = t.duty_id"
    " WHERE d.kind = 'routine' AND t.month BETWEEN :first_month AND :last_month ORDER BY t.id";

  g_autoptr(GPtrArray) attestations = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(KoyomiStatement) statement = NULL;
  KoyomiStep step;

  statement = koyomi_record_store_select (store, KOYOMI_TABLE_ATTESTATION, store->own_language, NULL, tail, error);
  if (statement == NULL)
    return NULL;

  koyomi_statement_bind_int (statement, ":first_month", first_month);
  koyomi_statement_bind_int (statement, ":last_month", last_month);
  while ((step = koyomi_statement_step (statement, error)) == KOYOMI_STEP_ROW)
    g_ptr_array_add (attestations, koyomi_record_store_read (statement, KOYOMI_TABLE_ATTESTATION, store->own_language));

  return step == KOYOMI_STEP_DONE ? g_steal_pointer (&attestations) : NULL;
}

/* The runs of a function that touch the window, as records of the table occurrence, by day. */
KoyomiStatement *
koyomi_calendar_store_open_runs (const KoyomiRecordStore  *store,
                                 gint64                    function,
                                 guint32                   first_day,
                                 guint32                   last_day,
                                 KoyomiLanguage            language,
                                 GError                  **error)
{
  KoyomiStatement *statement = koyomi_record_store_select (store, KOYOMI_TABLE_OCCURRENCE, language, NULL,
                                                           "WHERE" WINDOW " ORDER BY t.first_day, t.last_day, t.id", error);

  if (statement != NULL)
    bind_window (statement, function, first_day, last_day);

  return statement;
}
