#include "koyomi-incident-templates.h"

#include "koyomi-edit-label-private.h"
#include "koyomi-edit.h"
#include "koyomi-reference.h"
#include "koyomi-row-order.h"
#include "koyomi-session-matrix.h"
#include "koyomi-session-private.h"
#include "koyomi-text.h"

#include <string.h>

void
koyomi_incident_template_free (KoyomiIncidentTemplate *self)
{
  if (self == NULL)
    return;

  g_clear_object (&self->template);
  g_clear_pointer (&self->tasks, g_ptr_array_unref);
  g_free (self);
}

/* Returns: (transfer full) (element-type KoyomiIncidentTemplate): all of the plan, in their order */
GPtrArray *
koyomi_session_load_incident_templates (KoyomiSession   *session,
                                        KoyomiLanguage   language,
                                        GError         **error)
{
  g_autoptr(GPtrArray) records = koyomi_session_list (session, KOYOMI_TABLE_INCIDENT_TEMPLATE, 0, 0, language, error);
  g_autoptr(GPtrArray) templates = g_ptr_array_new_with_free_func ((GDestroyNotify) koyomi_incident_template_free);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      KoyomiIncidentTemplate *template = g_new0 (KoyomiIncidentTemplate, 1);

      g_ptr_array_add (templates, template);
      template->template = g_object_ref (g_ptr_array_index (records, i));
      template->tasks = koyomi_session_list (session, KOYOMI_TABLE_INCIDENT_TEMPLATE_TASK, KOYOMI_INCIDENT_TEMPLATE_TASK_TEMPLATE,
                                             koyomi_record_get_id (template->template), language, error);
      if (template->tasks == NULL)
        return NULL;
    }

  return records != NULL ? g_steal_pointer (&templates) : NULL;
}

static gboolean
copy_task (KoyomiEdit    *edit,
           KoyomiRecord  *task,
           gint64         template,
           GError       **error)
{
  g_autoptr(KoyomiRecord) copy = koyomi_record_new (KOYOMI_TABLE_INCIDENT_TEMPLATE_TASK);

  _koyomi_record_copy_fields (task, copy, FALSE);
  koyomi_record_set_int (copy, KOYOMI_INCIDENT_TEMPLATE_TASK_TEMPLATE, template);

  return koyomi_edit_insert (edit, copy, error) &&
         koyomi_edit_copy_translations (edit, KOYOMI_TABLE_INCIDENT_TEMPLATE_TASK, koyomi_record_get_id (task),
                                        koyomi_record_get_id (copy), error);
}

/* Takes over kind, class and tasks of another template. */
static gboolean
copy_template (KoyomiSession  *session,
               KoyomiEdit     *edit,
               KoyomiRecord   *template,
               gint64          like,
               GError        **error)
{
  KoyomiLanguage own = koyomi_session_get_own_language (session);
  g_autoptr(KoyomiRecord) other = koyomi_session_get (session, KOYOMI_TABLE_INCIDENT_TEMPLATE, like, own, error);
  g_autoptr(GPtrArray) tasks = NULL;

  if (other == NULL ||
      (tasks = koyomi_session_list (session, KOYOMI_TABLE_INCIDENT_TEMPLATE_TASK, KOYOMI_INCIDENT_TEMPLATE_TASK_TEMPLATE, like, own,
                                    error)) == NULL)
    return FALSE;

  koyomi_record_set_int (template, KOYOMI_INCIDENT_TEMPLATE_KIND, koyomi_record_get_int (other, KOYOMI_INCIDENT_TEMPLATE_KIND));
  koyomi_record_set_text (template, KOYOMI_INCIDENT_TEMPLATE_CLASS, koyomi_record_get_text (other, KOYOMI_INCIDENT_TEMPLATE_CLASS));
  if (!koyomi_edit_update (edit, template, error))
    return FALSE;

  for (guint i = 0; i < tasks->len; i++)
    if (!copy_task (edit, g_ptr_array_index (tasks, i), koyomi_record_get_id (template), error))
      return FALSE;

  return TRUE;
}

/**
 * koyomi_incident_template_create:
 * @like: a template whose tasks it begins with; 0 for none
 *
 * Returns: the template, or 0 on error; %KOYOMI_PLAN_ERROR_CONSTRAINT without a name
 */
gint64
koyomi_incident_template_create (KoyomiSession   *session,
                                 const char      *name,
                                 gint64           like,
                                 KoyomiLanguage   language,
                                 GError         **error)
{
  g_autoptr(KoyomiRecord) template = koyomi_record_new (KOYOMI_TABLE_INCIDENT_TEMPLATE);
  g_autofree char *code = g_strdup_printf ("own-%" G_GINT64_FORMAT, koyomi_record_get_id (template));
  g_autoptr(KoyomiEdit) edit = NULL;
  g_autofree char *quoted = NULL;
  g_autofree char *label = NULL;
  int position;

  if (koyomi_text_is_blank (name))
    {
      g_set_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT, "a check-list needs a name");
      return 0;
    }

  koyomi_record_set_text (template, KOYOMI_INCIDENT_TEMPLATE_CODE, code);
  koyomi_record_set_text (template, KOYOMI_INCIDENT_TEMPLATE_NAME, name);
  koyomi_record_set_int (template, KOYOMI_INCIDENT_TEMPLATE_KIND, KOYOMI_INCIDENT_KIND_INCIDENT);
  if ((edit = koyomi_session_begin_edit (session, error)) == NULL ||
      (position = koyomi_session_find_last_position (session, KOYOMI_TABLE_INCIDENT_TEMPLATE, 0, 0, error)) < 0)
    return 0;

  koyomi_record_set_int (template, KOYOMI_INCIDENT_TEMPLATE_POSITION, position + 1);
  if (!koyomi_edit_insert (edit, template, error) || (like != 0 && !copy_template (session, edit, template, like, error)))
    return 0;

  quoted = _koyomi_label_quote (koyomi_record_get_title (template), language);
  label = g_strdup_printf (koyomi_tr (language, N_("Add %s")), quoted);

  return koyomi_edit_commit (edit, label, error) ? koyomi_record_get_id (template) : 0;
}

/* Puts a task, which knows its template, at the end. Returns: its key, or 0 on error; %KOYOMI_PLAN_ERROR_CONSTRAINT without a title */
gint64
koyomi_incident_template_add_task (KoyomiSession   *session,
                                   KoyomiRecord    *task,
                                   KoyomiLanguage   language,
                                   GError         **error)
{
  gint64 template = koyomi_record_get_int (task, KOYOMI_INCIDENT_TEMPLATE_TASK_TEMPLATE);
  int position;

  if (koyomi_text_is_blank (koyomi_record_get_title (task)))
    {
      g_set_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT, "a task needs a title");
      return 0;
    }

  position = koyomi_session_find_last_position (session, KOYOMI_TABLE_INCIDENT_TEMPLATE_TASK, KOYOMI_INCIDENT_TEMPLATE_TASK_TEMPLATE,
                                                template, error);
  if (position < 0)
    return 0;

  koyomi_record_set_int (task, KOYOMI_INCIDENT_TEMPLATE_TASK_POSITION, position + 1);

  return koyomi_session_add (session, task, language, error);
}

gboolean
koyomi_incident_template_reorder (KoyomiSession   *session,
                                  const gint64    *tasks,
                                  guint            n,
                                  KoyomiLanguage   language,
                                  GError         **error)
{
  return koyomi_session_reorder (session, KOYOMI_TABLE_INCIDENT_TEMPLATE_TASK, tasks, n,
                                 koyomi_tr (language, N_("Change the order of tasks")), error);
}

/* The template of the reference is put into the plan, with its tasks. */
typedef struct
{
  KoyomiSession   *session;
  KoyomiEdit      *edit;
  KoyomiLanguage   own;
  KoyomiLanguage   other;
  GHashTable      *functions;   /* code -> key, of the functions of CRIC's list */
} Restore;

/* @functions: (out): empty in a plan without CRIC's list */
static gboolean
load_functions (Restore  *self,
                GError  **error)
{
  g_autoptr(GError) fault = NULL;
  gint64 catalogue = koyomi_session_find_catalogue (self->session, "cric", &fault);
  g_autoptr(GPtrArray) groups = NULL;

  self->functions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (g_error_matches (fault, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_NOT_FOUND))
    return TRUE;

  if (fault != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&fault));
      return FALSE;
    }

  if ((groups = koyomi_session_list (self->session, KOYOMI_TABLE_GROUP, KOYOMI_GROUP_CATALOGUE, catalogue, self->own, error)) == NULL)
    return FALSE;

  for (guint i = 0; i < groups->len; i++)
    {
      g_autoptr(GPtrArray) functions = koyomi_session_list (self->session, KOYOMI_TABLE_FUNCTION, KOYOMI_FUNCTION_GROUP,
                                                            koyomi_record_get_id (g_ptr_array_index (groups, i)), self->own, error);

      for (guint j = 0; functions != NULL && j < functions->len; j++)
        {
          gint64 id = koyomi_record_get_id (g_ptr_array_index (functions, j));

          g_hash_table_insert (self->functions, g_strdup (koyomi_record_get_text (g_ptr_array_index (functions, j), KOYOMI_FUNCTION_CODE)),
                               g_memdup2 (&id, sizeof id));
        }
      if (functions == NULL)
        return FALSE;
    }

  return TRUE;
}

/* A cell of both languages, for a record that is in the plan already. */
static gboolean
translate_cell (Restore                *self,
                KoyomiRecord           *record,
                int                     field,
                const KoyomiReference  *table,
                guint                   row,
                const char             *column,
                GError                **error)
{
  return koyomi_edit_translate (self->edit, field, koyomi_record_get_id (record),
                                koyomi_reference_get_localized (table, row, column, self->other), error);
}

static void
set_word (KoyomiRecord *record,
          int           field,
          const char   *nick)
{
  koyomi_record_set_int (record, field, koyomi_field_find_word (&koyomi_record_get_table (record)->fields[KOYOMI_FIELD_INDEX (field)], nick));
}

static gboolean
restore_task (Restore                *self,
              gint64                  template,
              const KoyomiReference  *table,
              guint                   row,
              GError                **error)
{
  g_autoptr(KoyomiRecord) task = koyomi_record_new (KOYOMI_TABLE_INCIDENT_TEMPLATE_TASK);
  const gint64 *function = g_hash_table_lookup (self->functions, koyomi_reference_get_text (table, row, "function_no"));

  koyomi_record_set_int (task, KOYOMI_INCIDENT_TEMPLATE_TASK_TEMPLATE, template);
  koyomi_record_set_int (task, KOYOMI_INCIDENT_TEMPLATE_TASK_FUNCTION, function != NULL ? *function : 0);
  koyomi_record_set_text (task, KOYOMI_INCIDENT_TEMPLATE_TASK_TITLE, koyomi_reference_get_localized (table, row, "title", self->own));
  set_word (task, KOYOMI_INCIDENT_TEMPLATE_TASK_ANCHOR, koyomi_reference_get_text (table, row, "anchor"));
  koyomi_record_set_int (task, KOYOMI_INCIDENT_TEMPLATE_TASK_OFFSET_MINUTES, koyomi_reference_get_int (table, row, "offset_minutes"));
  koyomi_record_set_int (task, KOYOMI_INCIDENT_TEMPLATE_TASK_POSITION, row + 1);

  return koyomi_edit_insert (self->edit, task, error) &&
         translate_cell (self, task, KOYOMI_INCIDENT_TEMPLATE_TASK_TITLE, table, row, "title", error);
}

static gboolean
restore_tasks (Restore     *self,
               gint64       template,
               const char  *code,
               GError     **error)
{
  const KoyomiReference *table = koyomi_reference_get ("reference/incident_template_tasks");

  for (guint i = 0; i < koyomi_reference_get_n_rows (table); i++)
    if (strcmp (koyomi_reference_get_text (table, i, "template"), code) == 0 && !restore_task (self, template, table, i, error))
      return FALSE;

  return TRUE;
}

static gboolean
restore_template (Restore                *self,
                  const KoyomiReference  *table,
                  guint                   row,
                  GError                **error)
{
  g_autoptr(KoyomiRecord) template = koyomi_record_new (KOYOMI_TABLE_INCIDENT_TEMPLATE);
  const char *code = koyomi_reference_get_text (table, row, "code");

  koyomi_record_set_text (template, KOYOMI_INCIDENT_TEMPLATE_CODE, code);
  koyomi_record_set_text (template, KOYOMI_INCIDENT_TEMPLATE_CLASS, koyomi_reference_get_text (table, row, "class"));
  set_word (template, KOYOMI_INCIDENT_TEMPLATE_KIND, koyomi_reference_get_text (table, row, "kind"));
  koyomi_record_set_text (template, KOYOMI_INCIDENT_TEMPLATE_NAME, koyomi_reference_get_localized (table, row, "name", self->own));
  koyomi_record_set_text (template, KOYOMI_INCIDENT_TEMPLATE_NOTE, koyomi_reference_get_localized (table, row, "note", self->own));
  koyomi_record_set_int (template, KOYOMI_INCIDENT_TEMPLATE_POSITION, row + 1);

  return koyomi_edit_insert (self->edit, template, error) &&
         translate_cell (self, template, KOYOMI_INCIDENT_TEMPLATE_NAME, table, row, "name", error) &&
         translate_cell (self, template, KOYOMI_INCIDENT_TEMPLATE_NOTE, table, row, "note", error) &&
         restore_tasks (self, koyomi_record_get_id (template), code, error);
}

static gboolean
has_code (GPtrArray  *templates,
          const char *code)
{
  for (guint i = 0; i < templates->len; i++)
    if (strcmp (koyomi_record_get_text (g_ptr_array_index (templates, i), KOYOMI_INCIDENT_TEMPLATE_CODE), code) == 0)
      return TRUE;

  return FALSE;
}

/* Returns: how many were added, or -1 on error */
static int
restore_missing (Restore  *self,
                 GError  **error)
{
  const KoyomiReference *table = koyomi_reference_get ("reference/incident_templates");
  g_autoptr(GPtrArray) present = koyomi_session_list (self->session, KOYOMI_TABLE_INCIDENT_TEMPLATE, 0, 0, self->own, error);
  int n_added = 0;

  if (present == NULL || !load_functions (self, error))
    return -1;

  for (guint i = 0; i < koyomi_reference_get_n_rows (table); i++)
    {
      if (has_code (present, koyomi_reference_get_text (table, i, "code")))
        continue;

      if (!restore_template (self, table, i, error))
        return -1;

      n_added++;
    }

  return n_added;
}

/* Puts the usual check-lists into a plan that does not have them: one from before there were any, or in which they were deleted.
 * Those that are there stay as they are. Returns: how many were added, or -1 on error */
int
koyomi_incident_templates_restore (KoyomiSession   *session,
                                   KoyomiLanguage   language,
                                   GError         **error)
{
  g_autoptr(KoyomiEdit) edit = koyomi_session_begin_edit (session, error);
  Restore restore = { .session = session, .edit = edit };
  int n_added;

  if (edit == NULL)
    return -1;

  restore.own = koyomi_session_get_own_language (session);
  restore.other = restore.own == KOYOMI_LANGUAGE_JA ? KOYOMI_LANGUAGE_EN : KOYOMI_LANGUAGE_JA;
  n_added = restore_missing (&restore, error);
  g_clear_pointer (&restore.functions, g_hash_table_unref);

  return n_added >= 0 && koyomi_edit_commit (edit, koyomi_tr (language, N_("Add the usual check-lists")), error) ? n_added : -1;
}
