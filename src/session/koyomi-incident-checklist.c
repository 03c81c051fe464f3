#include "koyomi-incident-checklist-private.h"

#include "koyomi-catalogue-functions-private.h"
#include "koyomi-duty-teams-private.h"
#include "koyomi-edit-label-private.h"
#include "koyomi-incident-task.h"

#include <string.h>

/* A check-list that is being made. */
typedef struct
{
  KoyomiSession   *session;
  KoyomiEdit      *edit;
  KoyomiRecord    *incident;
  KoyomiLanguage   own;
  KoyomiLanguage   other;
  KoyomiDutyTeams *teams;
  GHashTable      *present;    /* (element-type utf8): the tasks that are there; see make_key() */
  int              position;   /* of the last one */
  int              n_added;
} Builder;

static void
clear_builder (Builder *self)
{
  g_clear_pointer (&self->teams, _koyomi_duty_teams_free);
  g_clear_pointer (&self->present, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Builder, clear_builder)

/* By what a task is known again: its function's duty of that title, which some functions have twice; else its title. */
static char *
make_key (gint64      function,
          const char *title)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT " %s", function, title);
}

/* A task whose title was changed is still its duty's. */
static gboolean
note_present (Builder       *self,
              KoyomiRecord  *task,
              GError       **error)
{
  gint64 id = koyomi_record_get_int (task, KOYOMI_INCIDENT_TASK_DUTY);
  g_autoptr(KoyomiRecord) duty = NULL;

  self->position = MAX (self->position, (int) koyomi_record_get_int (task, KOYOMI_INCIDENT_TASK_POSITION));
  if (id != 0 && (duty = koyomi_session_get (self->session, KOYOMI_TABLE_DUTY, id, self->own, error)) == NULL)
    return FALSE;

  g_hash_table_add (self->present, duty != NULL ? make_key (koyomi_record_get_int (duty, KOYOMI_DUTY_FUNCTION), koyomi_record_get_title (duty))
                                                : make_key (0, koyomi_record_get_title (task)));

  return TRUE;
}

static gboolean
begin (Builder        *self,
       KoyomiEdit     *edit,
       KoyomiSession  *session,
       KoyomiRecord   *incident,
       guint32         day,
       GError        **error)
{
  g_autoptr(GPtrArray) tasks = NULL;

  self->session = session;
  self->edit = edit;
  self->incident = incident;
  self->own = koyomi_session_get_own_language (session);
  self->other = self->own == KOYOMI_LANGUAGE_JA ? KOYOMI_LANGUAGE_EN : KOYOMI_LANGUAGE_JA;
  self->present = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if ((self->teams = _koyomi_duty_teams_new (session, day, error)) == NULL ||
      (tasks = koyomi_session_list (session, KOYOMI_TABLE_INCIDENT_TASK, KOYOMI_INCIDENT_TASK_INCIDENT, koyomi_record_get_id (incident),
                                    self->own, error)) == NULL)
    return FALSE;

  for (guint i = 0; i < tasks->len; i++)
    if (!note_present (self, g_ptr_array_index (tasks, i), error))
      return FALSE;

  return TRUE;
}

/* Gives the task the text that another row has in the other language. */
static gboolean
translate (Builder        *self,
           KoyomiRecord   *task,
           int             field,
           KoyomiTableId   table,
           gint64          row,
           GError        **error)
{
  g_autoptr(KoyomiRecord) translated = koyomi_session_get (self->session, table, row, self->other, error);

  if (translated == NULL)
    return FALSE;

  return strcmp (koyomi_record_get_title (translated), koyomi_record_get_text (task, field)) == 0 ||
         koyomi_edit_translate (self->edit, field, koyomi_record_get_id (task), koyomi_record_get_title (translated), error);
}

/**
 * add_task:
 * @task: new, with whatever is known of it
 * @function: who does it; 0 for nobody
 * @source: whose title it has
 */
static gboolean
add_task (Builder       *self,
          KoyomiRecord  *task,
          gint64         function,
          KoyomiRecord  *source,
          GError       **error)
{
  KoyomiDutyTeam team = { 0 };

  if (function != 0 && !_koyomi_duty_teams_find (self->teams, function, &team, error))
    return FALSE;

  koyomi_record_set_int (task, KOYOMI_INCIDENT_TASK_INCIDENT, koyomi_record_get_id (self->incident));
  koyomi_record_set_int (task, KOYOMI_INCIDENT_TASK_TEAM, team.team);
  koyomi_record_set_int (task, KOYOMI_INCIDENT_TASK_POSITION, ++self->position);
  koyomi_record_set_text (task, KOYOMI_INCIDENT_TASK_TITLE, koyomi_record_get_title (source));
  if (team.person != NULL)
    koyomi_record_set_text (task, KOYOMI_INCIDENT_TASK_OWNER, koyomi_record_get_title (team.person));
  self->n_added++;

  return koyomi_edit_insert (self->edit, task, error) &&
         translate (self, task, KOYOMI_INCIDENT_TASK_TITLE, koyomi_record_get_table_id (source), koyomi_record_get_id (source), error) &&
         (team.person == NULL ||
          translate (self, task, KOYOMI_INCIDENT_TASK_OWNER, KOYOMI_TABLE_PERSON, koyomi_record_get_id (team.person), error));
}

static gboolean
add_duty (Builder       *self,
          KoyomiRecord  *duty,
          GError       **error)
{
  gint64 function = koyomi_record_get_int (duty, KOYOMI_DUTY_FUNCTION);
  g_autoptr(KoyomiRecord) task = koyomi_record_new (KOYOMI_TABLE_INCIDENT_TASK);

  if (!g_hash_table_add (self->present, make_key (function, koyomi_record_get_title (duty))))
    return TRUE;

  koyomi_record_set_int (task, KOYOMI_INCIDENT_TASK_DUTY, koyomi_record_get_id (duty));

  return add_task (self, task, function, duty, error);
}

static gboolean
add_duties_of (Builder       *self,
               KoyomiRecord  *function,
               GPtrArray     *duties,
               GError       **error)
{
  if (koyomi_record_get_int (function, KOYOMI_FUNCTION_RETIRED))
    return TRUE;

  for (guint i = 0; i < duties->len; i++)
    {
      KoyomiRecord *duty = g_ptr_array_index (duties, i);

      if (koyomi_record_get_int (duty, KOYOMI_DUTY_FUNCTION) == koyomi_record_get_id (function) &&
          koyomi_record_get_int (duty, KOYOMI_DUTY_KIND) == KOYOMI_DUTY_KIND_AT_INCIDENT &&
          !add_duty (self, duty, error))
        return FALSE;
    }

  return TRUE;
}

/* In the order of catalogues, groups and functions, as the calendar has them. */
static gboolean
add_duties (Builder  *self,
            GError  **error)
{
  g_autoptr(GPtrArray) catalogues = koyomi_session_list (self->session, KOYOMI_TABLE_CATALOGUE, 0, 0, self->own, error);
  g_autoptr(GPtrArray) duties = koyomi_session_list (self->session, KOYOMI_TABLE_DUTY, 0, 0, self->own, catalogues != NULL ? error : NULL);

  if (catalogues == NULL || duties == NULL)
    return FALSE;

  for (guint i = 0; i < catalogues->len; i++)
    {
      g_auto(KoyomiCatalogueFunctions) functions = { 0 };

      if (!_koyomi_catalogue_functions_load (&functions, self->session, koyomi_record_get_id (g_ptr_array_index (catalogues, i)),
                                             self->own, error))
        return FALSE;

      for (guint j = 0; j < functions.functions->len; j++)
        if (!add_duties_of (self, g_ptr_array_index (functions.functions, j), duties, error))
          return FALSE;
    }

  return TRUE;
}

static gboolean
add_template_task (Builder       *self,
                   KoyomiRecord  *source,
                   GError       **error)
{
  g_autoptr(KoyomiRecord) task = koyomi_record_new (KOYOMI_TABLE_INCIDENT_TASK);

  if (!g_hash_table_add (self->present, make_key (0, koyomi_record_get_title (source))))
    return TRUE;

  koyomi_record_set_int (task, KOYOMI_INCIDENT_TASK_DUE_AT,
                         koyomi_incident_task_get_due (self->incident, koyomi_record_get_int (source, KOYOMI_INCIDENT_TEMPLATE_TASK_ANCHOR),
                                                       koyomi_record_get_int (source, KOYOMI_INCIDENT_TEMPLATE_TASK_OFFSET_MINUTES)));

  return add_task (self, task, koyomi_record_get_int (source, KOYOMI_INCIDENT_TEMPLATE_TASK_FUNCTION), source, error);
}

static gboolean
add_template (Builder  *self,
              gint64    template,
              GError  **error)
{
  g_autoptr(GPtrArray) tasks = koyomi_session_list (self->session, KOYOMI_TABLE_INCIDENT_TEMPLATE_TASK,
                                                    KOYOMI_INCIDENT_TEMPLATE_TASK_TEMPLATE, template, self->own, error);

  if (tasks == NULL)
    return FALSE;

  for (guint i = 0; i < tasks->len; i++)
    if (!add_template_task (self, g_ptr_array_index (tasks, i), error))
      return FALSE;

  return TRUE;
}

/* Tasks of the template, which are due first, then the duties. Returns: how many were added, or -1 on error */
static int
add_checklist (KoyomiEdit              *edit,
               KoyomiSession           *session,
               KoyomiRecord            *incident,
               gint64                   template,
               KoyomiChecklistSources   sources,
               guint32                  day,
               GError                 **error)
{
  g_auto(Builder) builder = { 0 };

  if (!begin (&builder, edit, session, incident, day, error) ||
      ((sources & KOYOMI_CHECKLIST_TEMPLATE) != 0 && template != 0 && !add_template (&builder, template, error)) ||
      ((sources & KOYOMI_CHECKLIST_DUTIES) != 0 && !add_duties (&builder, error)))
    return -1;

  return builder.n_added;
}

/* Returns: the template that the incident names; 0 for none, and for one that is not there any more; -1 on error */
static gint64
find_template (KoyomiSession  *session,
               KoyomiRecord   *incident,
               GError        **error)
{
  g_autoptr(GPtrArray) templates = koyomi_session_list (session, KOYOMI_TABLE_INCIDENT_TEMPLATE, 0, 0,
                                                        koyomi_session_get_own_language (session), error);
  const char *code = koyomi_record_get_text (incident, KOYOMI_INCIDENT_TEMPLATE);

  if (templates == NULL)
    return -1;

  for (guint i = 0; *code != '\0' && i < templates->len; i++)
    if (strcmp (koyomi_record_get_text (g_ptr_array_index (templates, i), KOYOMI_INCIDENT_TEMPLATE_CODE), code) == 0)
      return koyomi_record_get_id (g_ptr_array_index (templates, i));

  return 0;
}

/**
 * _koyomi_incident_tasks_add:
 * @incident: a row of the plan, with the times that its tasks are due after and the code of a template, if any
 * @day: whose matrix names the teams
 *
 * Makes the incident's check-list within an edit. What is on it already is not added again.
 *
 * Returns: how many tasks were added, or -1 on error
 */
int
_koyomi_incident_tasks_add (KoyomiEdit     *edit,
                            KoyomiSession  *session,
                            KoyomiRecord   *incident,
                            guint32         day,
                            GError        **error)
{
  gint64 template = find_template (session, incident, error);

  g_assert (koyomi_record_get_table_id (incident) == KOYOMI_TABLE_INCIDENT);

  return template >= 0 ? add_checklist (edit, session, incident, template, KOYOMI_CHECKLIST_ALL, day, error) : -1;
}

/* The incident knows which check-list was used; the last one counts. */
static gboolean
note_template (KoyomiSession  *session,
               KoyomiEdit     *edit,
               KoyomiRecord   *incident,
               gint64          template,
               GError        **error)
{
  g_autoptr(KoyomiRecord) record = koyomi_session_get (session, KOYOMI_TABLE_INCIDENT_TEMPLATE, template,
                                                       koyomi_record_get_language (incident), error);

  if (record == NULL)
    return FALSE;

  koyomi_record_set_text (incident, KOYOMI_INCIDENT_TEMPLATE, koyomi_record_get_text (record, KOYOMI_INCIDENT_TEMPLATE_CODE));

  return koyomi_edit_update (edit, incident, error);
}

/**
 * koyomi_incident_add_checklist:
 * @template: 0 for none
 * @day: whose matrix names the teams, such as today
 *
 * Adds to an incident what has to be done, such as when it has become clear what kind of incident it is, as one edit. What is on its
 * list already is not added again.
 *
 * Returns: how many tasks were added, or -1 on error
 */
int
koyomi_incident_add_checklist (KoyomiSession           *session,
                               gint64                   incident,
                               gint64                   template,
                               KoyomiChecklistSources   sources,
                               guint32                  day,
                               KoyomiLanguage           language,
                               GError                 **error)
{
  g_autoptr(KoyomiEdit) edit = koyomi_session_begin_edit (session, error);
  g_autoptr(KoyomiRecord) record = NULL;
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;
  int n_added;

  if (edit == NULL ||
      (record = koyomi_session_get (session, KOYOMI_TABLE_INCIDENT, incident, koyomi_session_get_own_language (session), error)) == NULL ||
      ((sources & KOYOMI_CHECKLIST_TEMPLATE) != 0 && template != 0 && !note_template (session, edit, record, template, error)) ||
      (n_added = add_checklist (edit, session, record, template, sources, day, error)) < 0)
    return -1;

  name = _koyomi_label_name_row (session, KOYOMI_TABLE_INCIDENT, incident, language);
  /* Translators: an incident */
  label = g_strdup_printf (koyomi_tr (language, N_("Add a check-list to %s")), name);

  return koyomi_edit_commit (edit, label, error) ? n_added : -1;
}
