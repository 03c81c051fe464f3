#include "koyomi-plan-copy.h"

#include "koyomi-application.h"
#include "koyomi-day.h"
#include "koyomi-error-dialog.h"
#include "koyomi-plan-chooser.h"
#include "koyomi-work.h"

#include <string.h>

typedef struct
{
  GtkWindow       *parent;        /* NULL once it is gone */
  KoyomiLanguage   language;
  GSettings       *settings;
  KoyomiWorkspace *workspace;     /* whose plan is copied; NULL for a backup */
  char            *source_path;   /* the backup */
  KoyomiSession   *source;
  char            *target;
  gboolean         opens;         /* the copy, once it is made */
} Copy;

static void
free_copy (gpointer data)
{
  Copy *self = data;

  g_clear_weak_pointer (&self->parent);
  g_clear_object (&self->source);
  g_clear_object (&self->workspace);
  g_clear_object (&self->settings);
  g_free (self->source_path);
  g_free (self->target);
  g_free (self);
}

static Copy *
new_copy (GtkWindow      *parent,
          GSettings      *settings,
          KoyomiLanguage  language,
          gboolean        opens)
{
  Copy *self = g_new0 (Copy, 1);

  g_set_weak_pointer (&self->parent, parent);
  self->settings = g_object_ref (settings);
  self->language = language;
  self->opens = opens;

  return self;
}

static gboolean
copy_func (gpointer             data,
           KoyomiProgressFunc   progress,
           gpointer             progress_data,
           GCancellable        *cancellable,
           GError             **error)
{
  Copy *self = data;

  if (self->source == NULL && (self->source = koyomi_session_open (self->source_path, TRUE, cancellable, error)) == NULL)
    return FALSE;

  return koyomi_session_write_backup (self->source, self->target, progress, progress_data, cancellable, error);
}

static void
copied_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  Copy *self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GFile) file = g_file_new_for_path (self->target);
  gboolean done = koyomi_work_finish (result, &error);

  g_clear_object (&self->source);
  if (self->parent == NULL)
    return;

  if (!done)
    koyomi_error_dialog_present (self->parent, self->language, koyomi_tr (self->language, "The copy was not written"), self->target,
                                 error);
  else if (self->opens)
    koyomi_application_open_plan (koyomi_application_of_window (self->parent), file, self->parent);
  else
    {
      g_autofree char *name = g_path_get_basename (self->target);
      g_autofree char *shown = g_filename_display_name (name);
      /* Translators: the name of a file */
      g_autofree char *text = g_strdup_printf (koyomi_tr (self->language, "Backup written: %s"), shown);

      koyomi_workspace_tell (self->workspace, text);
    }
}

static Copy *
copy_copy (Copy *self)
{
  Copy *copy = new_copy (self->parent, self->settings, self->language, self->opens);

  g_set_object (&copy->workspace, self->workspace);
  copy->source_path = g_strdup (self->source_path);

  return copy;
}

static void
place_chosen_cb (GFile    *file,
                 gpointer  data)
{
  Copy *self = copy_copy (data);
  g_autoptr(GError) error = NULL;

  self->target = g_file_get_path (file);
  if (self->parent == NULL || self->target == NULL)
    free_copy (self);
  else if (self->workspace != NULL &&
           (self->source = koyomi_session_copy (koyomi_workspace_get_session (self->workspace), NULL, &error)) == NULL)
    {
      koyomi_error_dialog_present (self->parent, self->language, koyomi_tr (self->language, "The copy was not written"),
                                   self->target, error);
      free_copy (self);
    }
  else
    koyomi_work_run (self->parent, self->language, koyomi_tr (self->language, "Copying the plan"), copy_func, self, free_copy,
                     copied_cb, self);
}

static void
free_choice (gpointer  data,
             GClosure *closure)
{
  free_copy (data);
}

/* @day: that the copy shows, in its name */
static void
choose_place (Copy       *self,
              const char *title,
              const char *plan,
              guint32     day)
{
  g_autofree char *name = g_path_get_basename (plan);
  g_autofree char *date = koyomi_day_format (day);
  g_autofree char *proposal = NULL;

  if (g_str_has_suffix (name, ".koyomi"))
    name[strlen (name) - strlen (".koyomi")] = '\0';
  proposal = g_strdup_printf ("%s %s.koyomi", name, date);
  koyomi_plan_chooser_save (self->parent, self->settings, self->language, title, proposal, place_chosen_cb, self, free_choice);
}

static void
copy_plan (GtkWindow       *parent,
           KoyomiWorkspace *workspace,
           const char      *title,
           gboolean         opens)
{
  Copy *self = new_copy (parent, koyomi_workspace_get_settings (workspace), koyomi_workspace_get_language (workspace), opens);

  koyomi_workspace_flush (workspace);
  self->workspace = g_object_ref (workspace);
  choose_place (self, title, koyomi_session_get_path (koyomi_workspace_get_session (workspace)), koyomi_day_today ());
}

/* Writes a copy where the person chooses, and goes on in it. */
void
koyomi_plan_copy_save (GtkWindow       *parent,
                       KoyomiWorkspace *workspace)
{
  copy_plan (parent, workspace, koyomi_workspace_tr (workspace, "Save a Copy"), TRUE);
}

/* Writes a copy where the person chooses, to be kept there. */
void
koyomi_plan_copy_back_up (GtkWindow       *parent,
                          KoyomiWorkspace *workspace)
{
  copy_plan (parent, workspace, koyomi_workspace_tr (workspace, "Back Up the Plan"), FALSE);
}

/**
 * koyomi_plan_copy_restore:
 * @plan: the file that the backup is of, which stays as it is
 *
 * Writes what the backup holds to a file that the person chooses, and opens that.
 */
void
koyomi_plan_copy_restore (GtkWindow          *parent,
                          GSettings          *settings,
                          KoyomiLanguage      language,
                          const char         *plan,
                          const KoyomiBackup *backup)
{
  Copy *self = new_copy (parent, settings, language, TRUE);

  self->source_path = g_strdup (backup->path);
  choose_place (self, koyomi_tr (language, "Restore as a Copy"), plan, backup->day);
}
