#include "koyomi-incident-statistics-private.h"

#include "koyomi-day.h"
#include "koyomi-document-parts-private.h"
#include "koyomi-incident-causes.h"

#include <math.h>
#include <string.h>

typedef struct
{
  KoyomiDocument         *document;
  KoyomiQuarterIncidents *counts;
  KoyomiLanguage          language;
  const char             *names[KOYOMI_N_QUARTERS_TOLD];   /* of the quarters, on two lines, or of the months */
} Statistics;

/* The first seven letters of a day are its month. */
static const char *
name_month (guint32 day)
{
  g_autofree char *name = koyomi_day_format (day);

  name[strlen ("2026-04")] = '\0';

  return g_intern_string (name);
}

static void
name_quarters (Statistics *self)
{
  for (guint told = 0; told < KOYOMI_N_QUARTERS_TOLD; told++)
    {
      guint32 first_day, last_day;
      KoyomiFiscalYear year;
      g_autofree char *year_name = NULL;
      g_autofree char *quarter = NULL;
      g_autofree char *name = NULL;

      koyomi_quarter_told_get_days (self->counts->year, self->counts->quarter, self->counts->month, told, &first_day, &last_day);
      if (self->counts->month != 0)
        {
          self->names[told] = name_month (first_day);
          continue;
        }

      year = koyomi_fiscal_year_of_day (first_day, self->counts->year.start_month);
      year_name = koyomi_fiscal_year_format (year, self->language);
      quarter = koyomi_fiscal_year_format_quarter (year, koyomi_fiscal_year_get_quarter (year, first_day), self->language);
      name = g_strjoin ("\n", year_name, quarter, NULL);
      self->names[told] = g_intern_string (name);
    }
}

static void
add_count (KoyomiDocumentTable *table,
           const char          *name,
           const guint         *counts)
{
  KoyomiDocumentRow *row = _koyomi_document_add_row (table, name, 0);

  _koyomi_document_add_label (row, name);
  for (guint told = 0; told < KOYOMI_N_QUARTERS_TOLD; told++)
    _koyomi_document_add_number (row, counts[told]);
  for (guint told = KOYOMI_QUARTER_LAST; told < KOYOMI_N_QUARTERS_TOLD; told++)
    _koyomi_document_add_difference (row, (int) counts[KOYOMI_QUARTER_THIS] - (int) counts[told]);
}

static KoyomiDocumentTable *
add_counts (Statistics *self,
            const char *title,
            gboolean    is_charted)
{
  KoyomiDocumentTable *table = _koyomi_document_add_table (self->document, koyomi_tr (self->language, title));

  table->n_charted = is_charted ? KOYOMI_N_QUARTERS_TOLD : 0;
  table->empty = g_strdup (koyomi_tr (self->language, N_("There were none in any of these periods.")));
  _koyomi_document_add_column (table, koyomi_tr (self->language, title), 9);
  for (guint told = 0; told < KOYOMI_N_QUARTERS_TOLD; told++)
    _koyomi_document_add_column (table, self->names[told], 3);
  _koyomi_document_add_column (table, koyomi_tr (self->language, self->counts->month != 0 ? N_("Against the month before")
                                                                                          : N_("Against the quarter before")), 3);
  _koyomi_document_add_column (table, koyomi_tr (self->language, N_("Against a year ago")), 3);

  return table;
}

static void
add_severities (Statistics          *self,
                KoyomiDocumentTable *table)
{
  for (guint severity = 0; severity < KOYOMI_N_SEVERITIES; severity++)
    add_count (table, koyomi_severity_get_label (severity, self->language), self->counts->by_severity[severity]);
}

/* Returns: where more can be counted */
static KoyomiDocumentTable *
add_totals (Statistics *self)
{
  const KoyomiQuarterIncidents *counts = self->counts;
  KoyomiDocumentTable *table = add_counts (self, N_("Numbers"), FALSE);

  table->note = g_strdup (koyomi_tr (self->language, N_("By the day of detection. Incidents are what happened and was no false alarm; "
                                                        "events and near misses are only counted here. Drills are never counted.")));
  add_count (table, koyomi_tr (self->language, N_("Incidents")), counts->total);
  add_count (table, koyomi_tr (self->language, counts->month != 0 ? N_("Incidents closed in the month") : N_("Incidents closed in the quarter")),
             counts->closed);
  add_count (table, koyomi_tr (self->language, N_("Found by outsiders")), counts->found_outside);
  add_count (table, koyomi_tr (self->language, N_("Recurrences")), counts->recurrences);
  add_count (table, koyomi_tr (self->language, N_("Events")), counts->events);
  add_count (table, koyomi_tr (self->language, N_("Near misses")), counts->near_misses);
  add_count (table, koyomi_tr (self->language, N_("False alarms")), counts->false_alarms);

  return table;
}

static void
add_classes (Statistics *self)
{
  KoyomiDocumentTable *table = add_counts (self, N_("By class"), TRUE);

  for (guint i = 0; i < self->counts->by_class->len; i++)
    {
      const KoyomiQuarterCount *count = &g_array_index (self->counts->by_class, KoyomiQuarterCount, i);

      add_count (table, koyomi_incident_cause_get_label (count->key, self->language), count->counts);
    }
}

static void
add_teams (Statistics *self)
{
  KoyomiDocumentTable *table = add_counts (self, N_("By team"), TRUE);

  for (guint i = 0; i < self->counts->by_team->len; i++)
    {
      const KoyomiQuarterCount *count = &g_array_index (self->counts->by_team, KoyomiQuarterCount, i);

      add_count (table, *count->key != '\0' ? count->key : koyomi_tr (self->language, N_("Without a team")), count->counts);
    }
}

static void
add_length (KoyomiDocumentRow *row,
            double             length,
            KoyomiLanguage     language)
{
  if (isnan (length))
    _koyomi_document_add_text (row, "–");
  else
    _koyomi_document_take_text (row, koyomi_measure_format (length, language));
}

static void
add_measure (Statistics          *self,
             KoyomiDocumentTable *table,
             KoyomiMeasure        measure)
{
  const KoyomiMeasureSummary *summaries = self->counts->measures[measure];
  const KoyomiMeasureSummary *now = &summaries[KOYOMI_QUARTER_THIS];
  g_autofree char *label = g_strdup_printf ("%s (%s)", koyomi_measure_get_label (measure, self->language), koyomi_measure_get_code (measure));
  KoyomiDocumentRow *row = _koyomi_document_add_row (table, label, 0);

  _koyomi_document_add_label (row, label);
  add_length (row, now->median, self->language);
  add_length (row, now->mean, self->language);
  _koyomi_document_add_number (row, now->n);
  _koyomi_document_add_number (row, now->n_estimated);
  _koyomi_document_add_number (row, now->n_excluded);
  add_length (row, summaries[KOYOMI_QUARTER_LAST].median, self->language);
  add_length (row, summaries[KOYOMI_QUARTER_YEAR_AGO].median, self->language);
}

static void
add_measures (Statistics *self)
{
  KoyomiDocumentTable *table = _koyomi_document_add_table (self->document, koyomi_tr (self->language, N_("How long it took")));

  table->note = g_strdup (koyomi_tr (self->language, N_("Of incidents that have both times; those that lack one are excluded and counted.")));
  _koyomi_document_add_column (table, koyomi_tr (self->language, N_("How long it took")), 6);
  _koyomi_document_add_column (table, koyomi_tr (self->language, N_("Median")), 3);
  _koyomi_document_add_column (table, koyomi_tr (self->language, N_("Mean")), 3);
  _koyomi_document_add_column (table, koyomi_tr (self->language, N_("Incidents")), 2);
  _koyomi_document_add_column (table, koyomi_tr (self->language, N_("Estimated")), 2);
  _koyomi_document_add_column (table, koyomi_tr (self->language, N_("Excluded")), 2);
  for (guint told = KOYOMI_QUARTER_LAST; told < KOYOMI_N_QUARTERS_TOLD; told++)
    {
      /* Translators: a quarter or a month, of which the median is shown */
      g_autofree char *label = g_strdup_printf (koyomi_tr (self->language, N_("Median %s")), self->names[told]);

      _koyomi_document_add_column (table, g_intern_string (label), 3);
    }

  for (guint i = 0; i < KOYOMI_N_MEASURES; i++)
    add_measure (self, table, i);
}

static void
set_period (KoyomiDocument   *document,
            KoyomiFiscalYear  year,
            int               quarter,
            guint32           first_day,
            guint32           last_day)
{
  g_autofree char *year_name = koyomi_fiscal_year_format (year, document->language);
  g_autofree char *quarter_name = koyomi_fiscal_year_format_quarter (year, quarter, document->language);
  g_autofree char *first = koyomi_day_format (first_day);
  g_autofree char *last = koyomi_day_format (last_day);

  document->period = g_strjoin (" ", year_name, quarter_name, NULL);
  document->subject = g_strdup_printf (koyomi_tr (document->language, N_("%s (%s to %s)")), document->period, first, last);
}

/* The tables of a quarter, or of a month of it, 1 to 3, on the sheet that was added last. @month: 0 for the quarter; @is_whole: with classes and
 * teams, and bars beside the numbers; else severities stand under the numbers */
void
_koyomi_incident_statistics_add (KoyomiDocument            *document,
                                 const KoyomiIncidentBoard *board,
                                 KoyomiFiscalYear           year,
                                 int                        quarter,
                                 int                        month,
                                 gboolean                   is_whole)
{
  g_autoptr(KoyomiQuarterIncidents) counts = koyomi_incident_board_count_quarter (board, year, quarter, month);
  Statistics self = { .document = document, .counts = counts, .language = document->language };
  KoyomiDocumentTable *totals;

  name_quarters (&self);
  totals = add_totals (&self);
  add_severities (&self, is_whole ? add_counts (&self, N_("By severity"), TRUE) : totals);
  if (is_whole)
    {
      add_classes (&self);
      add_teams (&self);
    }
  add_measures (&self);
}

/* The incidents of a quarter of the fiscal year, 1 to 4, against the quarter before and the same one a year ago. */
KoyomiDocument *
_koyomi_incident_statistics_new (KoyomiSession     *session,
                                 KoyomiFiscalYear   year,
                                 int                quarter,
                                 gint64             now,
                                 KoyomiLanguage     language,
                                 GError           **error)
{
  g_autoptr(KoyomiIncidentBoard) board = koyomi_session_load_incident_board (session, now, language, error);
  g_autoptr(KoyomiDocument) document = NULL;
  guint32 first_day, last_day;

  koyomi_quarter_told_get_days (year, quarter, 0, KOYOMI_QUARTER_THIS, &first_day, &last_day);
  if (board == NULL || (document = _koyomi_document_new (session, first_day, language, error)) == NULL)
    return NULL;

  document->title = g_strdup (koyomi_tr (language, N_("Incident statistics")));
  set_period (document, year, quarter, first_day, last_day);
  g_free (document->number);
  document->number = g_strdup_printf ("IS-%04dQ%d", year.year, quarter);
  document->has_approvals = TRUE;
  _koyomi_document_add_sheet (document, koyomi_tr (language, N_("Statistics")));
  _koyomi_incident_statistics_add (document, board, year, quarter, 0, TRUE);
  _koyomi_document_add_sheet (document, koyomi_tr (language, N_("Incidents")));
  _koyomi_incident_list_add (document, board, first_day, last_day);
  _koyomi_incident_quality_add (document, board, first_day, last_day);
  _koyomi_document_add_about (document);

  return g_steal_pointer (&document);
}
