#include "koyomi-report-made.h"

#include "koyomi-day.h"
#include "koyomi-history.h"

static void
clear (gpointer data)
{
  KoyomiReportMade *self = data;

  g_clear_pointer (&self->report, koyomi_report_free);
  g_clear_object (&self->then);
  g_clear_object (&self->session);
}

KoyomiReportMade *
koyomi_report_made_ref (KoyomiReportMade *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
koyomi_report_made_unref (KoyomiReportMade *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/* Returns: the first day of the quarter that the report tells of, or of the one of the moment that it shows, whichever is earlier */
static guint32
get_first_day (KoyomiSession             *copy,
               const KoyomiReportOptions *options)
{
  guint32 told = koyomi_fiscal_year_get_month_first (options->year, (options->quarter - 1) * 3);
  guint32 day = koyomi_time_get_day (options->now);
  KoyomiFiscalYear year = koyomi_session_get_fiscal_year (copy, day);
  guint32 shown = koyomi_fiscal_year_get_month_first (year, (koyomi_fiscal_year_get_quarter (year, day) - 1) * 3);

  return MIN (told, shown);
}

/* The plan as the day before that quarter left it; none where it is younger. What is shown is never compared with what came later. */
static gboolean
open_last_quarter (KoyomiReportMade           *self,
                   KoyomiSession              *copy,
                   const KoyomiReportOptions  *options,
                   GCancellable               *cancellable,
                   GError                    **error)
{
  guint32 first_day = get_first_day (copy, options);
  gint64 seq = koyomi_session_find_time (copy, koyomi_day_get_start (first_day) - 1, error);

  if (seq > 0)
    self->then = koyomi_session_open_as_of (copy, seq, NULL, NULL, cancellable, error);

  return seq == 0 || self->then != NULL;
}

/* There is none before the first entry of the change log. */
static gboolean
find_shown_moment (KoyomiSession  *session,
                   gint64         *now,
                   GError        **error)
{
  GError *unread = NULL;

  *now = koyomi_session_get_shown_moment (session, &unread);
  if (unread != NULL)
    g_propagate_error (error, unread);
  else if (*now == 0)
    g_set_error_literal (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_NOT_FOUND, "there is no plan before its first entry");

  return *now != 0;
}

/* Makes the report with all of its pages. Takes a while: for a thread of its own. @copy: of the plan */
KoyomiReportMade *
koyomi_report_make (KoyomiSession           *copy,
                    const KoyomiReportWish  *wish,
                    GCancellable            *cancellable,
                    GError                 **error)
{
  g_autoptr(KoyomiReportMade) self = g_atomic_rc_box_new0 (KoyomiReportMade);
  KoyomiReportOptions options = wish->options;

  self->wish = *wish;
  self->session = wish->past == 0 ? g_object_ref (copy) : koyomi_session_open_as_of (copy, wish->past, NULL, NULL, cancellable, error);
  if (self->session == NULL ||
      !find_shown_moment (self->session, &options.now, error) ||
      (wish->compares && !open_last_quarter (self, copy, &options, cancellable, error)) ||
      g_cancellable_set_error_if_cancelled (cancellable, error) ||
      (self->report = koyomi_report_new (self->session, wish->kind, &options, error)) == NULL ||
      (wish->compares && !koyomi_report_compare (self->report, self->then, error)))
    return NULL;

  self->n_pages = koyomi_report_get_n_pages (self->report);

  return g_steal_pointer (&self);
}
