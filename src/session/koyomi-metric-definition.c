#include "koyomi-metric-definition.h"

#include "koyomi-day.h"
#include "koyomi-edit-label-private.h"
#include "koyomi-edit.h"
#include "koyomi-record-edit.h"
#include "koyomi-row-order.h"
#include "koyomi-template-loader.h"

static const char library_name[] = "reference/kpis";

/* Returns: the metric of that code; 0 when there is none, or on error */
gint64
koyomi_session_find_metric (KoyomiSession  *session,
                            const char     *code,
                            GError        **error)
{
  g_autoptr(GPtrArray) metrics = koyomi_session_list (session, KOYOMI_TABLE_METRIC, 0, 0, koyomi_session_get_own_language (session), error);

  for (guint i = 0; metrics != NULL && i < metrics->len; i++)
    if (g_ascii_strcasecmp (koyomi_record_get_text (g_ptr_array_index (metrics, i), KOYOMI_METRIC_CODE), code) == 0)
      return koyomi_record_get_id (g_ptr_array_index (metrics, i));

  return 0;
}

/* Returns: (transfer full): a code that no metric has, such as “OWN-01”; the library never uses one like it */
char *
koyomi_session_propose_metric_code (KoyomiSession  *session,
                                    GError        **error)
{
  for (guint i = 1;; i++)
    {
      g_autoptr(GError) failure = NULL;
      g_autofree char *code = g_strdup_printf ("OWN-%02u", i);
      gint64 metric = koyomi_session_find_metric (session, code, &failure);

      if (failure != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return NULL;
        }

      if (metric == 0)
        return g_steal_pointer (&code);
    }
}

/* Returns: FALSE with %KOYOMI_PLAN_ERROR_EXISTS for a code that a metric has */
gboolean
koyomi_session_check_metric_code (KoyomiSession  *session,
                                  const char     *code,
                                  GError        **error)
{
  g_autoptr(GError) failure = NULL;
  gint64 same = koyomi_session_find_metric (session, code, &failure);

  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else if (same != 0)
    g_set_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_EXISTS, "there is a metric “%s”", code);
  else
    return TRUE;

  return FALSE;
}

/* Adds a metric of the person's own, which is entered by hand, behind the others.
 * Returns: its key, or 0 on error: %KOYOMI_PLAN_ERROR_EXISTS for a code that another metric has */
gint64
koyomi_session_add_metric (KoyomiSession   *session,
                           KoyomiRecord    *metric,
                           KoyomiLanguage   language,
                           GError         **error)
{
  g_autoptr(GError) failure = NULL;
  int position = koyomi_session_find_last_position (session, KOYOMI_TABLE_METRIC, 0, 0, &failure);

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return 0;
    }

  if (!koyomi_session_check_metric_code (session, koyomi_record_get_text (metric, KOYOMI_METRIC_CODE), error))
    return 0;

  koyomi_record_set_int (metric, KOYOMI_METRIC_KIND, KOYOMI_METRIC_KIND_ENTERED);
  koyomi_record_set_int (metric, KOYOMI_METRIC_POSITION, position + 1);

  return koyomi_session_add (session, metric, language, error);
}

static gboolean
check_refers_nothing (KoyomiSession  *session,
                      KoyomiTableId   table,
                      int             field,
                      gint64          metric,
                      GError        **error)
{
  g_autoptr(GPtrArray) rows = koyomi_session_list (session, table, field, metric, koyomi_session_get_own_language (session), error);

  if (rows == NULL)
    return FALSE;
  if (rows->len == 0)
    return TRUE;

  g_set_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT, "%u rows of the table %s stand on the metric", rows->len,
               koyomi_dictionary_get_table (table)->name);

  return FALSE;
}

/* Removes the metric with its values, limits, comments and tile. %KOYOMI_PLAN_ERROR_CONSTRAINT for one that a quarter was closed with, whose
 * figures must stay, and for one that an objective is measured by or a composite score is made of. */
gboolean
koyomi_session_remove_metric (KoyomiSession   *session,
                              gint64           metric,
                              KoyomiLanguage   language,
                              GError         **error)
{
  return check_refers_nothing (session, KOYOMI_TABLE_METRIC_CLOSE, KOYOMI_METRIC_CLOSE_METRIC, metric, error) &&
         check_refers_nothing (session, KOYOMI_TABLE_OBJECTIVE, KOYOMI_OBJECTIVE_METRIC, metric, error) &&
         check_refers_nothing (session, KOYOMI_TABLE_METRIC_PART, KOYOMI_METRIC_PART_PART, metric, error) &&
         koyomi_session_remove (session, KOYOMI_TABLE_METRIC, metric, language, error);
}

/* Returns: (transfer full) (element-type guint): the rows of the library whose metric is not in the plan */
GArray *
koyomi_session_list_library_metrics (KoyomiSession  *session,
                                     GError        **error)
{
  const KoyomiReference *library = koyomi_reference_get (library_name);
  g_autoptr(GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < koyomi_reference_get_n_rows (library); i++)
    {
      g_autoptr(GError) failure = NULL;
      gint64 metric = koyomi_session_find_metric (session, koyomi_reference_get_text (library, i, "id"), &failure);

      if (failure != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return NULL;
        }

      if (metric == 0)
        g_array_append_val (rows, i);
    }

  return g_steal_pointer (&rows);
}

static gboolean
add_rows (KoyomiSession  *session,
          KoyomiEdit     *edit,
          const guint    *rows,
          guint           n_rows,
          GError        **error)
{
  KoyomiPlanOptions options = { .language = koyomi_session_get_own_language (session) };
  KoyomiLoader loader = { .edit = edit, .options = &options, .today = koyomi_day_today () };
  gboolean done = TRUE;

  loader.year = koyomi_session_get_fiscal_year (session, loader.today);
  _koyomi_loader_init (&loader);
  for (guint i = 0; done && i < n_rows; i++)
    done = _koyomi_template_load_metric (&loader, rows[i], error);
  _koyomi_loader_clear (&loader);

  return done;
}

/* Adds metrics as the library has them, with their limits from the first day of this fiscal year, in both languages. */
gboolean
koyomi_session_add_library_metrics (KoyomiSession   *session,
                                    const guint     *rows,
                                    guint            n_rows,
                                    KoyomiLanguage   language,
                                    GError         **error)
{
  g_autoptr(KoyomiEdit) edit = koyomi_session_begin_edit (session, error);
  g_autofree char *label = NULL;

  if (edit == NULL || !add_rows (session, edit, rows, n_rows, error))
    return FALSE;

  label = g_strdup_printf (koyomi_ntr (language, "Add %u metric from the library", "Add %u metrics from the library", n_rows), n_rows);

  return koyomi_edit_commit (edit, label, error);
}
