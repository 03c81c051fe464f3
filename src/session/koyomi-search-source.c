#include "koyomi-search-source-private.h"

/* In the order in which groups of equal rank are shown. */
static const KoyomiSearchSource sources[] = {
  { .table = KOYOMI_TABLE_FUNCTION, .number = KOYOMI_FUNCTION_CODE, .title = KOYOMI_FUNCTION_NAME,
    .notes = { KOYOMI_FUNCTION_TASKS, KOYOMI_FUNCTION_SKILLS, KOYOMI_FUNCTION_NOTE },
    .details = { KOYOMI_FUNCTION_GROUP } },
  { .table = KOYOMI_TABLE_ACTIVITY, .title = KOYOMI_ACTIVITY_TITLE,
    .notes = { KOYOMI_ACTIVITY_CLAUSE, KOYOMI_ACTIVITY_SOURCE, KOYOMI_ACTIVITY_NOTE },
    .details = { KOYOMI_ACTIVITY_FUNCTION, KOYOMI_ACTIVITY_TEAM } },
  { .table = KOYOMI_TABLE_OCCURRENCE, .title = KOYOMI_OCCURRENCE_TITLE, .names = { KOYOMI_OCCURRENCE_ACTIVITY },
    .day = KOYOMI_OCCURRENCE_FIRST_DAY,
    .notes = { KOYOMI_OCCURRENCE_OWNER, KOYOMI_OCCURRENCE_RESULT, KOYOMI_OCCURRENCE_REASON, KOYOMI_OCCURRENCE_NOTE },
    .details = { KOYOMI_OCCURRENCE_TEAM, KOYOMI_OCCURRENCE_FIRST_DAY, KOYOMI_OCCURRENCE_STATUS } },
  { .table = KOYOMI_TABLE_INCIDENT, .number = KOYOMI_INCIDENT_NUMBER, .title = KOYOMI_INCIDENT_TITLE,
    .day = KOYOMI_INCIDENT_DETECTED_AT,
    .notes = { KOYOMI_INCIDENT_LEAD, KOYOMI_INCIDENT_CLASS, KOYOMI_INCIDENT_SUMMARY, KOYOMI_INCIDENT_CAUSE, KOYOMI_INCIDENT_LESSONS,
               KOYOMI_INCIDENT_SCENARIO, KOYOMI_INCIDENT_CRITERIA, KOYOMI_INCIDENT_OUTCOME, KOYOMI_INCIDENT_DETECTED_BY },
    .details = { KOYOMI_INCIDENT_TEAM, KOYOMI_INCIDENT_DETECTED_AT, KOYOMI_INCIDENT_SEVERITY, KOYOMI_INCIDENT_STATE } },
  { .table = KOYOMI_TABLE_INCIDENT_TASK, .title = KOYOMI_INCIDENT_TASK_TITLE, .names = { KOYOMI_INCIDENT_TASK_DUTY },
    .day = KOYOMI_INCIDENT_TASK_DUE_AT,
    .notes = { KOYOMI_INCIDENT_TASK_OWNER, KOYOMI_INCIDENT_TASK_NOTE, KOYOMI_INCIDENT_TASK_WAIVED, KOYOMI_INCIDENT_TASK_DONE_BY },
    .details = { KOYOMI_INCIDENT_TASK_INCIDENT, KOYOMI_INCIDENT_TASK_TEAM, KOYOMI_INCIDENT_TASK_DUE_AT } },
  { .table = KOYOMI_TABLE_INCIDENT_EVENT, .title = KOYOMI_INCIDENT_EVENT_TEXT, .day = KOYOMI_INCIDENT_EVENT_AT,
    .notes = { KOYOMI_INCIDENT_EVENT_ACTOR },
    .details = { KOYOMI_INCIDENT_EVENT_INCIDENT, KOYOMI_INCIDENT_EVENT_AT, KOYOMI_INCIDENT_EVENT_ACTOR } },
  { .table = KOYOMI_TABLE_TEAM, .number = KOYOMI_TEAM_CODE, .title = KOYOMI_TEAM_NAME,
    .notes = { KOYOMI_TEAM_CONTACT, KOYOMI_TEAM_NOTE },
    .details = { KOYOMI_TEAM_KIND } },
  { .table = KOYOMI_TABLE_PERSON, .title = KOYOMI_PERSON_NAME,
    .notes = { KOYOMI_PERSON_ROLE, KOYOMI_PERSON_CONTACT },
    .details = { KOYOMI_PERSON_TEAM, KOYOMI_PERSON_ROLE } },
  { .table = KOYOMI_TABLE_CONTRACT, .number = KOYOMI_CONTRACT_NUMBER, .title = KOYOMI_CONTRACT_TITLE,
    .day = KOYOMI_CONTRACT_LAST_DAY,
    .notes = { KOYOMI_CONTRACT_PARTNER, KOYOMI_CONTRACT_SERVICES, KOYOMI_CONTRACT_NOTE },
    .details = { KOYOMI_CONTRACT_TEAM, KOYOMI_CONTRACT_PARTNER, KOYOMI_CONTRACT_LAST_DAY } },
  { .table = KOYOMI_TABLE_METRIC, .number = KOYOMI_METRIC_CODE, .title = KOYOMI_METRIC_NAME,
    .notes = { KOYOMI_METRIC_FORMULA, KOYOMI_METRIC_DATA, KOYOMI_METRIC_SOURCE, KOYOMI_METRIC_MEASURED_BY, KOYOMI_METRIC_ANALYSED_BY,
               KOYOMI_METRIC_NOTE },
    .details = { KOYOMI_METRIC_KIND, KOYOMI_METRIC_UNIT } },
  { .table = KOYOMI_TABLE_OBJECTIVE, .number = KOYOMI_OBJECTIVE_NUMBER, .title = KOYOMI_OBJECTIVE_TITLE,
    .day = KOYOMI_OBJECTIVE_DUE_DAY,
    .notes = { KOYOMI_OBJECTIVE_OWNER, KOYOMI_OBJECTIVE_NOTE },
    .details = { KOYOMI_OBJECTIVE_METRIC, KOYOMI_OBJECTIVE_DUE_DAY } },
  { .table = KOYOMI_TABLE_FINDING, .number = KOYOMI_FINDING_NUMBER, .title = KOYOMI_FINDING_TITLE, .day = KOYOMI_FINDING_FOUND_DAY,
    .notes = { KOYOMI_FINDING_OWNER, KOYOMI_FINDING_DETAIL, KOYOMI_FINDING_CORRECTION, KOYOMI_FINDING_CAUSE, KOYOMI_FINDING_ACTION,
               KOYOMI_FINDING_VERIFIER, KOYOMI_FINDING_SIMILAR, KOYOMI_FINDING_PROGRESS, KOYOMI_FINDING_EFFECT_NOTE },
    .details = { KOYOMI_FINDING_GRADE, KOYOMI_FINDING_DUE_DAY, KOYOMI_FINDING_STATUS } },
  { .table = KOYOMI_TABLE_AUDIT, .number = KOYOMI_AUDIT_NUMBER, .title = KOYOMI_AUDIT_TITLE, .day = KOYOMI_AUDIT_FIRST_DAY,
    .notes = { KOYOMI_AUDIT_LEAD, KOYOMI_AUDIT_SCOPE, KOYOMI_AUDIT_CRITERIA, KOYOMI_AUDIT_RESULT },
    .details = { KOYOMI_AUDIT_KIND, KOYOMI_AUDIT_FIRST_DAY, KOYOMI_AUDIT_STATUS } },
  { .table = KOYOMI_TABLE_CONTROL, .number = KOYOMI_CONTROL_CODE, .title = KOYOMI_CONTROL_NAME,
    .notes = { KOYOMI_CONTROL_THEME, KOYOMI_CONTROL_EVIDENCE, KOYOMI_CONTROL_REASON },
    .details = { KOYOMI_CONTROL_THEME, KOYOMI_CONTROL_STATUS } },
  { .table = KOYOMI_TABLE_EVIDENCE, .title = KOYOMI_EVIDENCE_TITLE, .day = KOYOMI_EVIDENCE_ADDED_DAY,
    .notes = { KOYOMI_EVIDENCE_PLACE, KOYOMI_EVIDENCE_OWNER, KOYOMI_EVIDENCE_NOTE },
    .details = { KOYOMI_EVIDENCE_KIND, KOYOMI_EVIDENCE_OWNER, KOYOMI_EVIDENCE_ADDED_DAY } },
  { .table = KOYOMI_TABLE_COMMITTEE, .number = KOYOMI_COMMITTEE_CODE, .title = KOYOMI_COMMITTEE_NAME,
    .notes = { KOYOMI_COMMITTEE_PURPOSE } },
  { .table = KOYOMI_TABLE_MEETING, .title = KOYOMI_MEETING_TITLE, .names = { KOYOMI_MEETING_COMMITTEE }, .day = KOYOMI_MEETING_DAY,
    .notes = { KOYOMI_MEETING_PLACE, KOYOMI_MEETING_CHAIR, KOYOMI_MEETING_ATTENDEES, KOYOMI_MEETING_AGENDA, KOYOMI_MEETING_MINUTES },
    .details = { KOYOMI_MEETING_COMMITTEE, KOYOMI_MEETING_DAY, KOYOMI_MEETING_STATUS } },
  { .table = KOYOMI_TABLE_AGENDA_ITEM, .title = KOYOMI_AGENDA_ITEM_TITLE,
    .notes = { KOYOMI_AGENDA_ITEM_MINUTES },
    .details = { KOYOMI_AGENDA_ITEM_MEETING, KOYOMI_AGENDA_ITEM_KIND } },
  { .table = KOYOMI_TABLE_DECISION, .number = KOYOMI_DECISION_NUMBER, .title = KOYOMI_DECISION_TITLE, .day = KOYOMI_DECISION_DUE_DAY,
    .notes = { KOYOMI_DECISION_OWNER, KOYOMI_DECISION_NOTE },
    .details = { KOYOMI_DECISION_OWNER, KOYOMI_DECISION_DUE_DAY, KOYOMI_DECISION_STATUS } },
  { .table = KOYOMI_TABLE_RISK, .number = KOYOMI_RISK_NUMBER, .title = KOYOMI_RISK_TITLE,
    .notes = { KOYOMI_RISK_OWNER, KOYOMI_RISK_PLAN, KOYOMI_RISK_ACCEPTED_BY, KOYOMI_RISK_NOTE },
    .details = { KOYOMI_RISK_OWNER, KOYOMI_RISK_TREATMENT, KOYOMI_RISK_STATUS } },
  { .table = KOYOMI_TABLE_POLICY, .title = KOYOMI_POLICY_TITLE,
    .notes = { KOYOMI_POLICY_EDITION, KOYOMI_POLICY_OWNER, KOYOMI_POLICY_PLACE },
    .details = { KOYOMI_POLICY_OWNER, KOYOMI_POLICY_REVIEW_DAY } },
  { .table = KOYOMI_TABLE_OBLIGATION, .title = KOYOMI_OBLIGATION_TITLE,
    .notes = { KOYOMI_OBLIGATION_SOURCE, KOYOMI_OBLIGATION_OWNER, KOYOMI_OBLIGATION_NOTE },
    .details = { KOYOMI_OBLIGATION_KIND, KOYOMI_OBLIGATION_OWNER, KOYOMI_OBLIGATION_REVIEW_DAY } },
  { .table = KOYOMI_TABLE_EXEMPTION, .title = KOYOMI_EXEMPTION_TITLE, .day = KOYOMI_EXEMPTION_LAST_DAY,
    .notes = { KOYOMI_EXEMPTION_REASON, KOYOMI_EXEMPTION_OWNER, KOYOMI_EXEMPTION_MEASURE, KOYOMI_EXEMPTION_APPROVED_BY },
    .details = { KOYOMI_EXEMPTION_CONTROL, KOYOMI_EXEMPTION_OWNER, KOYOMI_EXEMPTION_LAST_DAY } },
  { .table = KOYOMI_TABLE_CLOCK, .number = KOYOMI_CLOCK_CODE, .title = KOYOMI_CLOCK_REGIME,
    .notes = { KOYOMI_CLOCK_STAGE, KOYOMI_CLOCK_TRIGGER_TEXT, KOYOMI_CLOCK_RECIPIENT, KOYOMI_CLOCK_LEGAL_BASIS, KOYOMI_CLOCK_NOTE },
    .details = { KOYOMI_CLOCK_STAGE, KOYOMI_CLOCK_RECIPIENT } },
  { .table = KOYOMI_TABLE_DUTY, .title = KOYOMI_DUTY_TITLE, .details = { KOYOMI_DUTY_FUNCTION, KOYOMI_DUTY_KIND } },
  { .table = KOYOMI_TABLE_ASSIGNMENT, .names = { KOYOMI_ASSIGNMENT_TEAM, KOYOMI_ASSIGNMENT_FUNCTION },
    .notes = { KOYOMI_ASSIGNMENT_BASIS, KOYOMI_ASSIGNMENT_NOTE },
    .details = { KOYOMI_ASSIGNMENT_LETTERS, KOYOMI_ASSIGNMENT_PERSON } },
};

guint
_koyomi_search_source_count (void)
{
  return G_N_ELEMENTS (sources);
}

const KoyomiSearchSource *
_koyomi_search_source_get (guint index)
{
  g_assert (index < G_N_ELEMENTS (sources));

  return &sources[index];
}

static const KoyomiField *
find_field (int field)
{
  return &koyomi_dictionary_get_table (KOYOMI_FIELD_TABLE (field))->fields[KOYOMI_FIELD_INDEX (field)];
}

/* Whether KOYOMI_SEARCH_COLUMN_DAY is a day. Else it is a time. */
gboolean
_koyomi_search_source_has_day (const KoyomiSearchSource *self)
{
  return self->day != 0 && find_field (self->day)->type == KOYOMI_FIELD_DAY;
}

static void
append_number (GString    *sql,
               const char *column)
{
  if (column != NULL)
    g_string_append_printf (sql, ", t.%s", column);
  else
    g_string_append (sql, ", 0");
}

/* The title of the row that @reference leads to. */
static void
append_name (GString                 *sql,
             const KoyomiRecordStore *store,
             int                      reference,
             KoyomiLanguage           language)
{
  const KoyomiField *field = find_field (reference);
  const KoyomiTable *target = koyomi_dictionary_get_table (field->target);
  g_autofree char *column = koyomi_record_store_get_text_column (store, "n", field->target << 8 | target->title_field, language);

  g_string_append_printf (sql, "coalesce ((SELECT %s FROM %s AS n WHERE n.id = t.%s), '')", column, target->name, field->name);
}

static void
append_title (GString                  *sql,
              const KoyomiSearchSource *self,
              const KoyomiRecordStore  *store,
              KoyomiLanguage            language)
{
  g_autofree char *own = self->title != 0 ? koyomi_record_store_get_text_column (store, "t", self->title, language) : NULL;

  g_string_append (sql, ", ");
  if (own != NULL && self->names[0] == 0)
    g_string_append (sql, own);
  else if (own != NULL)
    {
      g_string_append_printf (sql, "CASE WHEN t.%s <> '' THEN %s ELSE ", find_field (self->title)->name, own);
      append_name (sql, store, self->names[0], language);
      g_string_append (sql, " END");
    }
  else
    {
      append_name (sql, store, self->names[0], language);
      g_string_append (sql, " || ' ' || ");
      append_name (sql, store, self->names[1], language);
    }
}

static void
append_texts (GString                  *sql,
              const KoyomiSearchSource *self,
              const KoyomiRecordStore  *store,
              KoyomiLanguage            other)
{
  KoyomiLanguage languages[] = { store->own_language, other };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    append_title (sql, self, store, languages[i]);

  for (guint i = 0; i < G_N_ELEMENTS (self->notes) && self->notes[i] != 0; i++)
    for (guint j = 0; j < G_N_ELEMENTS (languages); j++)
      {
        g_autofree char *column = koyomi_record_store_get_text_column (store, "t", self->notes[i], languages[j]);

        if (j == 0 || (find_field (self->notes[i])->flags & KOYOMI_FIELD_TRANSLATED))
          g_string_append_printf (sql, ", %s", column);
        else
          g_string_append (sql, ", ''");
      }
}

/* The controls of annex A go by either of two numbers: 5.24, A.5.24. */
static void
append_code (GString                  *sql,
             const KoyomiSearchSource *self)
{
  const char *code = self->number != 0 ? find_field (self->number)->name : NULL;

  if (code == NULL)
    g_string_append (sql, ", ''");
  else if (self->table == KOYOMI_TABLE_CONTROL)
    g_string_append_printf (sql, ", t.%s || CASE t.kind WHEN 'annex-a' THEN char (10) || 'A.' || t.%s ELSE '' END", code, code);
  else
    g_string_append_printf (sql, ", t.%s", code);
}

/* Returns: (transfer full): the statement that reads a row's columns, up to the WHERE; the table is called t */
char *
_koyomi_search_source_write_sql (const KoyomiSearchSource *self,
                                 const KoyomiRecordStore  *store)
{
  const KoyomiTable *table = koyomi_dictionary_get_table (self->table);
  GString *sql = g_string_new ("SELECT t.id");

  append_number (sql, self->day != 0 ? find_field (self->day)->name : NULL);
  append_number (sql, koyomi_table_find_field (table, "position") >= 0 ? "position" : NULL);
  append_code (sql, self);
  append_texts (sql, self, store, store->own_language == KOYOMI_LANGUAGE_JA ? KOYOMI_LANGUAGE_EN : KOYOMI_LANGUAGE_JA);
  g_string_append_printf (sql, " FROM %s AS t ", table->name);

  return g_string_free (sql, FALSE);
}
