#include "koyomi-incident-tasks.h"

#include "koyomi-catalogue-functions-private.h"
#include "koyomi-edit-label-private.h"
#include "koyomi-edit.h"
#include "koyomi-incident-timeline-private.h"
#include "koyomi-row-order.h"
#include "koyomi-session-private.h"
#include "koyomi-text.h"

static void
free_task (gpointer data)
{
  KoyomiIncidentTask *self = data;

  g_clear_object (&self->task);
  g_free (self->team);
  g_free (self->function_name);
  g_free (self);
}

void
koyomi_incident_tasks_free (KoyomiIncidentTasks *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->tasks, g_ptr_array_unref);
  g_free (self);
}

/* Reads whose duty it is. */
static gboolean
read_function (KoyomiIncidentTask  *self,
               KoyomiSession       *session,
               KoyomiLanguage       language,
               GError             **error)
{
  gint64 id = koyomi_record_get_int (self->task, KOYOMI_INCIDENT_TASK_DUTY);
  g_autoptr(KoyomiRecord) duty = NULL;
  g_autoptr(KoyomiRecord) function = NULL;

  if (id == 0)
    {
      self->function_name = g_strdup ("");
      return TRUE;
    }

  if ((duty = koyomi_session_get (session, KOYOMI_TABLE_DUTY, id, language, error)) == NULL)
    return FALSE;

  self->function = koyomi_record_get_int (duty, KOYOMI_DUTY_FUNCTION);
  if ((function = koyomi_session_get (session, KOYOMI_TABLE_FUNCTION, self->function, language, error)) == NULL)
    return FALSE;

  self->function_name = _koyomi_function_name (function);

  return TRUE;
}

static gboolean
take_task (KoyomiIncidentTasks  *self,
           KoyomiSession        *session,
           KoyomiRecord         *record,
           GHashTable           *teams,
           gint64                now,
           KoyomiLanguage        language,
           GError              **error)
{
  KoyomiIncidentTask *task = g_new0 (KoyomiIncidentTask, 1);
  gint64 team = koyomi_record_get_int (record, KOYOMI_INCIDENT_TASK_TEAM);
  KoyomiRecord *team_record = g_hash_table_lookup (teams, &team);

  g_ptr_array_add (self->tasks, task);
  task->task = g_object_ref (record);
  task->state = koyomi_incident_task_get_state (record, now);
  task->team = g_strdup (team_record != NULL ? koyomi_record_get_title (team_record) : "");
  self->counts[task->state]++;

  return read_function (task, session, language, error);
}

/**
 * koyomi_session_load_incident_tasks:
 * @now: what was due before it and is open is late
 */
KoyomiIncidentTasks *
koyomi_session_load_incident_tasks (KoyomiSession   *session,
                                    gint64           incident,
                                    gint64           now,
                                    KoyomiLanguage   language,
                                    GError         **error)
{
  g_autoptr(KoyomiIncidentTasks) self = g_new0 (KoyomiIncidentTasks, 1);
  g_autoptr(GPtrArray) records = koyomi_session_list (session, KOYOMI_TABLE_INCIDENT_TASK, KOYOMI_INCIDENT_TASK_INCIDENT, incident,
                                                      language, error);
  g_autoptr(GHashTable) teams = NULL;

  if (records == NULL || (teams = koyomi_session_index (session, KOYOMI_TABLE_TEAM, language, error)) == NULL)
    return NULL;

  self->tasks = g_ptr_array_new_with_free_func (free_task);
  for (guint i = 0; i < records->len; i++)
    if (!take_task (self, session, g_ptr_array_index (records, i), teams, now, language, error))
      return NULL;

  return g_steal_pointer (&self);
}

/* What the review has to speak of: tasks that are open, and those that were left out with their reasons.
 * Returns: (transfer container) (element-type KoyomiIncidentTask) */
GPtrArray *
koyomi_incident_tasks_list_open (const KoyomiIncidentTasks *self)
{
  GPtrArray *open = g_ptr_array_new ();

  for (guint i = 0; i < self->tasks->len; i++)
    {
      KoyomiIncidentTask *task = g_ptr_array_index (self->tasks, i);

      if (koyomi_task_state_is_open (task->state))
        g_ptr_array_add (open, task);
    }

  return open;
}

static gboolean
check_title (KoyomiRecord  *task,
             GError       **error)
{
  if (!koyomi_text_is_blank (koyomi_record_get_title (task)))
    return TRUE;

  g_set_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT, "a task needs a title");

  return FALSE;
}

/* Puts a task, such as one that nobody had thought of, at the end of its incident's check-list.
 * Returns: its key, or 0 on error; %KOYOMI_PLAN_ERROR_CONSTRAINT without a title */
gint64
koyomi_incident_task_add (KoyomiSession   *session,
                          KoyomiRecord    *task,
                          KoyomiLanguage   language,
                          GError         **error)
{
  gint64 incident = koyomi_record_get_int (task, KOYOMI_INCIDENT_TASK_INCIDENT);
  int position;

  if (!check_title (task, error) ||
      (position = koyomi_session_find_last_position (session, KOYOMI_TABLE_INCIDENT_TASK, KOYOMI_INCIDENT_TASK_INCIDENT, incident,
                                                     error)) < 0)
    return 0;

  koyomi_record_set_int (task, KOYOMI_INCIDENT_TASK_POSITION, position + 1);

  return koyomi_session_add (session, task, language, error);
}

/* Writes what was changed in a task: its title, due time, team, owner or note. */
gboolean
koyomi_incident_task_save (KoyomiSession   *session,
                           KoyomiRecord    *task,
                           KoyomiLanguage   language,
                           GError         **error)
{
  return check_title (task, error) && koyomi_session_save (session, task, language, error);
}

/* One task by its title, several by their number. */
static char *
name_tasks (KoyomiSession  *session,
            const gint64   *tasks,
            guint           n,
            KoyomiLanguage  language)
{
  if (n == 1)
    return _koyomi_label_name_row (session, KOYOMI_TABLE_INCIDENT_TASK, tasks[0], language);

  return g_strdup_printf (koyomi_ntr (language, "%u task", "%u tasks", n), n);
}

/* Sets a text that is the same in both languages. */
static gboolean
set_text (KoyomiEdit    *edit,
          KoyomiRecord  *task,
          int            field,
          const char    *text,
          GError       **error)
{
  koyomi_record_set_text (task, field, text);

  return koyomi_edit_translate (edit, field, koyomi_record_get_id (task), "", error);
}

/* Writes how the tasks stand now, and that they do into the timeline. A task that stands like that already is left alone. */
static gboolean
settle (KoyomiSession       *session,
        KoyomiEdit          *edit,
        const gint64        *tasks,
        guint                n,
        gint64               done_at,
        const char          *done_by,
        const char          *waived,
        gint64               now,
        KoyomiTimelineNote   note,
        GError             **error)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(KoyomiRecord) task = koyomi_session_get (session, KOYOMI_TABLE_INCIDENT_TASK, tasks[i],
                                                         koyomi_session_get_own_language (session), error);
      gboolean was_same;

      if (task == NULL)
        return FALSE;

      was_same = (koyomi_record_get_int (task, KOYOMI_INCIDENT_TASK_DONE_AT) != 0) == (done_at != 0) &&
                 koyomi_text_is_blank (koyomi_record_get_text (task, KOYOMI_INCIDENT_TASK_WAIVED)) == (waived[0] == '\0');
      koyomi_record_set_int (task, KOYOMI_INCIDENT_TASK_DONE_AT, done_at);
      if (!set_text (edit, task, KOYOMI_INCIDENT_TASK_DONE_BY, done_by, error) ||
          !set_text (edit, task, KOYOMI_INCIDENT_TASK_WAIVED, waived, error) ||
          !koyomi_edit_update (edit, task, error) ||
          (!was_same && !_koyomi_timeline_record_row (edit, session, koyomi_record_get_int (task, KOYOMI_INCIDENT_TASK_INCIDENT), now,
                                                      note, KOYOMI_TABLE_INCIDENT_TASK, tasks[i], error)))
        return FALSE;
    }

  return TRUE;
}

/**
 * koyomi_incident_tasks_tick:
 * @at: when they were done
 * @by: (nullable): who did them; NULL for whoever uses the program
 *
 * Also corrects time and name of tasks that were ticked before, and does those that were left out after all.
 */
gboolean
koyomi_incident_tasks_tick (KoyomiSession   *session,
                            const gint64    *tasks,
                            guint            n,
                            gint64           at,
                            const char      *by,
                            KoyomiLanguage   language,
                            GError         **error)
{
  g_autoptr(KoyomiEdit) edit = koyomi_session_begin_edit (session, error);
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (at > 0, FALSE);

  if (edit == NULL ||
      !settle (session, edit, tasks, n, at, by != NULL ? by : _koyomi_session_get_actor (session), "", at, KOYOMI_NOTE_TASK_DONE, error))
    return FALSE;

  name = name_tasks (session, tasks, n, language);
  label = _koyomi_label_set_status (name, KOYOMI_STATUS_DONE, language);

  return koyomi_edit_commit (edit, label, error);
}

/* Opens the tasks again, whether they were done or left out. */
gboolean
koyomi_incident_tasks_untick (KoyomiSession   *session,
                              const gint64    *tasks,
                              guint            n,
                              gint64           now,
                              KoyomiLanguage   language,
                              GError         **error)
{
  g_autoptr(KoyomiEdit) edit = koyomi_session_begin_edit (session, error);
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;

  if (edit == NULL || !settle (session, edit, tasks, n, 0, "", "", now, KOYOMI_NOTE_TASK_REOPENED, error))
    return FALSE;

  name = name_tasks (session, tasks, n, language);
  /* Translators: tasks of an incident's check-list */
  label = g_strdup_printf (koyomi_tr (language, N_("Open %s again")), name);

  return koyomi_edit_commit (edit, label, error);
}

/* Leaves the tasks out for a reason, also those that had been ticked; who says so stands where it else says who did it.
 * %KOYOMI_PLAN_ERROR_CONSTRAINT without a reason. */
gboolean
koyomi_incident_tasks_waive (KoyomiSession   *session,
                             const gint64    *tasks,
                             guint            n,
                             const char      *reason,
                             gint64           now,
                             KoyomiLanguage   language,
                             GError         **error)
{
  g_autoptr(KoyomiEdit) edit = NULL;
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;

  if (koyomi_text_is_blank (reason))
    {
      g_set_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT, "a task is left out for a reason");
      return FALSE;
    }

  if ((edit = koyomi_session_begin_edit (session, error)) == NULL ||
      !settle (session, edit, tasks, n, 0, _koyomi_session_get_actor (session), reason, now, KOYOMI_NOTE_TASK_WAIVED, error))
    return FALSE;

  name = name_tasks (session, tasks, n, language);
  /* Translators: tasks of an incident's check-list that need not be done */
  label = g_strdup_printf (koyomi_tr (language, N_("Leave out %s")), name);

  return koyomi_edit_commit (edit, label, error);
}

gboolean
koyomi_incident_tasks_reorder (KoyomiSession   *session,
                               const gint64    *tasks,
                               guint            n,
                               KoyomiLanguage   language,
                               GError         **error)
{
  return koyomi_session_reorder (session, KOYOMI_TABLE_INCIDENT_TASK, tasks, n, koyomi_tr (language, N_("Change the order of tasks")),
                                 error);
}

gboolean
koyomi_incident_tasks_remove (KoyomiSession   *session,
                              const gint64    *tasks,
                              guint            n,
                              KoyomiLanguage   language,
                              GError         **error)
{
  g_autoptr(KoyomiEdit) edit = koyomi_session_begin_edit (session, error);
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;

  if (edit == NULL)
    return FALSE;

  name = name_tasks (session, tasks, n, language);
  for (guint i = 0; i < n; i++)
    if (!koyomi_edit_delete (edit, KOYOMI_TABLE_INCIDENT_TASK, tasks[i], error))
      return FALSE;

  label = g_strdup_printf (koyomi_tr (language, N_("Delete %s")), name);

  return koyomi_edit_commit (edit, label, error);
}
