#include "koyomi-incident-report-private.h"

#include "koyomi-day.h"
#include "koyomi-incident-evidence.h"
#include "koyomi-incident-follow-up.h"
#include "koyomi-incident-links.h"
#include "koyomi-incident-parties.h"
#include "koyomi-incident-tasks.h"
#include "koyomi-incident-timeline.h"
#include "koyomi-occurrence.h"

static KoyomiDocumentTable *
add_table (KoyomiIncidentReport *self,
           const char           *title)
{
  return _koyomi_document_add_table (self->document, koyomi_tr (self->language, title));
}

static void
add_column (KoyomiIncidentReport *self,
            KoyomiDocumentTable  *table,
            const char           *label,
            guint                 width)
{
  _koyomi_document_add_column (table, koyomi_tr (self->language, label), width);
}

/* Lines of what is there of them. */
static void
append_line (GString    *text,
             const char *name,
             const char *value)
{
  if (value != NULL && *value != '\0')
    g_string_append_printf (text, "%s%s%s%s", text->len > 0 ? "\n" : "", name, *name != '\0' ? ": " : "", value);
}

static void
append_field (KoyomiIncidentReport *self,
              GString              *text,
              KoyomiRecord         *record,
              int                   field)
{
  const KoyomiTable *table = koyomi_record_get_table (record);
  g_autofree char *value = koyomi_record_format (record, field, self->language);

  append_line (text, koyomi_tr (self->language, table->fields[KOYOMI_FIELD_INDEX (field)].label), value);
}

/* Who decided when that it must be reported or need not be, the receipt, and why it was late. */
static char *
describe_report (KoyomiIncidentReport      *self,
                 const KoyomiIncidentClock *clock)
{
  g_autofree char *decided = koyomi_time_format_local (koyomi_record_get_int (clock->report, KOYOMI_INCIDENT_REPORT_DECIDED_AT));
  GString *text = g_string_new (NULL);

  append_field (self, text, clock->report, KOYOMI_INCIDENT_REPORT_RECEIPT);
  append_field (self, text, clock->report, KOYOMI_INCIDENT_REPORT_FILED_BY);
  append_field (self, text, clock->report, KOYOMI_INCIDENT_REPORT_LATE_REASON);
  append_field (self, text, clock->report, KOYOMI_INCIDENT_REPORT_REASON);
  append_field (self, text, clock->report, KOYOMI_INCIDENT_REPORT_DECIDED_BY);
  append_line (text, koyomi_tr (self->language, N_("Decided")), decided);
  if (clock->lack != KOYOMI_CLOCK_LACKS_NOTHING && clock->state == KOYOMI_CLOCK_STATE_DUE)
    append_line (text, "", koyomi_incident_clock_explain_lack (clock, self->language));

  return g_string_free (text, FALSE);
}

static const char *
name_state (KoyomiIncidentReport      *self,
            const KoyomiIncidentClock *clock)
{
  if (clock->state == KOYOMI_CLOCK_STATE_DUE)
    return koyomi_tr (self->language, N_("To be reported"));

  return clock->filed_late ? koyomi_tr (self->language, N_("Filed late")) : koyomi_clock_state_get_label (clock->state, self->language);
}

static void
add_clock (KoyomiIncidentReport      *self,
           KoyomiDocumentTable       *table,
           const KoyomiIncidentClock *clock)
{
  KoyomiDocumentRow *row = _koyomi_document_add_row (table, "clock", koyomi_record_get_id (clock->clock));
  g_autofree char *title = koyomi_incident_clock_dup_title (clock, self->language);
  const char *recipient = koyomi_record_get_text (clock->clock, KOYOMI_CLOCK_RECIPIENT);

  _koyomi_document_take_text (row, g_strjoin (*recipient != '\0' ? "\n→ " : "", title, recipient, NULL));
  _koyomi_document_add_text (row, name_state (self, clock));
  _koyomi_document_add_time (row, clock->state == KOYOMI_CLOCK_STATE_NOT_APPLICABLE ? 0 : clock->due_at);
  _koyomi_document_add_time (row, koyomi_record_get_int (clock->report, KOYOMI_INCIDENT_REPORT_FILED_AT));
  _koyomi_document_take_text (row, describe_report (self, clock));
}

/* What was decided and sent; duties that nobody has looked at are only counted. */
gboolean
_koyomi_incident_report_add_clocks (KoyomiIncidentReport  *self,
                                    GError               **error)
{
  KoyomiDocumentTable *table = add_table (self, N_("Reports to authorities"));
  guint n = self->clocks->n_not_judged;

  add_column (self, table, N_("Report"), 6);
  add_column (self, table, N_("State"), 3);
  add_column (self, table, N_("Due"), 4);
  add_column (self, table, N_("Filed at"), 4);
  add_column (self, table, N_("Remarks"), 7);
  for (guint i = 0; i < self->clocks->clocks->len; i++)
    {
      const KoyomiIncidentClock *clock = g_ptr_array_index (self->clocks->clocks, i);

      if (clock->report != NULL && !clock->gives_way)
        add_clock (self, table, clock);
    }

  table->note = n > 0 ? g_strdup_printf (koyomi_ntr (self->language, "%u duty has not been judged yet. %s",
                                                     "%u duties have not been judged yet. %s", n), n,
                                         koyomi_clock_table_get_disclaimer (self->language))
                      : g_strdup (koyomi_clock_table_get_disclaimer (self->language));
  table->empty = g_strdup (koyomi_tr (self->language, N_("It has not been decided yet whether this must be reported.")));

  return TRUE;
}

static void
add_event (KoyomiIncidentReport *self,
           KoyomiDocumentTable  *table,
           KoyomiRecord         *event)
{
  KoyomiDocumentRow *row = _koyomi_document_add_row (table, "event", koyomi_record_get_id (event));

  _koyomi_document_add_time (row, koyomi_record_get_int (event, KOYOMI_INCIDENT_EVENT_AT));
  if (table->is_list)
    _koyomi_document_take_text (row, koyomi_record_format (event, KOYOMI_INCIDENT_EVENT_KIND, self->language));
  _koyomi_document_add_text (row, koyomi_record_get_text (event, KOYOMI_INCIDENT_EVENT_ACTOR));
  _koyomi_document_add_text (row, koyomi_record_get_text (event, KOYOMI_INCIDENT_EVENT_TEXT));
  if (table->is_list)
    _koyomi_document_take_text (row, koyomi_record_format (event, KOYOMI_INCIDENT_EVENT_IN_REPORT, self->language));
}

/* @is_list: the whole of it, else what is marked for the report */
gboolean
_koyomi_incident_report_add_timeline (KoyomiIncidentReport  *self,
                                      gboolean               is_list,
                                      GError               **error)
{
  gint64 incident = koyomi_record_get_id (self->incident);
  KoyomiDocumentTable *table = add_table (self, N_("Timeline"));
  g_autoptr(GPtrArray) events = koyomi_session_load_timeline (self->session, incident, KOYOMI_TIMELINE_OLDEST_FIRST, self->language,
                                                              error);

  if (events == NULL)
    return FALSE;

  table->is_list = is_list;
  add_column (self, table, N_("Time"), 4);
  if (is_list)
    add_column (self, table, N_("Kind"), 3);
  add_column (self, table, N_("By"), is_list ? 4 : 5);
  add_column (self, table, N_("Entry"), is_list ? 17 : 15);
  if (is_list)
    add_column (self, table, N_("In the report"), 3);

  for (guint i = 0; i < events->len; i++)
    {
      KoyomiRecord *event = g_ptr_array_index (events, i);

      if (is_list || koyomi_record_get_int (event, KOYOMI_INCIDENT_EVENT_IN_REPORT) != 0)
        add_event (self, table, event);
    }
  table->empty = g_strdup (is_list ? koyomi_tr (self->language, N_("Nothing has been written down yet."))
                                   : koyomi_tr (self->language, N_("No entry of the timeline is marked for the report.")));

  return TRUE;
}

static char *
describe_task (KoyomiIncidentReport     *self,
               const KoyomiIncidentTask *task)
{
  g_autofree char *done = koyomi_time_format_local (koyomi_record_get_int (task->task, KOYOMI_INCIDENT_TASK_DONE_AT));
  GString *text = g_string_new (koyomi_task_state_get_name (task->state, self->language));

  append_line (text, "", done);
  append_line (text, "", koyomi_record_get_text (task->task, KOYOMI_INCIDENT_TASK_DONE_BY));
  append_field (self, text, task->task, KOYOMI_INCIDENT_TASK_WAIVED);

  return g_string_free (text, FALSE);
}

static char *
describe_owner (const KoyomiIncidentTask *task)
{
  GString *text = g_string_new (NULL);

  append_line (text, "", task->team);
  append_line (text, "", koyomi_record_get_text (task->task, KOYOMI_INCIDENT_TASK_OWNER));

  return g_string_free (text, FALSE);
}

static char *
describe_title (const KoyomiIncidentTask *task)
{
  GString *text = g_string_new (koyomi_record_get_title (task->task));

  append_line (text, "", task->function_name);
  append_line (text, "", koyomi_record_get_text (task->task, KOYOMI_INCIDENT_TASK_NOTE));

  return g_string_free (text, FALSE);
}

gboolean
_koyomi_incident_report_add_tasks (KoyomiIncidentReport  *self,
                                   GError               **error)
{
  KoyomiDocumentTable *table = add_table (self, N_("Incident tasks"));
  g_autoptr(KoyomiIncidentTasks) tasks = koyomi_session_load_incident_tasks (self->session, koyomi_record_get_id (self->incident),
                                                                             self->now, self->language, error);

  if (tasks == NULL)
    return FALSE;

  add_column (self, table, N_("Task"), 10);
  add_column (self, table, N_("Team"), 5);
  add_column (self, table, N_("Due"), 4);
  add_column (self, table, N_("State"), 5);
  for (guint i = 0; i < tasks->tasks->len; i++)
    {
      const KoyomiIncidentTask *task = g_ptr_array_index (tasks->tasks, i);
      KoyomiDocumentRow *row = _koyomi_document_add_row (table, "task", koyomi_record_get_id (task->task));

      _koyomi_document_take_text (row, describe_title (task));
      _koyomi_document_take_text (row, describe_owner (task));
      _koyomi_document_add_time (row, koyomi_record_get_int (task->task, KOYOMI_INCIDENT_TASK_DUE_AT));
      _koyomi_document_take_text (row, describe_task (self, task));
    }
  table->empty = g_strdup (koyomi_tr (self->language, N_("There are no tasks.")));

  return TRUE;
}

/* Who has it and where, and through whose hands it went. */
static char *
describe_custody (const KoyomiIncidentEvidence *piece)
{
  GString *text = g_string_new (NULL);

  append_line (text, "", piece->holder);
  append_line (text, "", piece->place);
  for (guint i = 0; i < piece->custody->len; i++)
    {
      KoyomiRecord *move = g_ptr_array_index (piece->custody, i);
      g_autofree char *at = koyomi_time_format_local (koyomi_record_get_int (move, KOYOMI_CUSTODY_AT));
      g_autofree char *hands = g_strdup_printf ("%s → %s", koyomi_record_get_text (move, KOYOMI_CUSTODY_FROM_HOLDER),
                                                koyomi_record_get_text (move, KOYOMI_CUSTODY_TO_HOLDER));

      append_line (text, at, hands);
    }

  return g_string_free (text, FALSE);
}

static char *
describe_collection (KoyomiRecord *evidence)
{
  g_autofree char *at = koyomi_time_format_local (koyomi_record_get_int (evidence, KOYOMI_EVIDENCE_COLLECTED_AT));
  GString *text = g_string_new (at);

  append_line (text, "", koyomi_record_get_text (evidence, KOYOMI_EVIDENCE_COLLECTED_BY));

  return g_string_free (text, FALSE);
}

gboolean
_koyomi_incident_report_add_evidence (KoyomiIncidentReport  *self,
                                      GError               **error)
{
  KoyomiDocumentTable *table = add_table (self, N_("Evidence"));
  g_autoptr(GPtrArray) pieces = koyomi_session_load_incident_evidence (self->session, koyomi_record_get_id (self->incident),
                                                                       self->language, error);

  if (pieces == NULL)
    return FALSE;

  add_column (self, table, N_("Evidence"), 6);
  add_column (self, table, N_("SHA-256"), 8);
  add_column (self, table, N_("Collected"), 4);
  add_column (self, table, N_("Custody"), 6);
  for (guint i = 0; i < pieces->len; i++)
    {
      const KoyomiIncidentEvidence *piece = g_ptr_array_index (pieces, i);
      KoyomiDocumentRow *row = _koyomi_document_add_row (table, "evidence", koyomi_record_get_id (piece->evidence));
      const char *sha256 = koyomi_record_get_text (piece->evidence, KOYOMI_EVIDENCE_SHA256);

      _koyomi_document_add_text (row, koyomi_record_get_title (piece->evidence));
      _koyomi_document_add_text (row, *sha256 != '\0' ? sha256 : "–");
      _koyomi_document_take_text (row, describe_collection (piece->evidence));
      _koyomi_document_take_text (row, describe_custody (piece));
    }
  table->empty = g_strdup (koyomi_tr (self->language, N_("No evidence has been collected.")));

  return TRUE;
}

static gboolean
add_follow_ups (KoyomiIncidentReport  *self,
                GError               **error)
{
  KoyomiDocumentTable *table = add_table (self, N_("Follow-up activities"));
  g_autoptr(GPtrArray) follow_ups = koyomi_session_load_follow_ups (self->session, koyomi_record_get_id (self->incident), self->language,
                                                                    error);

  if (follow_ups == NULL)
    return FALSE;

  add_column (self, table, N_("Activity"), 9);
  add_column (self, table, N_("Team"), 6);
  add_column (self, table, N_("From"), 3);
  add_column (self, table, N_("Until"), 3);
  add_column (self, table, N_("State"), 3);
  for (guint i = 0; i < follow_ups->len; i++)
    {
      const KoyomiFollowUp *follow_up = g_ptr_array_index (follow_ups, i);
      KoyomiDocumentRow *row = _koyomi_document_add_row (table, "activity", follow_up->activity);

      _koyomi_document_add_text (row, follow_up->title);
      _koyomi_document_take_text (row, g_strjoin (*follow_up->owner != '\0' && *follow_up->team != '\0' ? " · " : "", follow_up->team,
                                                  follow_up->owner, NULL));
      _koyomi_document_add_day (row, follow_up->first_day);
      _koyomi_document_add_day (row, follow_up->last_day);
      _koyomi_document_add_text (row, follow_up->run != 0 ? koyomi_state_get_label (follow_up->state, self->language) : "");
    }
  table->empty = g_strdup (koyomi_tr (self->language, N_("No activity follows it up.")));

  return TRUE;
}

/* What follows it up, and what it concerns. */
gboolean
_koyomi_incident_report_add_links (KoyomiIncidentReport  *self,
                                   GError               **error)
{
  g_autoptr(GPtrArray) links = NULL;
  KoyomiDocumentTable *table;

  if (!add_follow_ups (self, error) ||
      (links = koyomi_session_load_incident_links (self->session, koyomi_record_get_id (self->incident), self->language, error)) == NULL)
    return FALSE;

  table = add_table (self, N_("What it concerns"));
  _koyomi_document_add_column (table, NULL, 4);
  _koyomi_document_add_column (table, NULL, 20);
  for (guint i = 0; i < links->len; i++)
    {
      const KoyomiIncidentLink *link = g_ptr_array_index (links, i);
      const KoyomiTable *kind = koyomi_dictionary_get_table (link->table);
      KoyomiDocumentRow *row = _koyomi_document_add_row (table, kind->name, link->row);

      _koyomi_document_add_label (row, koyomi_tr (self->language, kind->label));
      _koyomi_document_add_text (row, link->title);
    }

  return TRUE;
}

/* Who took part. */
gboolean
_koyomi_incident_report_add_parties (KoyomiIncidentReport  *self,
                                     GError               **error)
{
  KoyomiDocumentTable *table = add_table (self, N_("Participants"));
  g_autoptr(GPtrArray) parties = koyomi_session_load_incident_parties (self->session, koyomi_record_get_id (self->incident),
                                                                       self->language, error);

  if (parties == NULL)
    return FALSE;

  add_column (self, table, N_("Participant"), 12);
  add_column (self, table, N_("Role"), 12);
  for (guint i = 0; i < parties->len; i++)
    {
      const KoyomiIncidentParty *party = g_ptr_array_index (parties, i);
      KoyomiDocumentRow *row = _koyomi_document_add_row (table, "party", koyomi_record_get_id (party->party));

      _koyomi_document_add_text (row, party->name);
      _koyomi_document_add_text (row, koyomi_record_get_text (party->party, KOYOMI_INCIDENT_PARTY_ROLE));
    }
  table->empty = g_strdup (koyomi_tr (self->language, N_("Nobody has been named.")));

  return TRUE;
}
