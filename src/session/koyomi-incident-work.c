#include "koyomi-incident-work-private.h"

#include "koyomi-edit-label-private.h"
#include "koyomi-incident-timeline-private.h"

#include <string.h>

gboolean
_koyomi_incident_work_begin (KoyomiIncidentWork  *self,
                             KoyomiSession       *session,
                             gint64               id,
                             gint64               now,
                             KoyomiLanguage       language,
                             GError             **error)
{
  self->session = session;
  self->now = now;
  self->language = language;
  if ((self->edit = koyomi_session_begin_edit (session, error)) == NULL ||
      (self->incident = koyomi_session_get (session, KOYOMI_TABLE_INCIDENT, id, koyomi_session_get_own_language (session),
                                            error)) == NULL)
    return FALSE;

  koyomi_incident_times_read (&self->times, self->incident);
  self->name = _koyomi_label_name_row (session, KOYOMI_TABLE_INCIDENT, id, language);

  return TRUE;
}

void
_koyomi_incident_work_clear (KoyomiIncidentWork *self)
{
  g_clear_pointer (&self->edit, koyomi_edit_free);
  g_clear_object (&self->incident);
  g_clear_pointer (&self->name, g_free);
}

/* Returns: FALSE */
gboolean
_koyomi_incident_work_refuse (const char  *why,
                              GError     **error)
{
  g_set_error_literal (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT, why);

  return FALSE;
}

/* Whether the times can be. */
gboolean
_koyomi_incident_work_check (KoyomiIncidentWork  *self,
                             GError             **error)
{
  g_autofree char *sentence = NULL;
  KoyomiTimesFault fault;

  if (!koyomi_incident_times_find_fault (&self->times, self->now, &fault))
    return TRUE;

  sentence = koyomi_times_fault_describe (&fault, KOYOMI_LANGUAGE_EN);

  return _koyomi_incident_work_refuse (sentence, error);
}

/* What the state of an incident tells of its times: only one that nobody has entered is set, and only where it can be. */
void
_koyomi_incident_work_reach (KoyomiIncidentWork *self,
                             KoyomiIncidentTime  time,
                             gint64              at)
{
  KoyomiIncidentTimes before = self->times;
  KoyomiTimesFault fault;

  if (self->times.certainty[time] != KOYOMI_CERTAINTY_OPEN)
    return;

  koyomi_incident_times_set (&self->times, time, at, KOYOMI_CERTAINTY_EXACT);
  if (koyomi_incident_times_find_fault (&self->times, self->now, &fault))
    self->times = before;
}

/* An automatic entry in the timeline, in both languages. */
gboolean
_koyomi_incident_work_note (KoyomiIncidentWork  *self,
                            gint64               at,
                            KoyomiSentenceFunc   func,
                            gconstpointer        data,
                            GError             **error)
{
  g_autofree char *ja = func (self, data, KOYOMI_LANGUAGE_JA);
  g_autofree char *en = func (self, data, KOYOMI_LANGUAGE_EN);

  return _koyomi_timeline_record (self->edit, self->session, koyomi_record_get_id (self->incident), at, ja, en, error);
}

/* A text as it is shown to whoever writes, which need not be the language of the plan. */
static gboolean
is_shown_as (KoyomiIncidentWork *self,
             int                 field,
             const char         *text)
{
  g_autoptr(KoyomiRecord) shown = NULL;

  if (self->language == koyomi_record_get_language (self->incident))
    return strcmp (koyomi_record_get_text (self->incident, field), text) == 0;

  shown = koyomi_session_get (self->session, KOYOMI_TABLE_INCIDENT, koyomi_record_get_id (self->incident), self->language, NULL);

  return shown != NULL && strcmp (koyomi_record_get_text (shown, field), text) == 0;
}

/* A text that was written anew holds in both languages: what was its translation is one no longer. */
gboolean
_koyomi_incident_work_set_text (KoyomiIncidentWork  *self,
                                int                  field,
                                const char          *text,
                                GError             **error)
{
  const KoyomiTable *table = koyomi_record_get_table (self->incident);

  if (is_shown_as (self, field, text))
    return TRUE;

  koyomi_record_set_text (self->incident, field, text);

  return !(table->fields[KOYOMI_FIELD_INDEX (field)].flags & KOYOMI_FIELD_TRANSLATED) ||
         koyomi_edit_translate (self->edit, field, koyomi_record_get_id (self->incident), "", error);
}

gboolean
_koyomi_incident_work_save (KoyomiIncidentWork  *self,
                            const char          *label,
                            GError             **error)
{
  koyomi_incident_times_write (&self->times, self->incident);

  return koyomi_edit_update (self->edit, self->incident, error) && koyomi_edit_commit (self->edit, label, error);
}
