#include "koyomi-incident-edit.h"

#include "koyomi-day.h"
#include "koyomi-edit-label-private.h"
#include "koyomi-incident-checklist-private.h"
#include "koyomi-incident-work-private.h"
#include "koyomi-session-private.h"
#include "koyomi-text.h"

/* Until triage says otherwise. */
#define FIRST_SEVERITY KOYOMI_SEVERITY_S3

static const char *
get_word (int            field,
          gint64         word,
          KoyomiLanguage language)
{
  const KoyomiTable *table = koyomi_dictionary_get_table (KOYOMI_TABLE_INCIDENT);

  return koyomi_field_get_word_label (&table->fields[KOYOMI_FIELD_INDEX (field)], word, language);
}

/* Returns: (transfer full): the number after the last one of the fiscal year in which it is opened */
static char *
find_number (KoyomiSession  *session,
             gint64          now,
             GError        **error)
{
  int year = koyomi_session_get_fiscal_year (session, koyomi_time_get_day (now)).year;
  g_autoptr(KoyomiStatement) statement = koyomi_database_prepare (_koyomi_session_get_store (session)->db,
                                                                  "SELECT number FROM incident", error);
  KoyomiStep step = KOYOMI_STEP_FAILED;
  guint last = 0;

  while (statement != NULL && (step = koyomi_statement_step (statement, error)) == KOYOMI_STEP_ROW)
    last = MAX (last, koyomi_incident_number_parse (koyomi_statement_get_text (statement, 0), year));

  return step == KOYOMI_STEP_DONE ? koyomi_incident_number_format (year, last + 1) : NULL;
}

/* The severity that the scores give, unless another one was chosen with a reason. */
static void
settle_severity (KoyomiRecord *incident)
{
  int scores[KOYOMI_N_IMPACTS];
  KoyomiSeverity suggested = FIRST_SEVERITY;

  if (!koyomi_text_is_blank (koyomi_record_get_text (incident, KOYOMI_INCIDENT_SEVERITY_REASON)))
    return;

  koyomi_impact_read_scores (incident, scores);
  koyomi_severity_suggest (scores, &suggested);
  koyomi_record_set_int (incident, KOYOMI_INCIDENT_SEVERITY, suggested);
}

static char *
tell_opening (KoyomiIncidentWork *work,
              gconstpointer       data,
              KoyomiLanguage      language)
{
  /* Translators: the kind of the record, such as “Incident” or “Drill”, and its number */
  return g_strdup_printf (koyomi_tr (language, N_("Opened as %s %s")),
                          koyomi_incident_kind_get_label (koyomi_record_get_int (work->incident, KOYOMI_INCIDENT_KIND), language),
                          koyomi_record_get_text (work->incident, KOYOMI_INCIDENT_NUMBER));
}

static gboolean
has_check_list (KoyomiRecord *incident)
{
  KoyomiIncidentKind kind = koyomi_record_get_int (incident, KOYOMI_INCIDENT_KIND);

  return kind == KOYOMI_INCIDENT_KIND_INCIDENT || kind == KOYOMI_INCIDENT_KIND_DRILL ||
         !koyomi_record_is_none (incident, KOYOMI_INCIDENT_TEMPLATE);
}

static gboolean
add_tasks (KoyomiIncidentWork  *work,
           GError             **error)
{
  return !has_check_list (work->incident) ||
         _koyomi_incident_tasks_add (work->edit, work->session, work->incident, koyomi_time_get_day (work->now), error) >= 0;
}

static gboolean
prepare (KoyomiIncidentWork  *work,
         KoyomiRecord        *incident,
         GError             **error)
{
  char *number = NULL;

  if (koyomi_text_is_blank (koyomi_record_get_text (incident, KOYOMI_INCIDENT_TITLE)))
    return _koyomi_incident_work_refuse ("an incident needs a title", error);

  koyomi_incident_times_read (&work->times, incident);
  settle_severity (incident);
  if (!_koyomi_incident_work_check (work, error) ||
      (number = find_number (work->session, work->now, error)) == NULL)
    return FALSE;

  koyomi_record_take_text (incident, KOYOMI_INCIDENT_NUMBER, number);
  koyomi_record_set_int (incident, KOYOMI_INCIDENT_STATE, KOYOMI_INCIDENT_STATE_NEW);
  koyomi_record_set_int (incident, KOYOMI_INCIDENT_OPENED_AT, work->now);

  return TRUE;
}

/**
 * koyomi_incident_open:
 * @incident: a new record with what is known, and the code of a template, if any; number, state, and when it was opened are set here,
 *   and so is the severity unless there is a reason for another one
 *
 * An incident and a drill get their check-list; an event and a near miss do when there is a template for them, or when triage
 * makes an incident of them.
 *
 * Returns: its key, or 0 on error
 */
gint64
koyomi_incident_open (KoyomiSession   *session,
                      KoyomiRecord    *incident,
                      gint64           now,
                      KoyomiLanguage   language,
                      GError         **error)
{
  g_auto(KoyomiIncidentWork) work = { .session = session, .now = now, .language = language };
  g_autofree char *label = NULL;

  g_return_val_if_fail (koyomi_record_get_table_id (incident) == KOYOMI_TABLE_INCIDENT, 0);

  work.incident = g_object_ref (incident);
  if ((work.edit = koyomi_session_begin_edit (session, error)) == NULL || !prepare (&work, incident, error))
    return 0;

  if (!koyomi_edit_insert (work.edit, incident, error) ||
      !_koyomi_incident_work_note (&work, now, tell_opening, NULL, error) ||
      !add_tasks (&work, error))
    return 0;

  /* Translators: the label of the edit: the number and the title of an incident */
  label = g_strdup_printf (koyomi_tr (language, N_("Open %s “%s”")), koyomi_record_get_text (incident, KOYOMI_INCIDENT_NUMBER),
                           koyomi_record_get_text (incident, KOYOMI_INCIDENT_TITLE));

  return koyomi_edit_commit (work.edit, label, error) ? koyomi_record_get_id (incident) : 0;
}

/* The fields whose changes the timeline keeps. */
static const int noted_fields[] = {
  KOYOMI_INCIDENT_KIND, KOYOMI_INCIDENT_SEVERITY, KOYOMI_INCIDENT_CLASS, KOYOMI_INCIDENT_TLP, KOYOMI_INCIDENT_TEAM,
  KOYOMI_INCIDENT_LEAD,
};

/* The two records that a change lies between, and of which field it is. */
typedef struct
{
  KoyomiRecord *before;
  KoyomiRecord *after;
  int           field;
} FieldChange;

static char *
dup_value (KoyomiIncidentWork *work,
           KoyomiRecord       *record,
           int                 field,
           KoyomiLanguage      language)
{
  char *text = NULL;

  if (field == KOYOMI_INCIDENT_TEAM && !koyomi_record_is_none (record, field))
    text = _koyomi_session_dup_title (work->session, KOYOMI_TABLE_TEAM, koyomi_record_get_int (record, field), language);
  else if (field == KOYOMI_INCIDENT_CLASS)
    text = g_strdup (koyomi_incident_class_get_label (koyomi_record_get_text (record, field), language));
  else if (field == KOYOMI_INCIDENT_KIND || field == KOYOMI_INCIDENT_SEVERITY)
    text = g_strdup (get_word (field, koyomi_record_get_int (record, field), language));
  else if (field != KOYOMI_INCIDENT_TEAM)
    text = g_strdup (koyomi_record_get_text (record, field));

  if (text != NULL && *text != '\0')
    return text;

  g_free (text);

  return g_strdup ("–");
}

static char *
tell_change (KoyomiIncidentWork *work,
             gconstpointer       data,
             KoyomiLanguage      language)
{
  const FieldChange *change = data;
  const KoyomiTable *table = koyomi_dictionary_get_table (KOYOMI_TABLE_INCIDENT);
  g_autofree char *before = dup_value (work, change->before, change->field, language);
  g_autofree char *after = dup_value (work, change->after, change->field, language);
  const char *reason = koyomi_record_get_text (change->after, KOYOMI_INCIDENT_SEVERITY_REASON);

  if (change->field == KOYOMI_INCIDENT_SEVERITY && *reason != '\0')
    /* Translators: a field of an incident, what it was, what it is now, and why */
    return g_strdup_printf (koyomi_tr (language, N_("%s: %s → %s (%s)")),
                            koyomi_tr (language, table->fields[KOYOMI_FIELD_INDEX (change->field)].label), before, after, reason);

  /* Translators: a field of an incident, what it was, and what it is now */
  return g_strdup_printf (koyomi_tr (language, N_("%s: %s → %s")),
                          koyomi_tr (language, table->fields[KOYOMI_FIELD_INDEX (change->field)].label), before, after);
}

static gboolean
is_same (KoyomiRecord *before,
         KoyomiRecord *after,
         int           field)
{
  if (koyomi_record_get_table (before)->fields[KOYOMI_FIELD_INDEX (field)].type == KOYOMI_FIELD_TEXT)
    return g_str_equal (koyomi_record_get_text (before, field), koyomi_record_get_text (after, field));

  return koyomi_record_get_int (before, field) == koyomi_record_get_int (after, field);
}

static gboolean
note_changes (KoyomiIncidentWork  *work,
              KoyomiRecord        *before,
              KoyomiRecord        *after,
              GError             **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (noted_fields); i++)
    {
      FieldChange change = { before, after, noted_fields[i] };

      if (!is_same (before, after, change.field) &&
          !_koyomi_incident_work_note (work, work->now, tell_change, &change, error))
        return FALSE;
    }

  return TRUE;
}

/* What the incident has now; its texts belong to it. */
void
koyomi_triage_read (KoyomiTriage *self,
                    KoyomiRecord *incident)
{
  self->kind = koyomi_record_get_int (incident, KOYOMI_INCIDENT_KIND);
  koyomi_impact_read_scores (incident, self->scores);
  self->severity = koyomi_record_get_int (incident, KOYOMI_INCIDENT_SEVERITY);
  self->reason = koyomi_record_get_text (incident, KOYOMI_INCIDENT_SEVERITY_REASON);
  self->class = koyomi_record_get_text (incident, KOYOMI_INCIDENT_CLASS);
  self->tlp = koyomi_record_get_text (incident, KOYOMI_INCIDENT_TLP);
  self->team_id = koyomi_record_get_int (incident, KOYOMI_INCIDENT_TEAM);
  self->lead = koyomi_record_get_text (incident, KOYOMI_INCIDENT_LEAD);
}

/* Whether the severity is another one than the scores give. */
gboolean
koyomi_triage_needs_reason (const KoyomiTriage *self)
{
  KoyomiSeverity suggested;

  return koyomi_severity_suggest (self->scores, &suggested) && suggested != self->severity;
}

static gboolean
take_triage (KoyomiIncidentWork  *work,
             const KoyomiTriage  *triage,
             GError             **error)
{
  koyomi_record_set_int (work->incident, KOYOMI_INCIDENT_KIND, triage->kind);
  koyomi_record_set_int (work->incident, KOYOMI_INCIDENT_SEVERITY, triage->severity);
  koyomi_record_set_int (work->incident, KOYOMI_INCIDENT_TEAM, triage->team_id);
  for (guint i = 0; i < KOYOMI_N_IMPACTS; i++)
    koyomi_record_set_int (work->incident, koyomi_impact_get_field (i),
                           triage->scores[i] == KOYOMI_IMPACT_NONE ? KOYOMI_NO_INT : triage->scores[i]);

  return (triage->reason == NULL ||
          _koyomi_incident_work_set_text (work, KOYOMI_INCIDENT_SEVERITY_REASON, triage->reason, error)) &&
         (triage->class == NULL || _koyomi_incident_work_set_text (work, KOYOMI_INCIDENT_CLASS, triage->class, error)) &&
         (triage->tlp == NULL || _koyomi_incident_work_set_text (work, KOYOMI_INCIDENT_TLP, triage->tlp, error)) &&
         (triage->lead == NULL || _koyomi_incident_work_set_text (work, KOYOMI_INCIDENT_LEAD, triage->lead, error));
}

/* Classifies an incident, or does so again: the timeline keeps what was thought before. A new one is triaged then, and somebody has
 * acknowledged it. */
gboolean
koyomi_incident_triage (KoyomiSession       *session,
                        gint64               id,
                        const KoyomiTriage  *triage,
                        gint64               now,
                        KoyomiLanguage       language,
                        GError             **error)
{
  g_auto(KoyomiIncidentWork) work = { 0 };
  g_autoptr(KoyomiRecord) before = NULL;
  g_autofree char *label = NULL;

  if (koyomi_triage_needs_reason (triage) && koyomi_text_is_blank (triage->reason))
    return _koyomi_incident_work_refuse ("a severity other than the suggested one needs a reason", error);

  if (!_koyomi_incident_work_begin (&work, session, id, now, language, error) ||
      (before = koyomi_session_get (session, KOYOMI_TABLE_INCIDENT, id, koyomi_session_get_own_language (session), error)) == NULL ||
      !take_triage (&work, triage, error))
    return FALSE;

  _koyomi_incident_work_reach (&work, KOYOMI_INCIDENT_TIME_ACKNOWLEDGED, now);
  _koyomi_incident_work_reach (&work, KOYOMI_INCIDENT_TIME_CLASSIFIED, now);
  if (koyomi_record_get_int (work.incident, KOYOMI_INCIDENT_STATE) == KOYOMI_INCIDENT_STATE_NEW)
    koyomi_record_set_int (work.incident, KOYOMI_INCIDENT_STATE, KOYOMI_INCIDENT_STATE_TRIAGED);

  /* Translators: the label of the edit that classifies an incident */
  label = g_strdup_printf (koyomi_tr (language, N_("Triage %s")), work.name);

  return note_changes (&work, before, work.incident, error) &&
         (has_check_list (before) || add_tasks (&work, error)) &&
         _koyomi_incident_work_save (&work, label, error);
}

/* Each time that is another one now. */
static char *
tell_times (KoyomiIncidentWork *work,
            gconstpointer       data,
            KoyomiLanguage      language)
{
  const KoyomiIncidentTimes *before = data;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < KOYOMI_N_INCIDENT_TIMES; i++)
    if (koyomi_incident_times_differ (before, &work->times, i))
      {
        g_autofree char *old = koyomi_incident_times_format (before, i, "%Y-%m-%d %H:%M", language);
        g_autofree char *new = koyomi_incident_times_format (&work->times, i, "%Y-%m-%d %H:%M", language);

        g_string_append (text, text->len > 0 ? "\n" : "");
        g_string_append_printf (text, koyomi_tr (language, N_("%s: %s → %s")), koyomi_incident_time_get_label (i, language), old, new);
      }

  return g_string_free (text, FALSE);
}

/* Writes all times; when it was closed only of an incident that is. */
gboolean
koyomi_incident_set_times (KoyomiSession              *session,
                           gint64                      id,
                           const KoyomiIncidentTimes  *times,
                           gint64                      now,
                           KoyomiLanguage              language,
                           GError                    **error)
{
  g_auto(KoyomiIncidentWork) work = { 0 };
  g_autofree char *label = NULL;
  KoyomiIncidentTimes before;
  gboolean is_open;

  if (!_koyomi_incident_work_begin (&work, session, id, now, language, error))
    return FALSE;

  before = work.times;
  work.times = *times;
  is_open = koyomi_incident_state_is_open (koyomi_record_get_int (work.incident, KOYOMI_INCIDENT_STATE));
  if (is_open ? times->at[KOYOMI_INCIDENT_TIME_CLOSED] != 0
              : times->certainty[KOYOMI_INCIDENT_TIME_CLOSED] == KOYOMI_CERTAINTY_OPEN)
    return _koyomi_incident_work_refuse ("an incident has a time at which it was closed when it is closed, and only then", error);

  if (koyomi_incident_times_equal (&before, times))
    return TRUE;

  /* Translators: the label of the edit of an incident’s times */
  label = g_strdup_printf (koyomi_tr (language, N_("Change the times of %s")), work.name);

  return _koyomi_incident_work_check (&work, error) &&
         _koyomi_incident_work_note (&work, now, tell_times, &before, error) &&
         _koyomi_incident_work_save (&work, label, error);
}
