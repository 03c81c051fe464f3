#include "koyomi-capa-report-private.h"

#include "koyomi-computation.h"
#include "koyomi-day.h"

#include <math.h>

#define QUARTERS 5

/* Days from which on an open finding is no longer young, and is old. */
#define YOUNG_DAYS 30
#define OLD_DAYS 90

const KoyomiReportPart _koyomi_capa_report_parts[KOYOMI_N_CAPA_PARTS] = {
  [KOYOMI_CAPA_SUMMARY] = { "summary", N_("Summary") },
  [KOYOMI_CAPA_FINDINGS] = { "findings", N_("1 Findings") },
  [KOYOMI_CAPA_EFFECT] = { "effect", N_("2 Effect") },
};

static const KoyomiIsmsReportKind capa = {
  "capa", N_("Findings and corrective actions"), "CAPA", _koyomi_capa_report_parts, KOYOMI_N_CAPA_PARTS,
};

/* Findings of a grade, or all. */
typedef struct
{
  guint n_young;
  guint n_middle;
  guint n_old;
  guint n_late;
  guint n_new;
  guint n_closed;
} Counts;

static void
clear_report (KoyomiCapaReport *self)
{
  _koyomi_isms_report_clear (&self->isms);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_pointer (&self->dues, g_ptr_array_unref);
  g_clear_pointer (&self->book, koyomi_metric_book_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KoyomiCapaReport, clear_report)

/* Later findings are of no interest. */
static gboolean
load (KoyomiCapaReport  *self,
      GError           **error)
{
  KoyomiSession *session = self->isms.session;
  KoyomiLanguage language = self->isms.language;

  if ((self->findings = koyomi_session_load_findings (session, self->isms.today, language, error)) == NULL ||
      (self->dues = koyomi_session_list (session, KOYOMI_TABLE_FINDING_DUE, 0, 0, language, error)) == NULL ||
      (self->book = koyomi_session_load_metrics (session, self->isms.today, language, error)) == NULL)
    return FALSE;

  for (guint i = self->findings->len; i > 0; i--)
    {
      const KoyomiFindingRow *row = g_ptr_array_index (self->findings, i - 1);

      if (koyomi_record_get_day (row->finding, KOYOMI_FINDING_FOUND_DAY) > self->isms.last_day)
        g_ptr_array_remove_index (self->findings, i - 1);
    }

  return TRUE;
}

/* @grade: -1 for all */
static Counts
count (const KoyomiCapaReport *self,
       int                     grade)
{
  Counts counts = { 0 };

  for (guint i = 0; i < self->findings->len; i++)
    {
      const KoyomiFindingRow *row = g_ptr_array_index (self->findings, i);
      guint32 found = koyomi_record_get_day (row->finding, KOYOMI_FINDING_FOUND_DAY);
      gboolean is_over = koyomi_finding_is_over (row->finding);
      guint days = self->isms.today > found ? self->isms.today - found : 0;

      if (grade >= 0 && koyomi_record_get_int (row->finding, KOYOMI_FINDING_GRADE) != grade)
        continue;

      counts.n_young += !is_over && days <= YOUNG_DAYS;
      counts.n_middle += !is_over && days > YOUNG_DAYS && days <= OLD_DAYS;
      counts.n_old += !is_over && days > OLD_DAYS;
      counts.n_late += row->state == KOYOMI_FINDING_STATE_LATE;
      counts.n_new += _koyomi_isms_report_has_day (&self->isms, found);
      counts.n_closed += is_over && _koyomi_isms_report_has_day (&self->isms, _koyomi_finding_get_end (row->finding));
    }

  return counts;
}

static void
add_counts (KoyomiDocumentTable *table,
            int                  grade,
            char                *label,
            const Counts        *counts)
{
  KoyomiDocumentRow *row = _koyomi_document_add_row (table, "grade", grade);

  _koyomi_document_add_label (row, label);
  _koyomi_document_add_number (row, counts->n_young);
  _koyomi_document_add_number (row, counts->n_middle);
  _koyomi_document_add_number (row, counts->n_old);
  _koyomi_document_add_number (row, counts->n_young + counts->n_middle + counts->n_old);
  _koyomi_document_add_number (row, counts->n_late);
  _koyomi_document_add_number (row, counts->n_new);
  _koyomi_document_add_number (row, counts->n_closed);
  g_free (label);
}

/* How old what is open is, by grade; on the first sheet. */
static void
add_ages (KoyomiCapaReport *self)
{
  static const KoyomiDocumentColumn columns[] = {
    { N_("Grade"), 5 }, { N_("Open up to 30 days"), 3 }, { N_("Open 31 to 90 days"), 3 }, { N_("Open longer"), 3 }, { N_("Open"), 2 },
    { N_("Overdue"), 2 }, { N_("New in the quarter"), 3 }, { N_("Closed in the quarter"), 3 },
  };

  KoyomiDocumentTable *table = _koyomi_isms_report_add_table (&self->isms, N_("Open findings by age"), columns, G_N_ELEMENTS (columns), "");

  table->n_charted = 3;
  for (int grade = KOYOMI_FINDING_GRADE_MAJOR; grade <= KOYOMI_FINDING_GRADE_OPPORTUNITY; grade++)
    {
      g_autoptr(KoyomiRecord) finding = koyomi_record_new (KOYOMI_TABLE_FINDING);
      Counts counts = count (self, grade);

      koyomi_record_set_int (finding, KOYOMI_FINDING_GRADE, grade);
      add_counts (table, grade, koyomi_record_format (finding, KOYOMI_FINDING_GRADE, self->isms.language), &counts);
    }
}

static void
add_due_changes (KoyomiCapaReport *self)
{
  static const KoyomiDocumentColumn columns[] = {
    { N_("Number"), 2 }, { N_("Finding"), 6 }, { N_("Due before"), 2 }, { N_("Due"), 2 }, { N_("Reason"), 6 }, { N_("Decided by"), 3 },
    { N_("Changed at"), 3 },
  };

  KoyomiDocumentTable *table = _koyomi_isms_report_add_table (&self->isms, N_("Changes of due days"), columns, G_N_ELEMENTS (columns),
                                                              N_("No due day was changed."));

  for (guint i = 0; i < self->dues->len; i++)
    {
      KoyomiRecord *due = g_ptr_array_index (self->dues, i);
      KoyomiRecord *finding = koyomi_plan_facts_follow (self->isms.facts, due, KOYOMI_FINDING_DUE_FINDING);
      gint64 at = koyomi_record_get_int (due, KOYOMI_FINDING_DUE_AT);
      KoyomiDocumentRow *row;

      if (finding == NULL || !_koyomi_capa_report_is_told (self, finding))
        continue;

      row = _koyomi_document_add_row (table, "due", koyomi_record_get_id (due));
      _koyomi_document_add_text (row, koyomi_record_get_text (finding, KOYOMI_FINDING_NUMBER));
      _koyomi_document_mark (row, _koyomi_isms_report_has_day (&self->isms, koyomi_time_get_day (at)) ? KOYOMI_DOCUMENT_NEW : KOYOMI_DOCUMENT_SAME);
      _koyomi_document_add_text (row, koyomi_record_get_title (finding));
      _koyomi_document_add_day (row, koyomi_record_get_day (due, KOYOMI_FINDING_DUE_OLD_DAY));
      _koyomi_document_add_day (row, koyomi_record_get_day (due, KOYOMI_FINDING_DUE_NEW_DAY));
      _koyomi_document_add_text (row, koyomi_record_get_text (due, KOYOMI_FINDING_DUE_REASON));
      _koyomi_document_add_text (row, koyomi_record_get_text (due, KOYOMI_FINDING_DUE_DECIDED_BY));
      _koyomi_document_add_time (row, at);
    }
}

/* A figure in five quarters; the last is the one that is told. */
static gboolean
add_course (KoyomiCapaReport     *self,
            KoyomiDocumentTable  *table,
            const char           *label,
            KoyomiComputation     computation,
            double               *last,
            GError              **error)
{
  KoyomiDocumentRow *row = _koyomi_document_add_row (table, label, computation);
  KoyomiUnit unit = koyomi_computation_get_unit (computation);

  _koyomi_document_add_label (row, koyomi_tr (self->isms.language, label));
  for (guint i = 0; i < QUARTERS; i++)
    {
      guint32 day = koyomi_day_add_months (self->isms.first_day, 3 * ((int) i - (QUARTERS - 1)));
      KoyomiFiscalYear year = koyomi_fiscal_year_of_day (day, self->isms.year.start_month);
      g_auto(KoyomiMetricFigure) figure = { 0 };

      if (!koyomi_metric_book_tell_formula (self->book, computation, year, koyomi_fiscal_year_get_quarter (year, day), FALSE, &figure, error))
        return FALSE;

      _koyomi_document_take_value (row, figure.value, 1,
                                   isnan (figure.value) ? g_strdup ("") : koyomi_metric_format_value (figure.value, unit, self->isms.language));
      *last = figure.value;
    }

  return TRUE;
}

static gboolean
add_figures (KoyomiCapaReport  *self,
             double            *effective,
             GError           **error)
{
  KoyomiDocumentTable *table = _koyomi_isms_report_add_table (&self->isms, N_("Key figures"), NULL, 0, "");
  double other;

  table->note = g_strdup (koyomi_tr (self->isms.language, N_("As the KPIs of the same name. Empty: nothing was due or checked in the quarter.")));
  _koyomi_document_add_column (table, koyomi_tr (self->isms.language, N_("Figure")), 9);
  for (guint i = 0; i < QUARTERS; i++)
    {
      guint32 day = koyomi_day_add_months (self->isms.first_day, 3 * ((int) i - (QUARTERS - 1)));
      KoyomiFiscalYear year = koyomi_fiscal_year_of_day (day, self->isms.year.start_month);
      g_autofree char *year_name = koyomi_fiscal_year_format (year, self->isms.language);
      g_autofree char *quarter = koyomi_fiscal_year_format_quarter (year, koyomi_fiscal_year_get_quarter (year, day), self->isms.language);
      g_autofree char *name = g_strjoin (" ", year_name, quarter, NULL);

      _koyomi_document_add_column (table, g_intern_string (name), 3);
    }

  return add_course (self, table, N_("Effective of the actions whose effect was checked (%)"), KOYOMI_COMPUTATION_FINDINGS_EFFECTIVE, effective, error) &&
         add_course (self, table, N_("Done in time of the actions that were due (%)"), KOYOMI_COMPUTATION_FINDINGS_IN_TIME, &other, error) &&
         add_course (self, table, N_("Mean days until an action was done"), KOYOMI_COMPUTATION_FINDING_DAYS, &other, error);
}

/* Returns: how many are to be checked */
static guint
add_unchecked (KoyomiCapaReport *self)
{
  static const KoyomiDocumentColumn columns[] = {
    { N_("Number"), 2 }, { N_("Finding"), 8 }, { N_("Owner"), 4 }, { N_("Done on"), 3 }, { N_("Effect to be checked by"), 3 }, { N_("State"), 4 },
  };

  KoyomiDocumentTable *table = _koyomi_isms_report_add_table (&self->isms, N_("Effect still to be checked"), columns, G_N_ELEMENTS (columns),
                                                              N_("There are none."));

  for (guint i = 0; i < self->findings->len; i++)
    {
      const KoyomiFindingRow *told = g_ptr_array_index (self->findings, i);
      KoyomiDocumentRow *row;
      char *state;

      if (told->state != KOYOMI_FINDING_STATE_VERIFY)
        continue;

      row = _koyomi_document_add_row (table, "finding", koyomi_record_get_id (told->finding));
      _koyomi_document_add_text (row, koyomi_record_get_text (told->finding, KOYOMI_FINDING_NUMBER));
      _koyomi_document_add_text (row, koyomi_record_get_title (told->finding));
      _koyomi_document_add_text (row, koyomi_record_get_text (told->finding, KOYOMI_FINDING_OWNER));
      _koyomi_document_add_day (row, koyomi_record_get_day (told->finding, KOYOMI_FINDING_DONE_DAY));
      _koyomi_document_add_day (row, koyomi_record_get_day (told->finding, KOYOMI_FINDING_EFFECT_DUE_DAY));
      state = told->late_days == 0 ? koyomi_finding_format_state (told->finding, self->isms.today, self->isms.language)
                                   : g_strdup_printf (koyomi_ntr (self->isms.language, "%u day late", "%u days late", told->late_days),
                                                      told->late_days);
      _koyomi_document_take_status (row, told->late_days == 0 ? KOYOMI_METRIC_UNJUDGED : KOYOMI_METRIC_OFF_TARGET, state);
    }

  return table->rows->len;
}

/* Of the year that ends with the quarter. */
static void
add_checked (KoyomiCapaReport *self)
{
  static const KoyomiDocumentColumn columns[] = {
    { N_("Number"), 2 }, { N_("Finding"), 6 }, { N_("Verified on"), 3 }, { N_("Verifier"), 3 }, { N_("Effective"), 3 }, { N_("Effect"), 7 },
  };

  KoyomiDocumentTable *table = _koyomi_isms_report_add_table (&self->isms, N_("Effect checked in the last four quarters"), columns,
                                                              G_N_ELEMENTS (columns), N_("There are none."));
  guint32 first_day = koyomi_day_add_months (self->isms.first_day, -9);

  for (guint i = 0; i < self->findings->len; i++)
    {
      const KoyomiFindingRow *told = g_ptr_array_index (self->findings, i);
      KoyomiRecord *finding = told->finding;
      guint32 day = koyomi_record_get_day (finding, KOYOMI_FINDING_VERIFIED_DAY);
      gboolean is_effective = told->state == KOYOMI_FINDING_STATE_EFFECTIVE;
      KoyomiDocumentRow *row;

      if (!(is_effective || told->state == KOYOMI_FINDING_STATE_INEFFECTIVE) || day < first_day || day > self->isms.last_day)
        continue;

      row = _koyomi_document_add_row (table, "finding", koyomi_record_get_id (finding));
      _koyomi_document_add_text (row, koyomi_record_get_text (finding, KOYOMI_FINDING_NUMBER));
      _koyomi_document_mark (row, _koyomi_isms_report_has_day (&self->isms, day) ? KOYOMI_DOCUMENT_NEW : KOYOMI_DOCUMENT_SAME);
      _koyomi_document_add_text (row, koyomi_record_get_title (finding));
      _koyomi_document_add_day (row, day);
      _koyomi_document_add_text (row, koyomi_record_get_text (finding, KOYOMI_FINDING_VERIFIER));
      _koyomi_document_take_status (row, is_effective ? KOYOMI_METRIC_ON_TARGET : KOYOMI_METRIC_OFF_TARGET,
                                    koyomi_record_format (finding, KOYOMI_FINDING_EFFECTIVE, self->isms.language));
      _koyomi_document_add_text (row, koyomi_record_get_text (finding, KOYOMI_FINDING_EFFECT_NOTE));
    }
}

/* Returns: (transfer full): each of the chain with its state, the oldest first */
static char *
describe_chain (KoyomiCapaReport *self,
                GPtrArray        *chain)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < chain->len; i++)
    {
      KoyomiRecord *finding = g_ptr_array_index (chain, i);
      g_autofree char *state = koyomi_finding_format_state (finding, self->isms.today, self->isms.language);

      g_string_append_printf (text, "%s%s (%s)", i > 0 ? " → " : "", koyomi_record_get_text (finding, KOYOMI_FINDING_NUMBER), state);
    }

  return g_string_free (text, FALSE);
}

/* A chain is told once, at its last finding. */
static gboolean
add_chains (KoyomiCapaReport  *self,
            GError           **error)
{
  static const KoyomiDocumentColumn columns[] = { { N_("Opened again"), 12 }, { N_("Finding"), 10 }, { N_("Times"), 2 } };

  KoyomiDocumentTable *table = _koyomi_isms_report_add_table (&self->isms, N_("Findings that were opened again"), columns, G_N_ELEMENTS (columns),
                                                              N_("There are none."));

  for (guint i = 0; i < self->findings->len; i++)
    {
      const KoyomiFindingRow *told = g_ptr_array_index (self->findings, i);
      g_autoptr(GPtrArray) chain = NULL;
      KoyomiDocumentRow *row;

      if (told->reopened_as != 0 || koyomi_record_is_none (told->finding, KOYOMI_FINDING_REOPENED_FROM))
        continue;

      if ((chain = koyomi_session_list_finding_chain (self->isms.session, koyomi_record_get_id (told->finding), self->isms.language, error)) == NULL)
        return FALSE;

      row = _koyomi_document_add_row (table, "chain", koyomi_record_get_id (told->finding));
      _koyomi_document_take_text (row, describe_chain (self, chain));
      _koyomi_document_add_text (row, koyomi_record_get_title (told->finding));
      _koyomi_document_add_number (row, chain->len - 1);
    }

  return TRUE;
}

/* Returns: how many lack something */
static guint
add_lacking (KoyomiCapaReport *self)
{
  KoyomiDocumentTable *table = _koyomi_isms_report_add_lacks (&self->isms, N_("Findings that lack something"));

  for (guint i = 0; i < self->findings->len; i++)
    {
      KoyomiRecord *finding = ((const KoyomiFindingRow *) g_ptr_array_index (self->findings, i))->finding;
      g_autoptr(GArray) needs = koyomi_finding_list_needs (finding, koyomi_record_get_int (finding, KOYOMI_FINDING_STATUS));

      for (guint j = 0; j < needs->len; j++)
        _koyomi_isms_report_add_lack (table, finding, koyomi_record_get_text (finding, KOYOMI_FINDING_NUMBER),
                                      koyomi_finding_need_get_sentence (g_array_index (needs, KoyomiFindingNeed, j), self->isms.language));
    }

  return table->rows->len;
}

/* Returns: how many are over and have nothing to show it */
static guint
add_unproven (KoyomiCapaReport *self)
{
  KoyomiDocumentTable *table = _koyomi_isms_report_add_lacks (&self->isms, N_("Closed without evidence"));

  for (guint i = 0; i < self->findings->len; i++)
    {
      const KoyomiFindingRow *told = g_ptr_array_index (self->findings, i);

      if (koyomi_finding_is_over (told->finding) && told->n_evidence == 0 && _koyomi_capa_report_is_told (self, told->finding))
        _koyomi_isms_report_add_lack (table, told->finding, koyomi_record_get_text (told->finding, KOYOMI_FINDING_NUMBER),
                                      koyomi_tr (self->isms.language, N_("There is no evidence.")));
    }

  return table->rows->len;
}

static void
add_quality (KoyomiCapaReport *self)
{
  KoyomiDocumentTable *counts = _koyomi_isms_report_begin_quality (&self->isms);

  _koyomi_isms_report_add_quality (&self->isms, counts, N_("Findings that lack something"), add_lacking (self));
  _koyomi_isms_report_add_quality (&self->isms, counts, N_("Closed without evidence"), add_unproven (self));
}

static char *
describe (KoyomiCapaReport *self)
{
  Counts all = count (self, -1);

  return g_strdup_printf (koyomi_tr (self->isms.language, N_("New %u, closed %u. Of all found by the end of the period open now %u, of these "
                                                             "overdue %u.")),
                          all.n_new, all.n_closed, all.n_young + all.n_middle + all.n_old, all.n_late);
}

static char *
describe_effect (KoyomiCapaReport *self,
                 double            effective,
                 guint             n_unchecked)
{
  g_autofree char *share = isnan (effective) ? g_strdup ("–") : koyomi_metric_format_value (effective, KOYOMI_UNIT_PERCENT, self->isms.language);

  /* Translators: a share in per cent, or a dash; how many corrective actions are done but not checked */
  return g_strdup_printf (koyomi_tr (self->isms.language, N_("Effective share of the quarter %s. Effect still to be checked: %u.")), share, n_unchecked);
}

static gboolean
fill (KoyomiCapaReport  *self,
      GError           **error)
{
  KoyomiDocumentTable *told, *effect;
  double effective = NAN;

  add_ages (self);
  if (!_koyomi_isms_report_begin (&self->isms, KOYOMI_CAPA_FINDINGS, &told, error))
    return FALSE;

  _koyomi_isms_report_take_told (told, describe (self));
  _koyomi_capa_report_add_findings (self);
  if (!_koyomi_isms_report_begin (&self->isms, KOYOMI_CAPA_EFFECT, &effect, error) || !add_figures (self, &effective, error))
    return FALSE;

  _koyomi_isms_report_take_told (effect, describe_effect (self, effective, add_unchecked (self)));
  add_checked (self);
  if (!add_chains (self, error))
    return FALSE;

  add_due_changes (self);
  add_quality (self);

  return TRUE;
}

/* The findings of a quarter, what was done about them, and whether it helped (ISO/IEC 27001, 10.2). */
KoyomiDocument *
_koyomi_capa_report_new (KoyomiSession              *session,
                         const KoyomiReportOptions  *options,
                         GError                    **error)
{
  g_auto(KoyomiCapaReport) self = { 0 };

  if (!_koyomi_isms_report_init (&self.isms, &capa, session, options, error) || !load (&self, error) || !fill (&self, error))
    return NULL;

  return _koyomi_isms_report_finish (&self.isms);
}
