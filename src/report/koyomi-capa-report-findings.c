#include "koyomi-capa-report-private.h"

#include "koyomi-day.h"

/* The last day on which something was done. */
guint32
_koyomi_finding_get_end (KoyomiRecord *finding)
{
  guint32 verified = koyomi_record_get_day (finding, KOYOMI_FINDING_VERIFIED_DAY);

  return verified != KOYOMI_DAY_NONE ? verified : koyomi_record_get_day (finding, KOYOMI_FINDING_DONE_DAY);
}

/* Those that were open in the quarter, if only on its first day. */
gboolean
_koyomi_capa_report_is_told (const KoyomiCapaReport *self,
                             KoyomiRecord           *finding)
{
  return !(koyomi_finding_is_over (finding) && _koyomi_finding_get_end (finding) < self->isms.first_day);
}

static KoyomiMetricStatus
judge_state (KoyomiFindingState state)
{
  switch (state)
    {
    case KOYOMI_FINDING_STATE_LATE:
    case KOYOMI_FINDING_STATE_INEFFECTIVE:
      return KOYOMI_METRIC_OFF_TARGET;
    case KOYOMI_FINDING_STATE_VERIFY:
      return KOYOMI_METRIC_AT_RISK;
    case KOYOMI_FINDING_STATE_EFFECTIVE:
    case KOYOMI_FINDING_STATE_CLOSED:
      return KOYOMI_METRIC_ON_TARGET;
    case KOYOMI_FINDING_STATE_OPEN:
    case KOYOMI_FINDING_STATE_DOING:
    default:
      return KOYOMI_METRIC_UNJUDGED;
    }
}

/* For how long it was open, or is. */
static guint
count_days (const KoyomiCapaReport *self,
            KoyomiRecord           *finding)
{
  guint32 end = koyomi_finding_is_over (finding) ? _koyomi_finding_get_end (finding) : self->isms.today;
  guint32 found = koyomi_record_get_day (finding, KOYOMI_FINDING_FOUND_DAY);

  return end > found ? end - found : 0;
}

static void
add_finding (KoyomiCapaReport       *self,
             KoyomiDocumentTable    *table,
             const KoyomiFindingRow *told)
{
  KoyomiRecord *finding = told->finding;
  KoyomiDocumentRow *row = _koyomi_document_add_row (table, "finding", koyomi_record_get_id (finding));
  guint32 found = koyomi_record_get_day (finding, KOYOMI_FINDING_FOUND_DAY);
  gboolean is_moved = told->n_due_changes > 0 && told->first_due != koyomi_record_get_day (finding, KOYOMI_FINDING_DUE_DAY);

  _koyomi_document_add_text (row, koyomi_record_get_text (finding, KOYOMI_FINDING_NUMBER));
  _koyomi_document_mark (row, _koyomi_isms_report_has_day (&self->isms, found) ? KOYOMI_DOCUMENT_NEW : KOYOMI_DOCUMENT_SAME);
  _koyomi_document_take_text (row, koyomi_record_format (finding, KOYOMI_FINDING_GRADE, self->isms.language));
  _koyomi_document_add_text (row, told->control);
  _koyomi_document_add_text (row, koyomi_record_get_title (finding));
  _koyomi_document_add_text (row, koyomi_record_get_text (finding, KOYOMI_FINDING_OWNER));
  _koyomi_document_add_day (row, found);
  _koyomi_document_add_day (row, koyomi_record_get_day (finding, KOYOMI_FINDING_DUE_DAY));
  _koyomi_document_mark (row, is_moved ? KOYOMI_DOCUMENT_CHANGED : KOYOMI_DOCUMENT_SAME);
  _koyomi_document_add_number (row, count_days (self, finding));
  _koyomi_document_take_status (row, judge_state (told->state), koyomi_finding_format_state (finding, self->isms.today, self->isms.language));
}

static void
add_overview (KoyomiCapaReport *self)
{
  static const KoyomiDocumentColumn columns[] = {
    { N_("Number"), 2 }, { N_("Grade"), 3 }, { N_("Clause"), 2 }, { N_("Finding"), 5 }, { N_("Owner"), 3 }, { N_("Found on"), 2 }, { N_("Due"), 2 },
    { N_("Days open"), 2 }, { N_("State"), 3 },
  };

  KoyomiDocumentTable *table = _koyomi_isms_report_add_table (&self->isms, N_("Findings of the quarter"), columns, G_N_ELEMENTS (columns),
                                                              N_("There are none."));

  table->note = g_strdup (koyomi_tr (self->isms.language, N_("Those that were open in the quarter. Marks: ＋ found in the quarter, △ the due day was "
                                                             "changed. States are those of the moment shown.")));
  for (guint i = 0; i < self->findings->len; i++)
    {
      const KoyomiFindingRow *told = g_ptr_array_index (self->findings, i);

      if (_koyomi_capa_report_is_told (self, told->finding))
        add_finding (self, table, told);
    }
}

/* Returns: (transfer full): where it comes from: “Audit: A-03 ISMS internal audit” */
static char *
describe_source (const KoyomiFindingRow *told,
                 KoyomiLanguage          language)
{
  g_autofree char *source = koyomi_record_format (told->finding, KOYOMI_FINDING_SOURCE, language);
  const char *of = *told->audit != '\0' ? told->audit : told->incident;

  return g_strjoin (*source != '\0' && *of != '\0' ? ": " : "", source, of, NULL);
}

/* Returns: (transfer full): a line for each change of the due day */
static char *
describe_dues (KoyomiCapaReport *self,
               KoyomiRecord     *finding)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->dues->len; i++)
    {
      KoyomiRecord *due = g_ptr_array_index (self->dues, i);
      g_autofree char *old_day = koyomi_record_format (due, KOYOMI_FINDING_DUE_OLD_DAY, self->isms.language);
      g_autofree char *new_day = koyomi_record_format (due, KOYOMI_FINDING_DUE_NEW_DAY, self->isms.language);
      const char *by = koyomi_record_get_text (due, KOYOMI_FINDING_DUE_DECIDED_BY);

      if (koyomi_record_get_int (due, KOYOMI_FINDING_DUE_FINDING) != koyomi_record_get_id (finding))
        continue;

      g_string_append_printf (text, "%s%s → %s  %s", text->len > 0 ? "\n" : "", old_day, new_day,
                              koyomi_record_get_text (due, KOYOMI_FINDING_DUE_REASON));
      if (*by != '\0')
        g_string_append_printf (text, " (%s)", by);
    }

  return g_string_free (text, FALSE);
}

/* Beside what is on the same line. @label: English; @text: (transfer full) */
static void
add_fact (KoyomiCapaReport  *self,
          KoyomiDocumentRow *row,
          const char        *label,
          char              *text)
{
  _koyomi_document_add_label (row, koyomi_tr (self->isms.language, label));
  _koyomi_document_take_text (row, text);
}

static void
add_fields (KoyomiCapaReport    *self,
            KoyomiDocumentTable *table,
            KoyomiRecord        *finding,
            int                  left,
            int                  right)
{
  const KoyomiField *its_fields = koyomi_record_get_table (finding)->fields;
  KoyomiDocumentRow *row = _koyomi_document_add_row (table, "fields", left);

  add_fact (self, row, its_fields[KOYOMI_FIELD_INDEX (left)].label, koyomi_record_format (finding, left, self->isms.language));
  add_fact (self, row, its_fields[KOYOMI_FIELD_INDEX (right)].label, koyomi_record_format (finding, right, self->isms.language));
}

static KoyomiDocumentTable *
add_fact_table (KoyomiCapaReport *self,
                const char       *title)
{
  KoyomiDocumentTable *table = _koyomi_document_add_table (self->isms.document, title);

  for (guint i = 0; i < 4; i++)
    _koyomi_document_add_column (table, NULL, i % 2 == 0 ? 3 : 9);

  return table;
}

/* All that is known of a finding, as clause 10.2 asks for it. What is empty is shown as empty. */
static void
add_detail (KoyomiCapaReport       *self,
            const KoyomiFindingRow *told)
{
  static const int what[][2] = {
    { KOYOMI_FINDING_DETAIL, KOYOMI_FINDING_SIMILAR }, { KOYOMI_FINDING_CORRECTION, KOYOMI_FINDING_CAUSE },
    { KOYOMI_FINDING_ACTION, KOYOMI_FINDING_OWNER }, { KOYOMI_FINDING_DONE_DAY, KOYOMI_FINDING_EFFECT_DUE_DAY },
    { KOYOMI_FINDING_VERIFIED_DAY, KOYOMI_FINDING_VERIFIER }, { KOYOMI_FINDING_EFFECTIVE, KOYOMI_FINDING_EFFECT_NOTE },
  };

  KoyomiLanguage language = self->isms.language;
  KoyomiRecord *finding = told->finding;
  g_autofree char *title = g_strjoin (" ", koyomi_record_get_text (finding, KOYOMI_FINDING_NUMBER), koyomi_record_get_title (finding), NULL);
  g_autofree char *grade = koyomi_record_format (finding, KOYOMI_FINDING_GRADE, language);
  KoyomiDocumentTable *table = add_fact_table (self, title);
  KoyomiDocumentRow *row = _koyomi_document_add_row (table, "grade", 0);

  add_fact (self, row, N_("Grade"), g_strjoin (*told->control != '\0' ? "  " : "", grade, told->control, NULL));
  add_fact (self, row, N_("Source of the finding"), describe_source (told, language));
  for (guint i = 0; i < G_N_ELEMENTS (what); i++)
    add_fields (self, table, finding, what[i][0], what[i][1]);
  row = _koyomi_document_add_row (table, "due", 0);
  add_fact (self, row, N_("Due"), koyomi_record_format (finding, KOYOMI_FINDING_DUE_DAY, language));
  add_fact (self, row, N_("Changes of the due day"), describe_dues (self, finding));
  row = _koyomi_document_add_row (table, "state", 0);
  add_fact (self, row, N_("State"), koyomi_finding_format_state (finding, self->isms.today, language));
  add_fact (self, row, N_("Evidence"), g_strdup_printf ("%u", told->n_evidence));
}

static void
add_details (KoyomiCapaReport *self)
{
  _koyomi_document_add_sheet (self->isms.document, koyomi_tr (self->isms.language, N_("Findings in detail")));
  for (guint i = 0; i < self->findings->len; i++)
    {
      const KoyomiFindingRow *told = g_ptr_array_index (self->findings, i);

      if (_koyomi_capa_report_is_told (self, told->finding))
        add_detail (self, told);
    }
}

/* A column of the register: a field, or something that is told of the finding. */
typedef enum
{
  COLUMN_FIELD,
  COLUMN_CLAUSE,
  COLUMN_SOURCE,
  COLUMN_FIRST_DUE,
  COLUMN_DUES,
  COLUMN_DAYS,
  COLUMN_EVIDENCE,
  COLUMN_STATE,
} Column;

static const struct
{
  const char *label;
  guint       width;
  Column      column;
  int         field;
} columns[] = {
  { N_("Number"), 2, COLUMN_FIELD, KOYOMI_FINDING_NUMBER }, { N_("Finding"), 6, COLUMN_FIELD, KOYOMI_FINDING_TITLE },
  { N_("Grade"), 3, COLUMN_FIELD, KOYOMI_FINDING_GRADE }, { N_("Clause"), 2, COLUMN_CLAUSE }, { N_("Source of the finding"), 5, COLUMN_SOURCE },
  { N_("Found on"), 3, COLUMN_FIELD, KOYOMI_FINDING_FOUND_DAY }, { N_("Detail"), 6, COLUMN_FIELD, KOYOMI_FINDING_DETAIL },
  { N_("Correction"), 6, COLUMN_FIELD, KOYOMI_FINDING_CORRECTION }, { N_("Similar cases"), 5, COLUMN_FIELD, KOYOMI_FINDING_SIMILAR },
  { N_("Cause"), 6, COLUMN_FIELD, KOYOMI_FINDING_CAUSE }, { N_("Corrective action"), 6, COLUMN_FIELD, KOYOMI_FINDING_ACTION },
  { N_("Owner"), 4, COLUMN_FIELD, KOYOMI_FINDING_OWNER }, { N_("First due"), 3, COLUMN_FIRST_DUE },
  { N_("Due"), 3, COLUMN_FIELD, KOYOMI_FINDING_DUE_DAY }, { N_("Changes of the due day"), 6, COLUMN_DUES },
  { N_("Done on"), 3, COLUMN_FIELD, KOYOMI_FINDING_DONE_DAY },
  { N_("Effect to be checked by"), 3, COLUMN_FIELD, KOYOMI_FINDING_EFFECT_DUE_DAY },
  { N_("Verified on"), 3, COLUMN_FIELD, KOYOMI_FINDING_VERIFIED_DAY }, { N_("Verifier"), 4, COLUMN_FIELD, KOYOMI_FINDING_VERIFIER },
  { N_("Effective"), 3, COLUMN_FIELD, KOYOMI_FINDING_EFFECTIVE }, { N_("Days open"), 2, COLUMN_DAYS },
  { N_("Evidence"), 2, COLUMN_EVIDENCE }, { N_("State"), 4, COLUMN_STATE },
};

static void
add_field_cell (KoyomiCapaReport  *self,
                KoyomiDocumentRow *row,
                KoyomiRecord      *finding,
                int                field)
{
  if (koyomi_record_get_table (finding)->fields[KOYOMI_FIELD_INDEX (field)].type == KOYOMI_FIELD_DAY)
    _koyomi_document_add_day (row, koyomi_record_get_day (finding, field));
  else
    _koyomi_document_take_text (row, koyomi_record_format (finding, field, self->isms.language));
}

static void
add_cell (KoyomiCapaReport       *self,
          KoyomiDocumentRow      *row,
          const KoyomiFindingRow *told,
          guint                   index)
{
  switch (columns[index].column)
    {
    case COLUMN_CLAUSE:
      _koyomi_document_add_text (row, told->control);
      break;
    case COLUMN_SOURCE:
      _koyomi_document_take_text (row, describe_source (told, self->isms.language));
      break;
    case COLUMN_FIRST_DUE:
      _koyomi_document_add_day (row, told->first_due);
      break;
    case COLUMN_DUES:
      _koyomi_document_take_text (row, describe_dues (self, told->finding));
      break;
    case COLUMN_DAYS:
      _koyomi_document_add_number (row, count_days (self, told->finding));
      break;
    case COLUMN_EVIDENCE:
      _koyomi_document_add_number (row, told->n_evidence);
      break;
    case COLUMN_STATE:
      _koyomi_document_take_status (row, judge_state (told->state),
                                    koyomi_finding_format_state (told->finding, self->isms.today, self->isms.language));
      break;
    case COLUMN_FIELD:
    default:
      add_field_cell (self, row, told->finding, columns[index].field);
      break;
    }
}

/* All findings with every field, to filter and to reckon with; of the workbook alone. */
static void
add_register (KoyomiCapaReport *self)
{
  KoyomiDocumentTable *table = _koyomi_isms_report_add_list (&self->isms, N_("Register of findings"), NULL, 0, N_("There are none."));

  table->has_pages = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    _koyomi_document_add_column (table, koyomi_tr (self->isms.language, columns[i].label), columns[i].width);
  for (guint i = 0; i < self->findings->len; i++)
    {
      const KoyomiFindingRow *told = g_ptr_array_index (self->findings, i);
      KoyomiDocumentRow *row = _koyomi_document_add_row (table, "finding", koyomi_record_get_id (told->finding));

      for (guint j = 0; j < G_N_ELEMENTS (columns); j++)
        add_cell (self, row, told, j);
    }
}

/* The quarter's on a sheet and in detail, all in a register. */
void
_koyomi_capa_report_add_findings (KoyomiCapaReport *self)
{
  add_overview (self);
  add_details (self);
  add_register (self);
}
