#include "koyomi-metric-edit.h"

#include "koyomi-day.h"
#include "koyomi-edit-label-private.h"
#include "koyomi-edit.h"
#include "koyomi-session-private.h"

#include <math.h>

static int
compare_entered (gconstpointer a,
                 gconstpointer b)
{
  KoyomiRecord *first = *(KoyomiRecord * const *) a;
  KoyomiRecord *second = *(KoyomiRecord * const *) b;
  gint64 first_at = koyomi_record_get_int (first, KOYOMI_METRIC_VALUE_ENTERED_AT);
  gint64 second_at = koyomi_record_get_int (second, KOYOMI_METRIC_VALUE_ENTERED_AT);

  if (first_at != second_at)
    return first_at < second_at ? -1 : 1;

  return koyomi_record_is_none (first, KOYOMI_METRIC_VALUE_SUPERSEDED_AT) - koyomi_record_is_none (second, KOYOMI_METRIC_VALUE_SUPERSEDED_AT);
}

/* Returns: (transfer full) (element-type KoyomiRecord): what was entered for the month, the corrected as well, by when that was; the one that
 *   holds has no KOYOMI_METRIC_VALUE_SUPERSEDED_AT */
GPtrArray *
koyomi_session_list_metric_values (KoyomiSession   *session,
                                   gint64           metric,
                                   guint32          month,
                                   KoyomiLanguage   language,
                                   GError         **error)
{
  GPtrArray *values = koyomi_session_list (session, KOYOMI_TABLE_METRIC_VALUE, KOYOMI_METRIC_VALUE_METRIC, metric, language, error);

  for (guint i = values != NULL ? values->len : 0; i > 0; i--)
    if (koyomi_record_get_day (g_ptr_array_index (values, i - 1), KOYOMI_METRIC_VALUE_MONTH) != month)
      g_ptr_array_remove_index (values, i - 1);
  if (values != NULL)
    g_ptr_array_sort (values, compare_entered);

  return values;
}

static gboolean
check_entry (KoyomiSession            *session,
             const KoyomiMetricEntry  *entry,
             GError                  **error)
{
  g_autoptr(KoyomiRecord) metric = koyomi_session_get (session, KOYOMI_TABLE_METRIC, entry->metric, koyomi_session_get_own_language (session),
                                                       error);

  if (metric == NULL)
    return FALSE;

  if (koyomi_record_get_int (metric, KOYOMI_METRIC_KIND) == KOYOMI_METRIC_KIND_ENTERED &&
      entry->month == koyomi_day_get_month_first (entry->month) && entry->month <= koyomi_day_today () && !isinf (entry->value))
    return TRUE;

  g_set_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT, "“%s” takes no such value for that month",
               koyomi_record_get_title (metric));

  return FALSE;
}

/* Marks what holds for the month as corrected. @is_new: (out): whether the entry says anything else */
static gboolean
supersede (KoyomiSession            *session,
           KoyomiEdit               *edit,
           const KoyomiMetricEntry  *entry,
           gint64                    now,
           gboolean                 *is_new,
           GError                  **error)
{
  g_autoptr(GPtrArray) values = koyomi_session_list_metric_values (session, entry->metric, entry->month,
                                                                   koyomi_session_get_own_language (session), error);

  *is_new = !isnan (entry->value);
  for (guint i = 0; values != NULL && i < values->len; i++)
    {
      KoyomiRecord *value = g_ptr_array_index (values, i);

      if (!koyomi_record_is_none (value, KOYOMI_METRIC_VALUE_SUPERSEDED_AT))
        continue;

      if (koyomi_record_get_real (value, KOYOMI_METRIC_VALUE_VALUE) == entry->value)
        {
          *is_new = FALSE;
          return TRUE;
        }

      koyomi_record_set_int (value, KOYOMI_METRIC_VALUE_SUPERSEDED_AT, now);
      if (!koyomi_edit_update (edit, value, error))
        return FALSE;
    }

  return values != NULL;
}

static gboolean
enter (KoyomiSession            *session,
       KoyomiEdit               *edit,
       const KoyomiMetricEntry  *entry,
       const char               *note,
       gint64                    now,
       GError                  **error)
{
  g_autoptr(KoyomiRecord) value = koyomi_record_new (KOYOMI_TABLE_METRIC_VALUE);
  gboolean is_new;

  if (!check_entry (session, entry, error) || !supersede (session, edit, entry, now, &is_new, error))
    return FALSE;
  if (!is_new)
    return TRUE;

  koyomi_record_set_int (value, KOYOMI_METRIC_VALUE_METRIC, entry->metric);
  koyomi_record_set_int (value, KOYOMI_METRIC_VALUE_MONTH, entry->month);
  koyomi_record_set_real (value, KOYOMI_METRIC_VALUE_VALUE, entry->value);
  koyomi_record_set_text (value, KOYOMI_METRIC_VALUE_NOTE, note != NULL ? note : "");
  koyomi_record_set_text (value, KOYOMI_METRIC_VALUE_ENTERED_BY, _koyomi_session_get_actor (session));
  koyomi_record_set_int (value, KOYOMI_METRIC_VALUE_ENTERED_AT, now);

  return koyomi_edit_insert (edit, value, error);
}

static char *
make_label (KoyomiSession           *session,
            const KoyomiMetricEntry *entries,
            guint                    n_entries,
            KoyomiLanguage           language)
{
  g_autofree char *name = NULL;
  g_autofree char *day = NULL;

  if (n_entries != 1)
    return g_strdup_printf (koyomi_ntr (language, "Enter %u metric value", "Enter %u metric values", n_entries), n_entries);

  name = _koyomi_label_name_row (session, KOYOMI_TABLE_METRIC, entries->metric, language);
  day = koyomi_day_format (entries->month);
  day[7] = '\0';

  if (isnan (entries->value))
    /* Translators: the label of the edit that takes a metric's value away; the metric in quotation marks, the month as 2026-09 */
    return g_strdup_printf (koyomi_tr (language, N_("Remove the value of %s for %s")), name, day);

  /* Translators: the label of the edit that enters a metric's value; the metric in quotation marks, the month as 2026-09 */
  return g_strdup_printf (koyomi_tr (language, N_("Enter %s for %s")), name, day);
}

/**
 * koyomi_session_enter_metric_values:
 * @note: (nullable): what is said of these values
 *
 * One edit. What is corrected stays, marked; a value that is the same is not entered again. %KOYOMI_PLAN_ERROR_CONSTRAINT for a metric that is
 * computed, a month to come or what is no month; nothing is entered then.
 */
gboolean
koyomi_session_enter_metric_values (KoyomiSession            *session,
                                    const KoyomiMetricEntry  *entries,
                                    guint                     n_entries,
                                    const char               *note,
                                    KoyomiLanguage            language,
                                    GError                  **error)
{
  g_autoptr(KoyomiEdit) edit = NULL;
  g_autofree char *label = NULL;
  gint64 now = koyomi_time_now ();

  g_return_val_if_fail (KOYOMI_IS_SESSION (session), FALSE);

  if ((edit = koyomi_session_begin_edit (session, error)) == NULL)
    return FALSE;

  for (guint i = 0; i < n_entries; i++)
    if (!enter (session, edit, &entries[i], note, now, error))
      return FALSE;

  label = make_label (session, entries, n_entries, language);

  return koyomi_edit_commit (edit, label, error);
}

/* The last comment of a quarter is the one that is told; the ones before it stay. */
gboolean
koyomi_session_comment_metric (KoyomiSession     *session,
                               gint64             metric,
                               KoyomiFiscalYear   year,
                               int                quarter,
                               const char        *text,
                               KoyomiLanguage     language,
                               GError           **error)
{
  g_autoptr(KoyomiRecord) comment = koyomi_record_new (KOYOMI_TABLE_METRIC_COMMENT);
  g_autoptr(KoyomiEdit) edit = NULL;
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (KOYOMI_IS_SESSION (session) && quarter >= 1 && quarter <= 4, FALSE);

  koyomi_record_set_int (comment, KOYOMI_METRIC_COMMENT_METRIC, metric);
  koyomi_record_set_int (comment, KOYOMI_METRIC_COMMENT_QUARTER_DAY, koyomi_fiscal_year_get_month_first (year, (quarter - 1) * 3));
  koyomi_record_set_text (comment, KOYOMI_METRIC_COMMENT_TEXT, text);
  koyomi_record_set_text (comment, KOYOMI_METRIC_COMMENT_AUTHOR, _koyomi_session_get_actor (session));
  koyomi_record_set_int (comment, KOYOMI_METRIC_COMMENT_AT, koyomi_time_now ());

  name = _koyomi_label_name_row (session, KOYOMI_TABLE_METRIC, metric, language);
  /* Translators: the label of the edit that adds a comment to a metric, which is named in quotation marks */
  label = g_strdup_printf (koyomi_tr (language, N_("Comment on %s")), name);

  return (edit = koyomi_session_begin_edit (session, error)) != NULL &&
         koyomi_edit_insert (edit, comment, error) && koyomi_edit_commit (edit, label, error);
}
