#include "koyomi-report-lacks.h"

#include "koyomi-day.h"

void
koyomi_report_lacks_free (KoyomiReportLacks *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < KOYOMI_N_LACKS; i++)
    g_ptr_array_unref (self->rows[i]);
  g_free (self);
}

/* Returns: of how many kinds nothing is lacking */
guint
koyomi_report_lacks_count_ready (const KoyomiReportLacks *self)
{
  guint n = 0;

  for (guint i = 0; i < KOYOMI_N_LACKS; i++)
    n += self->rows[i]->len == 0;

  return n;
}

char *
koyomi_lack_format (KoyomiLack     self,
                    guint          n,
                    KoyomiLanguage language)
{
  switch (self)
    {
    case KOYOMI_LACK_VALUE:
      return g_strdup_printf (koyomi_ntr (language, "%u value missing or out of date", "%u values missing or out of date", n), n);
    case KOYOMI_LACK_COMMENT:
      return g_strdup_printf (koyomi_ntr (language, "%u KPI off target without a comment", "%u KPIs off target without a comment", n), n);
    case KOYOMI_LACK_CAUSE:
      return g_strdup_printf (koyomi_ntr (language, "%u incident without a cause", "%u incidents without a cause", n), n);
    case KOYOMI_LACK_REPORT:
      return g_strdup_printf (koyomi_ntr (language, "%u report to an authority to be filed by then",
                                          "%u reports to authorities to be filed by then", n), n);
    case KOYOMI_LACK_REASON:
      return g_strdup_printf (koyomi_ntr (language, "%u overdue activity without a reason", "%u overdue activities without a reason", n), n);
    case KOYOMI_LACK_DECISION:
      return g_strdup_printf (koyomi_ntr (language, "%u decision due by then", "%u decisions due by then", n), n);
    case KOYOMI_N_LACKS:
      break;
    }

  g_return_val_if_reached (NULL);
}

static gboolean
add_metrics (KoyomiReportLacks  *self,
             KoyomiMetricBook   *book,
             guint32             today,
             GError            **error)
{
  GPtrArray *metrics = koyomi_metric_book_get_metrics (book);

  for (guint i = 0; i < metrics->len; i++)
    {
      KoyomiRecord *metric = g_ptr_array_index (metrics, i);
      gboolean is_entered = koyomi_record_get_int (metric, KOYOMI_METRIC_KIND) == KOYOMI_METRIC_KIND_ENTERED;
      g_autoptr(KoyomiMetricResult) result = NULL;
      KoyomiLack lack;

      if (koyomi_metric_is_retired (metric, today))
        continue;
      if ((result = koyomi_metric_book_tell (book, metric, self->year, self->quarter, FALSE, error)) == NULL)
        return FALSE;

      if (is_entered && (result->status == KOYOMI_METRIC_NO_DATA || result->status == KOYOMI_METRIC_STALE))
        lack = KOYOMI_LACK_VALUE;
      else if (result->status == KOYOMI_METRIC_OFF_TARGET && result->comment == NULL)
        lack = KOYOMI_LACK_COMMENT;
      else
        continue;

      koyomi_overview_rows_add (self->rows[lack], KOYOMI_TABLE_METRIC, koyomi_record_get_id (metric),
                                koyomi_record_get_text (metric, KOYOMI_METRIC_NAME), koyomi_record_get_text (metric, KOYOMI_METRIC_CODE));
    }

  return TRUE;
}

static gboolean
add_incidents (KoyomiReportLacks          *self,
               KoyomiSession              *session,
               const KoyomiIncidentBoard  *board,
               KoyomiLanguage              language,
               GError                    **error)
{
  guint32 first_day = koyomi_fiscal_year_get_month_first (self->year, (self->quarter - 1) * 3);
  guint32 last_day = koyomi_day_add_months (first_day, 3) - 1;

  for (guint i = 0; i < koyomi_incident_board_get_n_cards (board); i++)
    {
      const KoyomiIncidentCard *card = koyomi_incident_board_get_card (board, i);
      gint64 detected_at = card->times.at[KOYOMI_INCIDENT_TIME_DETECTED];
      guint32 detected = detected_at != 0 ? koyomi_time_get_day (detected_at) : KOYOMI_DAY_NONE;
      g_autoptr(KoyomiRecord) incident = NULL;

      if (!koyomi_incident_card_counts (card) ||
          !(koyomi_incident_card_is_open (card) || (detected >= first_day && detected <= last_day)))
        continue;
      if ((incident = koyomi_session_get (session, KOYOMI_TABLE_INCIDENT, card->id, language, error)) == NULL)
        return FALSE;

      if (*koyomi_record_get_text (incident, KOYOMI_INCIDENT_CAUSE) == '\0')
        koyomi_overview_rows_add (self->rows[KOYOMI_LACK_CAUSE], KOYOMI_TABLE_INCIDENT, card->id, card->title, card->number);
    }

  return TRUE;
}

static void
add_reports (KoyomiReportLacks     *self,
             const KoyomiAttention *attention,
             KoyomiLanguage         language)
{
  gint64 end = koyomi_day_get_start (attention->next_meeting->day + 1);

  for (guint i = 0; i < attention->clocks->len; i++)
    {
      const KoyomiOpenClock *open = g_ptr_array_index (attention->clocks, i);
      g_autofree char *title = NULL;
      g_autofree char *detail = NULL;

      if (open->clock->due_at >= end)
        continue;

      title = koyomi_incident_clock_dup_title (open->clock, language);
      detail = g_strdup_printf ("%s %s", open->number, open->title);
      koyomi_overview_rows_add (self->rows[KOYOMI_LACK_REPORT], KOYOMI_TABLE_INCIDENT, open->incident_id, title, detail);
    }
}

static gboolean
add_runs (KoyomiReportLacks      *self,
          KoyomiSession          *session,
          const KoyomiAttention  *attention,
          KoyomiLanguage          language,
          GError                **error)
{
  for (guint i = 0; i < attention->late->len; i++)
    {
      const KoyomiAttentionItem *item = g_ptr_array_index (attention->late, i);
      g_autoptr(KoyomiRecord) run = koyomi_session_get (session, KOYOMI_TABLE_OCCURRENCE, item->occurrence_id, language, error);

      if (run == NULL)
        return FALSE;
      if (*koyomi_record_get_text (run, KOYOMI_OCCURRENCE_REASON) == '\0')
        koyomi_overview_rows_add (self->rows[KOYOMI_LACK_REASON], KOYOMI_TABLE_OCCURRENCE, item->occurrence_id, item->title, item->function);
    }

  return TRUE;
}

/* Whichever committee made them: what was not done is asked about everywhere. A row leads to the meeting that decided. */
static gboolean
add_decisions (KoyomiReportLacks  *self,
               KoyomiSession      *session,
               guint32             day,
               KoyomiLanguage      language,
               GError            **error)
{
  g_autoptr(GPtrArray) decisions = koyomi_session_list (session, KOYOMI_TABLE_DECISION, 0, 0, language, error);

  for (guint i = 0; decisions != NULL && i < decisions->len; i++)
    {
      KoyomiRecord *decision = g_ptr_array_index (decisions, i);
      g_autofree char *due = NULL;
      g_autofree char *detail = NULL;

      if (koyomi_record_get_int (decision, KOYOMI_DECISION_STATUS) != KOYOMI_DECISION_STATUS_OPEN ||
          koyomi_record_is_none (decision, KOYOMI_DECISION_DUE_DAY) || koyomi_record_get_day (decision, KOYOMI_DECISION_DUE_DAY) > day)
        continue;

      due = koyomi_day_format (koyomi_record_get_day (decision, KOYOMI_DECISION_DUE_DAY));
      detail = g_strdup_printf ("%s · %s", koyomi_record_get_text (decision, KOYOMI_DECISION_NUMBER), due);
      koyomi_overview_rows_add (self->rows[KOYOMI_LACK_DECISION], KOYOMI_TABLE_MEETING,
                                koyomi_record_get_int (decision, KOYOMI_DECISION_MEETING),
                                koyomi_record_get_text (decision, KOYOMI_DECISION_TITLE), detail);
    }

  return decisions != NULL;
}

/* @attention: with a next meeting. All are of the same plan. */
KoyomiReportLacks *
koyomi_session_load_report_lacks (KoyomiSession              *session,
                                  KoyomiMetricBook           *book,
                                  const KoyomiIncidentBoard  *board,
                                  const KoyomiAttention      *attention,
                                  KoyomiLanguage              language,
                                  GError                    **error)
{
  g_autoptr(KoyomiReportLacks) self = g_new0 (KoyomiReportLacks, 1);
  guint32 day;

  g_return_val_if_fail (KOYOMI_IS_SESSION (session), NULL);
  g_return_val_if_fail (attention->next_meeting != NULL, NULL);

  for (guint i = 0; i < KOYOMI_N_LACKS; i++)
    self->rows[i] = koyomi_overview_rows_new ();
  day = MIN (attention->today, koyomi_day_add_months (attention->next_meeting->day, -1));
  self->year = koyomi_session_get_fiscal_year (session, day);
  self->quarter = koyomi_fiscal_year_get_quarter (self->year, day);

  add_reports (self, attention, language);
  if (!add_metrics (self, book, attention->today, error) || !add_incidents (self, session, board, language, error) ||
      !add_runs (self, session, attention, language, error) ||
      !add_decisions (self, session, attention->next_meeting->day, language, error))
    return NULL;

  return g_steal_pointer (&self);
}
