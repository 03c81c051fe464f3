#include "koyomi-overview.h"

#include "koyomi-day.h"
#include "koyomi-history.h"
#include "koyomi-session-private.h"

static void
free_ahead (gpointer data)
{
  KoyomiAheadItem *self = data;

  g_free (self->title);
  g_free (self);
}

void
koyomi_overview_free (KoyomiOverview *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->attention, koyomi_attention_free);
  g_clear_pointer (&self->lacks, koyomi_report_lacks_free);
  g_clear_pointer (&self->incidents, g_ptr_array_unref);
  g_clear_pointer (&self->board, koyomi_incident_board_free);
  g_clear_pointer (&self->audit, koyomi_audit_readiness_free);
  koyomi_metric_figure_clear (&self->contained);
  g_ptr_array_unref (self->ahead);
  g_free (self);
}

static gboolean
count_runs (KoyomiOverview  *self,
            KoyomiSession   *session,
            GError         **error)
{
  g_autoptr(KoyomiStatement) statement = NULL;
  KoyomiStep step;

  statement = koyomi_database_prepare (_koyomi_session_get_store (session)->db,
                                       "SELECT last_day FROM occurrence"
                                       " WHERE last_day BETWEEN :first_day AND :last_day AND status <> 'skipped'", error);
  if (statement == NULL)
    return FALSE;

  koyomi_statement_bind_int (statement, ":first_day", koyomi_fiscal_year_get_first_day (self->year));
  koyomi_statement_bind_int (statement, ":last_day", koyomi_fiscal_year_get_last_day (self->year));
  while ((step = koyomi_statement_step (statement, error)) == KOYOMI_STEP_ROW)
    self->quarters[koyomi_fiscal_year_get_quarter (self->year, koyomi_statement_get_int (statement, 0)) - 1].n_runs++;

  return step == KOYOMI_STEP_DONE;
}

static gboolean
load_quarters (KoyomiOverview    *self,
               KoyomiSession     *session,
               KoyomiMetricBook  *book,
               GError           **error)
{
  for (int quarter = 1; quarter <= 4; quarter++)
    {
      g_auto(KoyomiMetricFigure) figure = { 0 };

      if (!koyomi_metric_book_tell_formula (book, KOYOMI_COMPUTATION_RUNS_DONE, self->year, quarter, FALSE, &figure, error))
        return FALSE;

      self->quarters[quarter - 1].n_due = figure.denominator > 0 ? figure.denominator : 0;
      self->quarters[quarter - 1].n_done = figure.numerator > 0 ? figure.numerator : 0;
    }

  return count_runs (self, session, error);
}

static gboolean
load_incidents (KoyomiOverview    *self,
                KoyomiSession     *session,
                KoyomiMetricBook  *book,
                KoyomiLanguage     language,
                GError           **error)
{
  g_auto(KoyomiMetricFigure) detected = { 0 };

  if ((self->board = koyomi_session_load_incident_board (session, self->now, language, error)) == NULL ||
      !koyomi_metric_book_compute_formula (book, KOYOMI_COMPUTATION_INCIDENTS, koyomi_day_get_month_first (self->today),
                                           koyomi_day_get_month_last (self->today), FALSE, &detected, error) ||
      !koyomi_metric_book_tell_formula (book, KOYOMI_COMPUTATION_MEAN_CONTAIN, self->year, self->quarter, FALSE, &self->contained, error))
    return FALSE;

  self->n_detected = detected.value > 0 ? detected.value : 0;
  for (guint i = 0; i < koyomi_incident_board_get_n_cards (self->board); i++)
    {
      KoyomiIncidentCard *card = koyomi_incident_board_get_card (self->board, i);

      if (koyomi_incident_card_counts (card) && koyomi_incident_card_is_open (card))
        g_ptr_array_add (self->incidents, card);
    }

  return TRUE;
}

/* @title: (transfer full) */
static void
take_ahead (KoyomiOverview *self,
            KoyomiTableId   table,
            gint64          id,
            char           *title,
            guint32         first_day,
            guint32         last_day,
            KoyomiState     state)
{
  KoyomiAheadItem *item = g_new0 (KoyomiAheadItem, 1);

  *item = (KoyomiAheadItem) { table, id, title, first_day, last_day, state };
  g_ptr_array_add (self->ahead, item);
}

static gboolean
load_runs_ahead (KoyomiOverview  *self,
                 KoyomiSession   *session,
                 KoyomiLanguage   language,
                 GError         **error)
{
  const KoyomiRecordStore *store = _koyomi_session_get_store (session);
  g_autofree char *own_title = koyomi_record_store_get_text_column (store, "t", KOYOMI_OCCURRENCE_TITLE, language);
  g_autofree char *title = koyomi_record_store_get_text_column (store, "a", KOYOMI_ACTIVITY_TITLE, language);
  const KoyomiField *status = &koyomi_dictionary_get_table (KOYOMI_TABLE_OCCURRENCE)->fields[
    KOYOMI_FIELD_INDEX (KOYOMI_OCCURRENCE_STATUS)];
  g_autofree char *sql = NULL;
  g_autoptr(KoyomiStatement) statement = NULL;
  KoyomiStep step;

  sql = g_strdup_printf ("SELECT t.id, coalesce (nullif (%s, ''), %s), t.first_day, t.last_day, t.status"
                         "  FROM occurrence AS t JOIN activity AS a ON a.id = t.activity_id"
                         " WHERE t.status IN ('planned', 'doing') AND t.last_day >= :today AND t.first_day < :end"
                         " ORDER BY t.first_day, t.last_day, t.id", own_title, title);
  if ((statement = koyomi_database_prepare (store->db, sql, error)) == NULL)
    return FALSE;

  koyomi_statement_bind_int (statement, ":today", self->today);
  koyomi_statement_bind_int (statement, ":end", self->today + KOYOMI_OVERVIEW_DAYS_AHEAD);
  while ((step = koyomi_statement_step (statement, error)) == KOYOMI_STEP_ROW)
    take_ahead (self, KOYOMI_TABLE_OCCURRENCE, koyomi_statement_get_int (statement, 0), g_strdup (koyomi_statement_get_text (statement, 1)),
                koyomi_statement_get_int (statement, 2), koyomi_statement_get_int (statement, 3),
                koyomi_state_of (koyomi_field_find_word (status, koyomi_statement_get_text (statement, 4)),
                                 koyomi_statement_get_int (statement, 3), KOYOMI_DAY_NONE, self->today));

  return step == KOYOMI_STEP_DONE;
}

static gboolean
load_meetings_ahead (KoyomiOverview  *self,
                     KoyomiSession   *session,
                     KoyomiLanguage   language,
                     GError         **error)
{
  g_autoptr(GPtrArray) meetings = koyomi_session_list_next_meetings (session, 0, language, error);

  for (guint i = 0; meetings != NULL && i < meetings->len; i++)
    {
      const KoyomiNextMeeting *meeting = g_ptr_array_index (meetings, i);

      if (meeting->days_left < KOYOMI_OVERVIEW_DAYS_AHEAD)
        take_ahead (self, KOYOMI_TABLE_MEETING, meeting->meeting_id, g_strdup (meeting->title), meeting->day, meeting->day,
                    KOYOMI_STATE_PLANNED);
    }

  return meetings != NULL;
}

/* Those without a time are due as soon as possible, which is no day. */
static void
add_reports_ahead (KoyomiOverview *self,
                   KoyomiLanguage  language)
{
  for (guint i = 0; i < self->attention->clocks->len; i++)
    {
      const KoyomiOpenClock *open = g_ptr_array_index (self->attention->clocks, i);
      gboolean is_late = open->clock->state == KOYOMI_CLOCK_STATE_LATE;
      guint32 day = open->clock->due_at != 0 ? MAX (koyomi_time_get_day (open->clock->due_at), self->today) : KOYOMI_DAY_NONE;

      if (day != KOYOMI_DAY_NONE && day < self->today + KOYOMI_OVERVIEW_DAYS_AHEAD)
        take_ahead (self, KOYOMI_TABLE_INCIDENT, open->incident_id, koyomi_incident_clock_dup_title (open->clock, language), day, day,
                    is_late ? KOYOMI_STATE_LATE : open->clock->is_warning ? KOYOMI_STATE_DUE_SOON : KOYOMI_STATE_PLANNED);
    }
}

static gboolean
load_ahead (KoyomiOverview  *self,
            KoyomiSession   *session,
            KoyomiLanguage   language,
            GError         **error)
{
  if (!load_runs_ahead (self, session, language, error) || !load_meetings_ahead (self, session, language, error))
    return FALSE;

  add_reports_ahead (self, language);

  return TRUE;
}

static KoyomiOverview *
start_overview (KoyomiSession *session,
                gint64         now)
{
  KoyomiOverview *self = g_new0 (KoyomiOverview, 1);

  self->today = koyomi_day_today ();
  self->now = now;
  self->year = koyomi_session_get_fiscal_year (session, self->today);
  self->quarter = koyomi_fiscal_year_get_quarter (self->year, self->today);
  self->incidents = g_ptr_array_new ();
  self->ahead = g_ptr_array_new_with_free_func (free_ahead);

  return self;
}

static gboolean
load_lacks (KoyomiOverview    *self,
            KoyomiSession     *session,
            KoyomiMetricBook  *book,
            KoyomiLanguage     language,
            GError           **error)
{
  if (self->attention->next_meeting == NULL)
    return TRUE;

  self->lacks = koyomi_session_load_report_lacks (session, book, self->board, self->attention, language, error);

  return self->lacks != NULL;
}

/**
 * koyomi_session_load_overview:
 * @now: (ms UTC): for what incidents are to be reported; the board takes it likewise
 *
 * Reads a good part of the plan: for a worker, on a copy.
 *
 * Returns: (transfer full): texts in @language
 */
KoyomiOverview *
koyomi_session_load_overview (KoyomiSession   *session,
                              gint64           now,
                              KoyomiLanguage   language,
                              GError         **error)
{
  g_autoptr(KoyomiOverview) self = NULL;
  g_autoptr(KoyomiMetricBook) book = NULL;
  g_autoptr(KoyomiEntry) head = NULL;

  g_return_val_if_fail (KOYOMI_IS_SESSION (session), NULL);

  self = start_overview (session, now);
  if ((head = koyomi_session_get_head (session, error)) == NULL ||
      (book = koyomi_session_load_metrics (session, self->today, language, error)) == NULL ||
      (self->attention = koyomi_session_load_attention (session, language, error)) == NULL ||
      !load_quarters (self, session, book, error) || !load_incidents (self, session, book, language, error) ||
      !load_lacks (self, session, book, language, error) ||
      (self->audit = koyomi_session_load_audit_readiness (session, book, self->today, language, error)) == NULL ||
      !load_ahead (self, session, language, error))
    return NULL;

  self->n_entries = head->seq;

  return g_steal_pointer (&self);
}
