#include "koyomi-committee-report-private.h"

#include "koyomi-day.h"
#include "koyomi-incident-clocks.h"
#include "koyomi-incident-statistics-private.h"

/* How many reports to authorities stand how. */
typedef struct
{
  guint n_filed;
  guint n_late;
  guint n_open;
} Reports;

static gboolean
is_in_period (const KoyomiCommitteeReport *self,
              const KoyomiIncidentCard    *card,
              KoyomiIncidentTime           time)
{
  gint64 at = card->times.at[time];

  return at != 0 && _koyomi_committee_report_has_day (self, koyomi_time_get_day (at));
}

static gboolean
is_serious (const KoyomiIncidentCard *card)
{
  return koyomi_incident_card_counts (card) && card->severity <= KOYOMI_SEVERITY_S2;
}

/* Returns: (nullable): how long it took; NULL while that is not known */
static char *
describe_length (const KoyomiIncidentCard *card,
                 KoyomiMeasure             measure,
                 KoyomiLanguage            language)
{
  gint64 length;

  return koyomi_measure_take (measure, &card->times, &length, NULL) ? koyomi_measure_format (length, language) : NULL;
}

/* What was contained or recovered, or was not. */
static void
append_lengths (GString                  *text,
                const KoyomiIncidentCard *card,
                const char               *stop,
                KoyomiLanguage            language)
{
  g_autofree char *contained = describe_length (card, KOYOMI_MEASURE_CONTAIN, language);
  g_autofree char *recovered = describe_length (card, KOYOMI_MEASURE_RECOVER, language);

  g_string_append (text, stop);
  if (contained != NULL)
    /* Translators: how long it took until an incident was contained */
    g_string_append_printf (text, koyomi_tr (language, N_("contained after %s")), contained);
  else
    g_string_append (text, koyomi_tr (language, N_("not contained")));
  g_string_append (text, stop);
  if (recovered != NULL)
    /* Translators: how long it took until all was as before an incident */
    g_string_append_printf (text, koyomi_tr (language, N_("recovered after %s")), recovered);
  else
    g_string_append (text, koyomi_tr (language, N_("not recovered")));
}

/* What is to be known of an incident, in a sentence. */
static char *
describe_incident (KoyomiCommitteeReport    *self,
                   const KoyomiIncidentCard *card)
{
  KoyomiLanguage language = self->language;
  const char *stop = language == KOYOMI_LANGUAGE_JA ? "、" : "; ";
  g_autofree char *detected = koyomi_time_format_local (card->times.at[KOYOMI_INCIDENT_TIME_DETECTED]);
  g_autofree char *due = koyomi_time_format_local (card->clock_due);
  GString *text = g_string_new (NULL);

  /* Translators: the title of an incident, a day and time */
  g_string_append_printf (text, koyomi_tr (language, N_("%s: detected %s")), card->title, detected);
  append_lengths (text, card, stop, language);
  if (card->clock_id != 0)
    {
      g_string_append (text, stop);
      /* Translators: what is to be reported, such as “APPI: Preliminary report”, and by when */
      g_string_append_printf (text, koyomi_tr (language, N_("%s due %s")), card->clock,
                              *due != '\0' ? due : koyomi_tr (language, N_("as soon as possible")));
    }
  g_string_append (text, language == KOYOMI_LANGUAGE_JA ? "。" : ".");

  return g_string_free (text, FALSE);
}

static void
add_serious (KoyomiCommitteeReport *self,
             guint                 *n_serious)
{
  static const KoyomiDocumentColumn columns[] = { { N_("Number"), 3 }, { N_("Severity"), 3 }, { N_("What happened"), 15 }, { N_("State"), 3 } };

  KoyomiIncidentBoard *board = self->metrics->incidents;
  KoyomiDocumentTable *table = _koyomi_committee_report_add_table (self, N_("Serious incidents"), columns, G_N_ELEMENTS (columns),
                                                                   N_("There were none."));

  table->note = g_strdup (koyomi_tr (self->language, N_("Of the two highest severities: those detected in the period, and older ones that are open.")));
  for (guint i = 0; i < koyomi_incident_board_get_n_cards (board); i++)
    {
      const KoyomiIncidentCard *card = koyomi_incident_board_get_card (board, i);
      gboolean is_new = is_in_period (self, card, KOYOMI_INCIDENT_TIME_DETECTED);
      KoyomiDocumentRow *row;

      if (!is_serious (card) ||
          !(is_new || (koyomi_incident_card_is_open (card) && koyomi_time_get_day (card->since) <= self->last_day)))
        continue;

      *n_serious += is_new;
      row = _koyomi_document_add_row (table, "incident", card->id);
      _koyomi_document_add_text (row, card->number);
      _koyomi_committee_report_mark (self, row, is_new ? KOYOMI_DOCUMENT_NEW : KOYOMI_DOCUMENT_SAME);
      _koyomi_document_add_text (row, koyomi_severity_get_label (card->severity, self->language));
      _koyomi_document_take_text (row, describe_incident (self, card));
      _koyomi_document_add_text (row, koyomi_incident_state_get_label (card->state, self->language));
    }
}

/* What is due or late; of what was filed only what was filed in the period. What nobody has judged yet is told in a line an incident. */
static gboolean
is_told (const KoyomiCommitteeReport *self,
         const KoyomiIncidentClock   *clock)
{
  gint64 filed_at = clock->report != NULL ? koyomi_record_get_int (clock->report, KOYOMI_INCIDENT_REPORT_FILED_AT) : 0;

  return clock->state == KOYOMI_CLOCK_STATE_FILED ? filed_at != 0 && _koyomi_committee_report_has_day (self, koyomi_time_get_day (filed_at))
                                                  : (clock->state == KOYOMI_CLOCK_STATE_DUE || clock->state == KOYOMI_CLOCK_STATE_LATE) &&
                                                    !clock->gives_way;
}

static void
add_clock (KoyomiCommitteeReport     *self,
           KoyomiDocumentTable       *table,
           const KoyomiIncidentCard  *card,
           const KoyomiIncidentClock *clock,
           Reports                   *reports)
{
  KoyomiDocumentRow *row;
  gboolean is_filed = clock->state == KOYOMI_CLOCK_STATE_FILED;

  if (!is_told (self, clock))
    return;

  reports->n_filed += is_filed;
  reports->n_late += clock->state == KOYOMI_CLOCK_STATE_LATE;
  reports->n_open += !is_filed && clock->state != KOYOMI_CLOCK_STATE_LATE;
  row = _koyomi_document_add_row (table, card->number, koyomi_record_get_id (clock->clock));
  _koyomi_document_add_text (row, card->number);
  _koyomi_document_take_text (row, koyomi_incident_clock_dup_title (clock, self->language));
  _koyomi_document_add_time (row, clock->due_at);
  _koyomi_document_add_time (row, is_filed ? koyomi_record_get_int (clock->report, KOYOMI_INCIDENT_REPORT_FILED_AT) : 0);
  _koyomi_document_add_text (row, is_filed && clock->filed_late ? koyomi_tr (self->language, N_("Filed late"))
                                                                : koyomi_clock_state_get_label (clock->state, self->language));
}

static void
add_unjudged (KoyomiCommitteeReport    *self,
              KoyomiDocumentTable      *table,
              const KoyomiIncidentCard *card)
{
  KoyomiDocumentRow *row;

  if (card->n_unjudged == 0 || !koyomi_incident_card_is_open (card))
    return;

  row = _koyomi_document_add_row (table, "unjudged", card->id);
  _koyomi_document_add_text (row, card->number);
  _koyomi_document_take_text (row, g_strdup_printf (koyomi_ntr (self->language, "%u reporting duty is not judged yet",
                                                                "%u reporting duties are not judged yet", card->n_unjudged), card->n_unjudged));
  _koyomi_document_add_time (row, 0);
  _koyomi_document_add_time (row, 0);
  _koyomi_document_add_text (row, koyomi_clock_state_get_label (KOYOMI_CLOCK_STATE_NOT_JUDGED, self->language));
}

static gboolean
add_reports (KoyomiCommitteeReport  *self,
             Reports                *reports,
             GError                **error)
{
  static const KoyomiDocumentColumn columns[] = {
    { N_("Incident"), 3 }, { N_("Report"), 10 }, { N_("Due"), 4 }, { N_("Filed"), 4 }, { N_("State"), 3 },
  };

  KoyomiIncidentBoard *board = self->metrics->incidents;
  KoyomiDocumentTable *table = _koyomi_committee_report_add_table (self, N_("Reports to authorities"), columns, G_N_ELEMENTS (columns),
                                                                   N_("None was filed, and none is open."));

  for (guint i = 0; i < koyomi_incident_board_get_n_cards (board); i++)
    {
      const KoyomiIncidentCard *card = koyomi_incident_board_get_card (board, i);
      g_autoptr(KoyomiIncidentClocks) clocks = NULL;

      if (!koyomi_incident_card_counts (card) || koyomi_time_get_day (card->since) > self->last_day)
        continue;
      if ((clocks = koyomi_session_load_incident_clocks (self->session, card->id, self->metrics->now, self->language, error)) == NULL)
        return FALSE;

      for (guint j = 0; j < clocks->clocks->len; j++)
        add_clock (self, table, card, g_ptr_array_index (clocks->clocks, j), reports);
      add_unjudged (self, table, card);
    }

  return TRUE;
}

static void
note_changes (KoyomiCommitteeReport *self,
              guint                 *n_new,
              guint                 *n_closed,
              guint                 *n_open)
{
  for (guint i = 0; i < koyomi_incident_board_get_n_cards (self->metrics->incidents); i++)
    {
      const KoyomiIncidentCard *card = koyomi_incident_board_get_card (self->metrics->incidents, i);
      const char *severity = koyomi_severity_get_label (card->severity, self->language);
      const char *state = koyomi_incident_state_get_label (card->state, self->language);

      if (!koyomi_incident_card_counts (card))
        continue;

      *n_open += koyomi_incident_card_is_open (card);
      if (is_in_period (self, card, KOYOMI_INCIDENT_TIME_DETECTED))
        {
          ++*n_new;
          _koyomi_committee_report_note_change (self, KOYOMI_COMMITTEE_NEW, N_("Incident"), card->number, card->title, "", severity);
        }
      if (is_in_period (self, card, KOYOMI_INCIDENT_TIME_CLOSED))
        {
          ++*n_closed;
          _koyomi_committee_report_note_change (self, KOYOMI_COMMITTEE_CLOSED, N_("Incident"), card->number, card->title, severity, state);
        }
    }
}

gboolean
_koyomi_committee_report_add_incidents (KoyomiCommitteeReport  *self,
                                        GError                **error)
{
  KoyomiDocumentTable *told;
  Reports reports = { 0 };
  guint n_new = 0, n_closed = 0, n_open = 0, n_serious = 0;

  if (!_koyomi_committee_report_begin (self, KOYOMI_COMMITTEE_INCIDENTS, &told, error))
    return FALSE;

  note_changes (self, &n_new, &n_closed, &n_open);
  add_serious (self, &n_serious);
  if (!add_reports (self, &reports, error))
    return FALSE;

  self->charts[0] = _koyomi_metric_report_add_chart_section (self->metrics, N_("Incidents by month"));
  self->charts[0]->n_page_across = KOYOMI_COMMITTEE_CHARTS_ACROSS;
  _koyomi_document_add_sheet (self->document, koyomi_tr (self->language, N_("2 Incident statistics")));
  _koyomi_incident_statistics_add (self->document, self->metrics->incidents, self->metrics->year, self->metrics->quarter,
                                   self->month_of_quarter, FALSE);
  g_free (told->text);
  told->text = g_strdup_printf (koyomi_tr (self->language, N_("Detected %u, of these serious %u; closed %u; open now %u. Reports to authorities: "
                                                              "filed %u, late %u, open %u.")),
                                n_new, n_serious, n_closed, n_open, reports.n_filed, reports.n_late, reports.n_open);

  return TRUE;
}
