/* Reading a plan with 20,000 rows to be searched, searching it, and searching it after an edit; against one pass of strstr over the same
 * texts. */

#include "koyomi-edit.h"
#include "koyomi-search.h"
#include "koyomi-test-content.h"
#include "koyomi-test-folder.h"
#include "koyomi-text-fold.h"

#include <stdio.h>
#include <string.h>

#define N_ROUNDS 20
#define N_ROWS 20000
#define N_MOST 5

static KoyomiSession *
make_plan (void)
{
  g_autofree char *folder = koyomi_test_folder_make ("search");
  g_autofree char *path = g_build_filename (folder, "plan.koyomi", NULL);

  koyomi_test_plan_make (path, KOYOMI_TEMPLATE_SAMPLE, KOYOMI_LANGUAGE_JA);

  return koyomi_test_plan_open (path);
}

/* One in four is a risk with a long text, the others are runs that go by their activity. */
static KoyomiRecord *
make_row (GPtrArray *runs,
          guint      i)
{
  KoyomiRecord *row;
  g_autofree char *title = g_strdup_printf ("委託先で見つかった脆弱性への対応の遅れ %u", i);
  g_autofree char *number = g_strdup_printf ("R-%05u", i);

  if (i % 4 != 0)
    {
      KoyomiRecord *run = g_ptr_array_index (runs, i % runs->len);

      row = koyomi_record_new (KOYOMI_TABLE_OCCURRENCE);
      koyomi_record_set_int (row, KOYOMI_OCCURRENCE_ACTIVITY, koyomi_record_get_int (run, KOYOMI_OCCURRENCE_ACTIVITY));
      koyomi_record_set_int (row, KOYOMI_OCCURRENCE_FUNCTION, koyomi_record_get_int (run, KOYOMI_OCCURRENCE_FUNCTION));
      koyomi_record_set_int (row, KOYOMI_OCCURRENCE_SLOT_DAY, 750000 + i);
      koyomi_record_set_int (row, KOYOMI_OCCURRENCE_FIRST_DAY, 750000 + i);
      koyomi_record_set_int (row, KOYOMI_OCCURRENCE_LAST_DAY, 750001 + i);
      koyomi_record_set_int (row, KOYOMI_OCCURRENCE_ORIGINAL_FIRST, 750000 + i);
      koyomi_record_set_int (row, KOYOMI_OCCURRENCE_ORIGINAL_LAST, 750001 + i);
      koyomi_record_set_text (row, KOYOMI_OCCURRENCE_OWNER, "例題 歩");
      koyomi_record_set_text (row, KOYOMI_OCCURRENCE_NOTE, "前回の指摘をふまえ、対象のサーバーを広げて実施する");
      return row;
    }

  row = koyomi_record_new (KOYOMI_TABLE_RISK);
  koyomi_record_set_text (row, KOYOMI_RISK_NUMBER, number);
  koyomi_record_set_text (row, KOYOMI_RISK_TITLE, title);
  koyomi_record_set_text (row, KOYOMI_RISK_PLAN, "委託先の評価を見直し、契約に報告の期限を加える。Review the contract.");
  koyomi_record_set_int (row, KOYOMI_RISK_LIKELIHOOD, 2);
  koyomi_record_set_int (row, KOYOMI_RISK_IMPACT, 3);
  koyomi_record_set_int (row, KOYOMI_RISK_TARGET_LIKELIHOOD, 1);
  koyomi_record_set_int (row, KOYOMI_RISK_TARGET_IMPACT, 1);

  return row;
}

static void
add_rows (KoyomiSession *session,
          guint          first,
          guint          n_rows)
{
  g_autoptr(GPtrArray) runs = koyomi_session_list (session, KOYOMI_TABLE_OCCURRENCE, 0, 0, KOYOMI_LANGUAGE_JA, NULL);
  g_autoptr(KoyomiEdit) edit = koyomi_session_begin_edit (session, NULL);
  g_autoptr(GError) error = NULL;

  for (guint i = first; i < first + n_rows; i++)
    {
      g_autoptr(KoyomiRecord) row = make_row (runs, i);

      if (!koyomi_edit_insert (edit, row, &error))
        g_error ("%s", error->message);
    }
  if (!koyomi_edit_commit (edit, "Rows", &error))
    g_error ("%s", error->message);
}

static double
find (KoyomiSession *session,
      const char    *query)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr(GPtrArray) groups = koyomi_search_find (koyomi_session_get_search (session), query, N_MOST, KOYOMI_LANGUAGE_EN, NULL);

  if (groups == NULL)
    g_error ("the search failed");

  return (g_get_monotonic_time () - start) / 1000.0;
}

/* What no search in memory can do without: as many texts of that length looked through once. */
static double
scan (const char *query)
{
  g_autofree char *folded = koyomi_text_fold (query);
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  gint64 start;
  volatile guint n_found = 0;

  for (guint i = 0; i < N_ROWS; i++)
    {
      g_autofree char *text = g_strdup_printf ("R-%05u\n委託先で見つかった脆弱性への対応の遅れ\n\n前回の指摘をふまえ、対象のサーバーを広げて実施する", i);

      g_ptr_array_add (texts, koyomi_text_fold (text));
    }

  start = g_get_monotonic_time ();
  for (guint i = 0; i < texts->len; i++)
    if (strstr (g_ptr_array_index (texts, i), folded) != NULL)
      n_found++;

  return (g_get_monotonic_time () - start) / 1000.0;
}

static void
measure (KoyomiSession *session,
         const char    *query)
{
  double least = G_MAXDOUBLE, most = 0, least_scan = G_MAXDOUBLE;

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      double took = find (session, query);

      least = MIN (least, took);
      most = MAX (most, took);
      least_scan = MIN (least_scan, scan (query));
    }

  printf ("“%s”: least %.2f ms, most %.2f ms (50 ms wanted); bare strstr %.2f ms, ratio %.1f\n", query, least, most, least_scan,
          least / least_scan);
}

static void
measure_reading (KoyomiSession *session)
{
  gint64 start = g_get_monotonic_time ();
  double longest = 0;
  guint n_steps = 0;

  while (n_steps == 0 || !koyomi_search_is_complete (koyomi_session_get_search (session)))
    {
      gint64 before = g_get_monotonic_time ();

      if (!koyomi_search_read_some (koyomi_session_get_search (session), NULL))
        g_error ("the plan could not be read");
      longest = MAX (longest, (g_get_monotonic_time () - before) / 1000.0);
      n_steps++;
    }

  printf ("read: %.1f ms in %u steps, the longest %.1f ms\n", (g_get_monotonic_time () - start) / 1000.0, n_steps, longest);
}

int
main (void)
{
  static const char * const queries[] = { "R-04000", "ﾊﾟｯﾁ", "サーバー", "委託先 脆弱性 遅れ", "の", "e", "nothing at all" };
  g_autoptr(KoyomiSession) session = NULL;

  koyomi_test_folder_start ();
  session = make_plan ();
  add_rows (session, 0, N_ROWS);
  measure_reading (session);
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    measure (session, queries[i]);

  add_rows (session, N_ROWS, 1);
  printf ("after an edit: %.2f ms\n", find (session, "監査"));
  g_clear_object (&session);

  return koyomi_test_folder_finish (0);
}
