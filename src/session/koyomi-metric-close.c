#include "koyomi-metric-close.h"

#include "koyomi-day.h"
#include "koyomi-edit.h"
#include "koyomi-history-private.h"
#include "koyomi-history.h"
#include "koyomi-metric-book.h"
#include "koyomi-session-private.h"

static guint32
get_first_day (KoyomiFiscalYear year,
               int              quarter)
{
  return koyomi_fiscal_year_get_month_first (year, (quarter - 1) * 3);
}

static char *
name_quarter (KoyomiFiscalYear year,
              int              quarter,
              KoyomiLanguage   language)
{
  g_autofree char *year_name = koyomi_fiscal_year_format (year, language);
  g_autofree char *quarter_name = koyomi_fiscal_year_format_quarter (year, quarter, language);

  return g_strdup_printf ("%s %s", year_name, quarter_name);
}

/* Returns: (transfer full) (element-type KoyomiRecord): what was kept of the quarter */
static GPtrArray *
list_closes (KoyomiSession     *session,
             KoyomiFiscalYear   year,
             int                quarter,
             GError           **error)
{
  GPtrArray *closes = koyomi_session_list (session, KOYOMI_TABLE_METRIC_CLOSE, 0, 0, koyomi_session_get_own_language (session), error);

  for (guint i = closes != NULL ? closes->len : 0; i > 0; i--)
    if (koyomi_record_get_day (g_ptr_array_index (closes, i - 1), KOYOMI_METRIC_CLOSE_QUARTER_DAY) != get_first_day (year, quarter))
      g_ptr_array_remove_index (closes, i - 1);

  return closes;
}

/* @quarter: 1 to 4 */
gboolean
koyomi_session_is_quarter_closed (KoyomiSession    *session,
                                  KoyomiFiscalYear  year,
                                  int               quarter)
{
  g_autoptr(GPtrArray) closes = NULL;

  g_return_val_if_fail (KOYOMI_IS_SESSION (session) && quarter >= 1 && quarter <= 4, FALSE);

  closes = list_closes (session, year, quarter, NULL);

  return closes != NULL && closes->len > 0;
}

static gboolean
keep_figure (KoyomiEdit                *edit,
             gint64                     bookmark,
             const KoyomiMetricResult  *result,
             GError                   **error)
{
  g_autoptr(KoyomiRecord) close = koyomi_record_new (KOYOMI_TABLE_METRIC_CLOSE);

  koyomi_record_set_int (close, KOYOMI_METRIC_CLOSE_BOOKMARK, bookmark);
  koyomi_record_set_int (close, KOYOMI_METRIC_CLOSE_QUARTER_DAY, get_first_day (result->year, result->quarter));
  koyomi_record_set_int (close, KOYOMI_METRIC_CLOSE_METRIC, koyomi_record_get_id (result->metric));
  koyomi_record_set_real (close, KOYOMI_METRIC_CLOSE_VALUE, result->figure.value);
  koyomi_record_set_real (close, KOYOMI_METRIC_CLOSE_NUMERATOR, result->figure.numerator);
  koyomi_record_set_real (close, KOYOMI_METRIC_CLOSE_DENOMINATOR, result->figure.denominator);
  koyomi_record_set_int (close, KOYOMI_METRIC_CLOSE_SAMPLES, result->figure.n_samples);

  return koyomi_edit_insert (edit, close, error);
}

/* Of all metrics that were not retired when the quarter began; that there was no data is kept too. */
static gboolean
keep_figures (KoyomiSession     *session,
              KoyomiEdit        *edit,
              gint64             bookmark,
              KoyomiFiscalYear   year,
              int                quarter,
              GError           **error)
{
  g_autoptr(KoyomiMetricBook) book = koyomi_session_load_metrics (session, koyomi_day_today (), koyomi_session_get_own_language (session), error);
  GPtrArray *metrics = book != NULL ? koyomi_metric_book_get_metrics (book) : NULL;

  for (guint i = 0; metrics != NULL && i < metrics->len; i++)
    {
      KoyomiRecord *metric = g_ptr_array_index (metrics, i);
      g_autoptr(KoyomiMetricResult) result = NULL;

      if (koyomi_metric_is_retired (metric, get_first_day (year, quarter)))
        continue;

      if ((result = koyomi_metric_book_tell (book, metric, year, quarter, FALSE, error)) == NULL ||
          !keep_figure (edit, bookmark, result, error))
        return FALSE;
    }

  return book != NULL;
}

/* The bookmark of the plan before this edit. */
static KoyomiRecord *
make_bookmark (KoyomiSession   *session,
               const char      *quarter_name,
               KoyomiLanguage   language,
               GError         **error)
{
  g_autoptr(KoyomiRecord) bookmark = koyomi_record_new (KOYOMI_TABLE_BOOKMARK);
  g_autoptr(KoyomiEntry) head = koyomi_session_get_head (session, error);
  g_autofree char *name = NULL;
  g_autofree char *clean = NULL;

  if (head == NULL)
    return NULL;

  /* Translators: the name of the bookmark that the closed figures of a quarter were told from; the quarter, such as “FY2026 Q2” */
  name = g_strdup_printf (koyomi_tr (language, N_("Figures of %s")), quarter_name);
  if ((clean = _koyomi_session_clean_bookmark_name (session, name, 0, error)) == NULL)
    return NULL;

  koyomi_record_set_text (bookmark, KOYOMI_BOOKMARK_NAME, clean);
  koyomi_record_set_int (bookmark, KOYOMI_BOOKMARK_SEQ, head->seq);
  koyomi_record_set_int (bookmark, KOYOMI_BOOKMARK_AT, koyomi_time_now ());

  return g_steal_pointer (&bookmark);
}

/* %KOYOMI_PLAN_ERROR_CONSTRAINT while the quarter is not over, %KOYOMI_PLAN_ERROR_EXISTS when it is closed already. */
gboolean
koyomi_session_close_quarter (KoyomiSession     *session,
                              KoyomiFiscalYear   year,
                              int                quarter,
                              KoyomiLanguage     language,
                              GError           **error)
{
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;
  g_autoptr(KoyomiRecord) bookmark = NULL;
  g_autoptr(KoyomiEdit) edit = NULL;

  g_return_val_if_fail (KOYOMI_IS_SESSION (session) && quarter >= 1 && quarter <= 4, FALSE);

  name = name_quarter (year, quarter, language);
  if (koyomi_day_add_months (get_first_day (year, quarter), 3) > koyomi_day_today ())
    {
      g_set_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT, "%s is not over yet", name);
      return FALSE;
    }

  if (koyomi_session_is_quarter_closed (session, year, quarter))
    {
      g_set_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_EXISTS, "%s is closed already", name);
      return FALSE;
    }

  /* Translators: the label of the edit that keeps the figures of a quarter as they are */
  label = g_strdup_printf (koyomi_tr (language, N_("Close the figures of %s")), name);
  if ((bookmark = make_bookmark (session, name, language, error)) == NULL || (edit = koyomi_session_begin_edit (session, error)) == NULL)
    return FALSE;

  return koyomi_edit_insert (edit, bookmark, error) &&
         keep_figures (session, edit, koyomi_record_get_id (bookmark), year, quarter, error) &&
         koyomi_edit_commit (edit, label, error);
}

/* Lets go of what was kept of the quarter, with its bookmark. %KOYOMI_PLAN_ERROR_NOT_FOUND when it is not closed. */
gboolean
koyomi_session_open_quarter (KoyomiSession     *session,
                             KoyomiFiscalYear   year,
                             int                quarter,
                             KoyomiLanguage     language,
                             GError           **error)
{
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;
  g_autoptr(GPtrArray) closes = NULL;
  g_autoptr(KoyomiEdit) edit = NULL;

  g_return_val_if_fail (KOYOMI_IS_SESSION (session) && quarter >= 1 && quarter <= 4, FALSE);

  name = name_quarter (year, quarter, language);
  if ((closes = list_closes (session, year, quarter, error)) == NULL)
    return FALSE;
  if (closes->len == 0)
    {
      g_set_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_NOT_FOUND, "%s is not closed", name);
      return FALSE;
    }

  /* Translators: the label of the edit that lets go of the kept figures of a quarter */
  label = g_strdup_printf (koyomi_tr (language, N_("Open the figures of %s again")), name);
  if ((edit = koyomi_session_begin_edit (session, error)) == NULL)
    return FALSE;

  /* The figures go with it. */
  return koyomi_edit_delete (edit, KOYOMI_TABLE_BOOKMARK, koyomi_record_get_int (g_ptr_array_index (closes, 0), KOYOMI_METRIC_CLOSE_BOOKMARK),
                             error) &&
         koyomi_edit_commit (edit, label, error);
}
