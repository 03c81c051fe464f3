#include "koyomi-audit-report-private.h"

static const char *
describe_year (KoyomiAuditReport *self,
               guint              index)
{
  KoyomiFiscalYear year = { self->programme->first_year.year + (int) index, self->programme->first_year.start_month };
  g_autofree char *name = koyomi_fiscal_year_format (year, self->isms.language);

  return g_intern_string (name);
}

static void
add_audits (KoyomiAuditReport *self)
{
  static const KoyomiDocumentColumn columns[] = {
    { N_("Number"), 2 }, { N_("Audit"), 5 }, { N_("Kind"), 3 }, { N_("From"), 2 }, { N_("To"), 2 }, { N_("Lead auditor"), 3 }, { N_("Status"), 2 },
    { N_("Items"), 1 }, { N_("Sampled"), 2 }, { N_("Findings"), 2 },
  };

  KoyomiLanguage language = self->isms.language;
  KoyomiDocumentTable *table = _koyomi_isms_report_add_table (&self->isms, N_("Audits of three years"), columns, G_N_ELEMENTS (columns),
                                                              N_("There are none."));

  for (guint i = 0; i < self->programme->audits->len; i++)
    {
      const KoyomiProgrammeAudit *told = g_ptr_array_index (self->programme->audits, i);
      KoyomiDocumentRow *row = _koyomi_document_add_row (table, "audit", koyomi_record_get_id (told->audit));

      _koyomi_document_add_text (row, koyomi_record_get_text (told->audit, KOYOMI_AUDIT_NUMBER));
      _koyomi_document_add_text (row, koyomi_record_get_title (told->audit));
      _koyomi_document_take_text (row, koyomi_record_format (told->audit, KOYOMI_AUDIT_KIND, language));
      _koyomi_document_add_day (row, koyomi_record_get_day (told->audit, KOYOMI_AUDIT_FIRST_DAY));
      _koyomi_document_add_day (row, koyomi_record_get_day (told->audit, KOYOMI_AUDIT_LAST_DAY));
      _koyomi_document_add_text (row, koyomi_record_get_text (told->audit, KOYOMI_AUDIT_LEAD));
      _koyomi_document_take_text (row, koyomi_record_format (told->audit, KOYOMI_AUDIT_STATUS, language));
      _koyomi_document_add_number (row, told->n_items);
      _koyomi_document_add_number (row, told->n_sampled);
      _koyomi_document_add_number (row, told->n_findings);
    }
}

/* How much of the clauses, or of the controls, a year has in each state. */
static void
add_counts (KoyomiAuditReport   *self,
            KoyomiDocumentTable *table,
            KoyomiControlKind    kind,
            const char          *label)
{
  KoyomiDocumentRow *row = _koyomi_document_add_row (table, "kind", kind);
  guint counts[KOYOMI_PROGRAMME_YEARS][KOYOMI_COVERAGE_DONE + 1] = { 0 };
  guint n_gaps = 0, n = 0;

  for (guint i = 0; i < self->programme->lines->len; i++)
    {
      const KoyomiProgrammeLine *line = g_ptr_array_index (self->programme->lines, i);

      if (koyomi_record_get_int (line->control, KOYOMI_CONTROL_KIND) != (int) kind)
        continue;

      n++;
      n_gaps += line->is_gap;
      for (guint year = 0; year < KOYOMI_PROGRAMME_YEARS; year++)
        counts[year][line->years[year]]++;
    }

  _koyomi_document_add_label (row, koyomi_tr (self->isms.language, label));
  _koyomi_document_add_number (row, n);
  for (guint year = 0; year < KOYOMI_PROGRAMME_YEARS; year++)
    /* Translators: how many clauses or controls a year has audited, how many it has planned, and how many were left out */
    _koyomi_document_take_text (row, g_strdup_printf (koyomi_tr (self->isms.language, N_("done %u, planned %u, left out %u")),
                                                      counts[year][KOYOMI_COVERAGE_DONE], counts[year][KOYOMI_COVERAGE_PLANNED],
                                                      counts[year][KOYOMI_COVERAGE_LEFT_OUT]));
  _koyomi_document_add_number (row, n_gaps);
}

static void
add_coverage (KoyomiAuditReport *self)
{
  KoyomiDocumentTable *table = _koyomi_isms_report_add_table (&self->isms, N_("Coverage by year"), NULL, 0, "");

  _koyomi_document_add_column (table, koyomi_tr (self->isms.language, N_("What")), 5);
  _koyomi_document_add_column (table, koyomi_tr (self->isms.language, N_("How many")), 2);
  for (guint year = 0; year < KOYOMI_PROGRAMME_YEARS; year++)
    _koyomi_document_add_column (table, describe_year (self, year), 5);
  _koyomi_document_add_column (table, koyomi_tr (self->isms.language, N_("No audit")), 2);
  add_counts (self, table, KOYOMI_CONTROL_KIND_CLAUSE, N_("Clauses 4 to 10"));
  add_counts (self, table, KOYOMI_CONTROL_KIND_ANNEX_A, N_("Controls of Annex A"));
}

static KoyomiMetricStatus
judge (KoyomiCoverage coverage)
{
  switch (coverage)
    {
    case KOYOMI_COVERAGE_DONE:
      return KOYOMI_METRIC_ON_TARGET;
    case KOYOMI_COVERAGE_LEFT_OUT:
      return KOYOMI_METRIC_AT_RISK;
    case KOYOMI_COVERAGE_PLANNED:
    case KOYOMI_COVERAGE_NONE:
    default:
      return KOYOMI_METRIC_UNJUDGED;
    }
}

/* The audit that says so stands behind the sign. */
static void
add_year (KoyomiAuditReport         *self,
          KoyomiDocumentRow         *row,
          const KoyomiProgrammeLine *line,
          guint                      year)
{
  KoyomiRecord *audit = koyomi_plan_facts_find (self->isms.facts, KOYOMI_TABLE_AUDIT, line->audits[year]);

  if (line->years[year] == KOYOMI_COVERAGE_NONE || audit == NULL)
    _koyomi_document_add_text (row, "");
  else
    _koyomi_document_take_status (row, judge (line->years[year]), g_strdup (koyomi_record_get_text (audit, KOYOMI_AUDIT_NUMBER)));
}

static void
add_line (KoyomiAuditReport         *self,
          KoyomiDocumentTable       *table,
          const KoyomiProgrammeLine *line,
          guint32                    audited_day)
{
  KoyomiDocumentRow *row = _koyomi_document_add_row (table, "control", koyomi_record_get_id (line->control));

  _koyomi_document_add_text (row, koyomi_record_get_text (line->control, KOYOMI_CONTROL_CODE));
  _koyomi_document_add_text (row, koyomi_record_get_title (line->control));
  _koyomi_document_take_text (row, koyomi_record_format (line->control, KOYOMI_CONTROL_KIND, self->isms.language));
  for (guint year = 0; year < KOYOMI_PROGRAMME_YEARS; year++)
    add_year (self, row, line, year);
  _koyomi_document_add_day (row, audited_day);
  if (line->is_gap)
    _koyomi_document_take_status (row, KOYOMI_METRIC_OFF_TARGET, g_strdup (koyomi_tr (self->isms.language, N_("No audit"))));
  else
    _koyomi_document_add_text (row, koyomi_control_is_applicable (line->control) ? "" : koyomi_tr (self->isms.language, N_("Not applicable")));
}

/* What the programme leaves out is a gap. */
static void
add_lines (KoyomiAuditReport *self)
{
  KoyomiDocumentTable *table = _koyomi_isms_report_add_list (&self->isms, N_("Audit programme"), NULL, 0, N_("There are none."));

  table->note = g_strdup (koyomi_tr (self->isms.language, N_("● audited  ○ planned  ▲ left out  ■ in none of the three years")));
  _koyomi_document_add_column (table, koyomi_tr (self->isms.language, N_("No.")), 2);
  _koyomi_document_add_column (table, koyomi_tr (self->isms.language, N_("Clause or control")), 9);
  _koyomi_document_add_column (table, koyomi_tr (self->isms.language, N_("Kind")), 4);
  for (guint year = 0; year < KOYOMI_PROGRAMME_YEARS; year++)
    _koyomi_document_add_column (table, describe_year (self, year), 3);
  _koyomi_document_add_column (table, koyomi_tr (self->isms.language, N_("Last audited")), 3);
  _koyomi_document_add_column (table, koyomi_tr (self->isms.language, N_("No audit")), 3);
  for (guint i = 0; i < self->programme->lines->len; i++)
    add_line (self, table, g_ptr_array_index (self->programme->lines, i),
              ((const KoyomiControlLine *) g_ptr_array_index (self->lines, i))->audited_day);
}

gboolean
_koyomi_audit_report_add_programme (KoyomiAuditReport  *self,
                                    GError            **error)
{
  KoyomiDocumentTable *told;
  guint n_done = 0;

  if (!_koyomi_isms_report_begin (&self->isms, KOYOMI_AUDIT_PART_PROGRAMME, &told, error))
    return FALSE;

  for (guint i = 0; i < self->programme->audits->len; i++)
    n_done += koyomi_record_get_int (((const KoyomiProgrammeAudit *) g_ptr_array_index (self->programme->audits, i))->audit, KOYOMI_AUDIT_STATUS) ==
              KOYOMI_AUDIT_STATUS_DONE;
  _koyomi_isms_report_take_told (told, g_strdup_printf (koyomi_tr (self->isms.language, N_("Audits in three years %u, done %u. Clauses and controls "
                                                                                           "that none of them looks at: %u.")),
                                                        self->programme->audits->len, n_done, self->programme->n_gaps));
  add_audits (self);
  add_coverage (self);
  add_lines (self);

  return TRUE;
}
