#include "koyomi-audit-report-private.h"

#include "koyomi-day.h"
#include "koyomi-finding.h"

/* It ends in the fiscal year. */
static gboolean
is_of_year (const KoyomiAuditReport *self,
            KoyomiRecord            *audit)
{
  return koyomi_fiscal_year_of_day (koyomi_record_get_day (audit, KOYOMI_AUDIT_LAST_DAY), self->isms.year.start_month).year == self->isms.year.year;
}

static void
add_fact (KoyomiAuditReport *self,
          KoyomiDocumentRow *row,
          KoyomiRecord      *audit,
          int                field)
{
  const KoyomiField *its_field = &koyomi_record_get_table (audit)->fields[KOYOMI_FIELD_INDEX (field)];
  KoyomiRecord *target = its_field->type == KOYOMI_FIELD_REF ? koyomi_plan_facts_follow (self->isms.facts, audit, field) : NULL;

  _koyomi_document_add_label (row, koyomi_tr (self->isms.language, its_field->label));
  _koyomi_document_take_text (row, its_field->type != KOYOMI_FIELD_REF ? koyomi_record_format (audit, field, self->isms.language)
                                                                       : g_strdup (target != NULL ? koyomi_record_get_title (target) : ""));
}

static void
add_facts (KoyomiAuditReport *self,
           KoyomiRecord      *audit)
{
  static const int fields[][2] = {
    { KOYOMI_AUDIT_KIND, KOYOMI_AUDIT_STATUS }, { KOYOMI_AUDIT_FIRST_DAY, KOYOMI_AUDIT_LAST_DAY }, { KOYOMI_AUDIT_LEAD, KOYOMI_AUDIT_TEAM },
    { KOYOMI_AUDIT_SCOPE, KOYOMI_AUDIT_CRITERIA }, { KOYOMI_AUDIT_METHOD, KOYOMI_AUDIT_RESULT },
    { KOYOMI_AUDIT_COMMITTEE, KOYOMI_AUDIT_REPORTED_DAY },
  };

  g_autofree char *title = g_strjoin (" ", koyomi_record_get_text (audit, KOYOMI_AUDIT_NUMBER), koyomi_record_get_title (audit), NULL);
  KoyomiDocumentTable *table = _koyomi_document_add_table (self->isms.document, title);

  for (guint i = 0; i < 4; i++)
    _koyomi_document_add_column (table, NULL, i % 2 == 0 ? 3 : 9);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      KoyomiDocumentRow *row = _koyomi_document_add_row (table, "fields", fields[i][0]);

      add_fact (self, row, audit, fields[i][0]);
      add_fact (self, row, audit, fields[i][1]);
    }
}

static KoyomiMetricStatus
judge (KoyomiAuditResult result)
{
  switch (result)
    {
    case KOYOMI_AUDIT_RESULT_CONFORM:
      return KOYOMI_METRIC_ON_TARGET;
    case KOYOMI_AUDIT_RESULT_OBSERVATION:
      return KOYOMI_METRIC_AT_RISK;
    case KOYOMI_AUDIT_RESULT_MINOR:
    case KOYOMI_AUDIT_RESULT_MAJOR:
      return KOYOMI_METRIC_OFF_TARGET;
    case KOYOMI_AUDIT_RESULT_NONE:
    default:
      return KOYOMI_METRIC_UNJUDGED;
    }
}

static char *
describe_sampling (KoyomiAuditReport *self,
                   KoyomiRecord      *item)
{
  g_autoptr(KoyomiRecord) told = koyomi_record_new (KOYOMI_TABLE_AUDIT_ITEM);

  koyomi_record_set_int (told, KOYOMI_AUDIT_ITEM_SAMPLING, koyomi_audit_item_get_sampling (item));

  return koyomi_record_format (told, KOYOMI_AUDIT_ITEM_SAMPLING, self->isms.language);
}

static void
add_item (KoyomiAuditReport   *self,
          KoyomiDocumentTable *table,
          KoyomiRecord        *item)
{
  KoyomiRecord *control = koyomi_plan_facts_follow (self->isms.facts, item, KOYOMI_AUDIT_ITEM_CONTROL);
  KoyomiDocumentRow *row = _koyomi_document_add_row (table, "item", koyomi_record_get_id (item));

  _koyomi_document_add_text (row, control != NULL ? koyomi_record_get_text (control, KOYOMI_CONTROL_CODE) : "");
  _koyomi_document_add_text (row, control != NULL ? koyomi_record_get_title (control) : "");
  _koyomi_document_take_text (row, describe_sampling (self, item));
  _koyomi_document_add_text (row, koyomi_record_get_text (item, KOYOMI_AUDIT_ITEM_SAMPLE));
  if (koyomi_record_get_int (item, KOYOMI_AUDIT_ITEM_RESULT) == KOYOMI_AUDIT_RESULT_NONE)
    _koyomi_document_add_text (row, "");
  else
    _koyomi_document_take_status (row, judge (koyomi_record_get_int (item, KOYOMI_AUDIT_ITEM_RESULT)),
                                  koyomi_record_format (item, KOYOMI_AUDIT_ITEM_RESULT, self->isms.language));
  _koyomi_document_add_text (row, koyomi_record_get_text (item, KOYOMI_AUDIT_ITEM_NOTE));
}

/* What was sampled, and what was not. */
static void
add_items (KoyomiAuditReport *self,
           KoyomiRecord      *audit)
{
  static const KoyomiDocumentColumn columns[] = {
    { N_("No."), 2 }, { N_("Clause or control"), 6 }, { N_("Sampling"), 2 }, { N_("Sample"), 5 }, { N_("Result"), 4 }, { N_("Note"), 5 },
  };

  GPtrArray *items = koyomi_plan_facts_get_rows (self->isms.facts, KOYOMI_TABLE_AUDIT_ITEM);
  gboolean is_done = koyomi_record_get_int (audit, KOYOMI_AUDIT_STATUS) == KOYOMI_AUDIT_STATUS_DONE;
  KoyomiDocumentTable *table = _koyomi_isms_report_add_table (&self->isms, N_("Items"), columns, G_N_ELEMENTS (columns), N_("No items are planned yet."));

  g_free (table->title);
  /* Translators: the number of an audit */
  table->title = g_strdup_printf (koyomi_tr (self->isms.language, N_("Items of %s")), koyomi_record_get_text (audit, KOYOMI_AUDIT_NUMBER));
  for (guint i = 0; i < items->len; i++)
    {
      KoyomiRecord *item = g_ptr_array_index (items, i);

      if (koyomi_record_get_int (item, KOYOMI_AUDIT_ITEM_AUDIT) != koyomi_record_get_id (audit))
        continue;

      add_item (self, table, item);
      self->n_unsampled += is_done && koyomi_audit_item_get_sampling (item) != KOYOMI_SAMPLING_SAMPLED;
    }
}

static void
add_finding (KoyomiAuditReport   *self,
             KoyomiDocumentTable *table,
             KoyomiRecord        *finding,
             KoyomiRecord        *audit)
{
  KoyomiRecord *control = koyomi_plan_facts_follow (self->isms.facts, finding, KOYOMI_FINDING_CONTROL);
  KoyomiDocumentRow *row = _koyomi_document_add_row (table, "finding", koyomi_record_get_id (finding));
  gboolean is_late = koyomi_finding_get_state (finding, self->isms.today) == KOYOMI_FINDING_STATE_LATE;

  _koyomi_document_add_text (row, koyomi_record_get_text (finding, KOYOMI_FINDING_NUMBER));
  _koyomi_document_add_text (row, koyomi_record_get_text (audit, KOYOMI_AUDIT_NUMBER));
  _koyomi_document_take_text (row, koyomi_record_format (finding, KOYOMI_FINDING_GRADE, self->isms.language));
  _koyomi_document_add_text (row, control != NULL ? koyomi_record_get_text (control, KOYOMI_CONTROL_CODE) : "");
  _koyomi_document_add_text (row, koyomi_record_get_title (finding));
  _koyomi_document_add_text (row, koyomi_record_get_text (finding, KOYOMI_FINDING_ACTION));
  _koyomi_document_add_text (row, koyomi_record_get_text (finding, KOYOMI_FINDING_OWNER));
  _koyomi_document_add_day (row, koyomi_record_get_day (finding, KOYOMI_FINDING_DUE_DAY));
  _koyomi_document_take_status (row, is_late ? KOYOMI_METRIC_OFF_TARGET : koyomi_finding_is_over (finding) ? KOYOMI_METRIC_ON_TARGET : KOYOMI_METRIC_UNJUDGED,
                                koyomi_finding_format_state (finding, self->isms.today, self->isms.language));
}

/* Of the audits of the year, and those of earlier audits that are open. */
static gboolean
add_findings (KoyomiAuditReport  *self,
              GError            **error)
{
  static const KoyomiDocumentColumn columns[] = {
    { N_("Number"), 2 }, { N_("Audit"), 1 }, { N_("Grade"), 3 }, { N_("Clause"), 2 }, { N_("Finding"), 4 }, { N_("Corrective action"), 5 },
    { N_("Owner"), 3 }, { N_("Due"), 2 }, { N_("State"), 2 },
  };

  GPtrArray *findings = koyomi_plan_facts_get_rows (self->isms.facts, KOYOMI_TABLE_FINDING);
  KoyomiDocumentTable *told, *table;
  guint n_open = 0, n_late = 0;

  if (!_koyomi_isms_report_begin (&self->isms, KOYOMI_AUDIT_PART_FINDINGS, &told, error))
    return FALSE;

  table = _koyomi_isms_report_add_table (&self->isms, N_("Findings of audits"), columns, G_N_ELEMENTS (columns), N_("There are none."));
  table->note = g_strdup (koyomi_tr (self->isms.language, N_("Of the audits of the fiscal year, and of earlier ones where they are open.")));
  for (guint i = 0; i < findings->len; i++)
    {
      KoyomiRecord *finding = g_ptr_array_index (findings, i);
      KoyomiRecord *audit = koyomi_plan_facts_follow (self->isms.facts, finding, KOYOMI_FINDING_AUDIT);

      if (audit == NULL || (koyomi_finding_is_over (finding) && !is_of_year (self, audit)))
        continue;

      n_open += !koyomi_finding_is_over (finding);
      n_late += koyomi_finding_get_state (finding, self->isms.today) == KOYOMI_FINDING_STATE_LATE;
      add_finding (self, table, finding, audit);
    }
  _koyomi_isms_report_take_told (told, g_strdup_printf (koyomi_tr (self->isms.language, N_("Findings %u, open %u, of these overdue %u.")),
                                                        table->rows->len, n_open, n_late));

  return TRUE;
}

/* The audits of the fiscal year with what each looked at, and what was found. */
gboolean
_koyomi_audit_report_add_audits (KoyomiAuditReport  *self,
                                 GError            **error)
{
  KoyomiDocumentTable *told;
  guint n = 0, n_done = 0;

  if (!_koyomi_isms_report_begin (&self->isms, KOYOMI_AUDIT_PART_AUDITS, &told, error))
    return FALSE;

  for (guint i = 0; i < self->programme->audits->len; i++)
    {
      KoyomiRecord *audit = ((const KoyomiProgrammeAudit *) g_ptr_array_index (self->programme->audits, i))->audit;

      if (!is_of_year (self, audit))
        continue;

      n++;
      n_done += koyomi_record_get_int (audit, KOYOMI_AUDIT_STATUS) == KOYOMI_AUDIT_STATUS_DONE;
      add_facts (self, audit);
      add_items (self, audit);
    }
  _koyomi_isms_report_take_told (told, g_strdup_printf (koyomi_tr (self->isms.language, N_("Audits %u, done %u. Items of these that were not sampled: "
                                                                                           "%u.")),
                                                        n, n_done, self->n_unsampled));

  return add_findings (self, error);
}
