#include "koyomi-refusal.h"

#include "koyomi-application.h"
#include "koyomi-backups-dialog.h"
#include "koyomi-error-dialog.h"
#include "koyomi-plan-error.h"
#include "koyomi-recent-plans.h"

#include <glib/gstdio.h>

/* What the person can do about a file that was not opened. */
typedef struct
{
  GtkWindow      *parent;
  KoyomiLanguage  language;
  char           *path;
} Refusal;

static void
free_refusal (gpointer  data,
              GClosure *closure)
{
  Refusal *self = data;

  g_clear_weak_pointer (&self->parent);
  g_free (self->path);
  g_free (self);
}

static const char *
explain_no_plan (const char     *path,
                 KoyomiLanguage  language)
{
  GStatBuf status;

  if (g_stat (path, &status) != 0)
    return "";
  else if (S_ISDIR (status.st_mode))
    return koyomi_tr (language, "This is a folder. Choose a file that ends in .koyomi.");
  else if (!S_ISREG (status.st_mode))
    return koyomi_tr (language, "This is not an ordinary file. Choose a file that ends in .koyomi.");
  else if (status.st_size == 0)
    return koyomi_tr (language, "The file is empty: copying or downloading it may have failed. Copy it again, or restore a backup.");
  else
    return koyomi_plan_error_get_advice (KOYOMI_PLAN_ERROR_NOT_A_PLAN, language);
}

/* Returns: (transfer full): what is the matter with the file, and what to do now */
char *
koyomi_refusal_explain (const char     *path,
                        const GError   *error,
                        KoyomiLanguage  language)
{
  if (g_error_matches (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_NOT_A_PLAN))
    return g_strdup (explain_no_plan (path, language));

  if (g_error_matches (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_NOT_FOUND))
    return g_strdup (koyomi_tr (language, "There is no such file any more. It may have been moved or renamed, or its disk is not "
                                          "connected. Look for it with Open."));

  if (g_error_matches (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_BUSY))
    return g_strdup (koyomi_tr (language, "Another program is writing to this plan. Wait a moment and try again."));

  if (g_error_matches (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_FAILED) && g_access (path, R_OK) != 0)
    return g_strdup (koyomi_tr (language, "You may not read this file. Ask whoever owns it for access, or choose another one."));

  if (g_error_matches (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_READ_ONLY))
    return g_strdup (koyomi_tr (language, "This plan has to be written once before it can be opened, and cannot be written where it "
                                          "lies. Copy it, with the files beside it that begin with its name, to a folder of your own."));

  return koyomi_error_advise (error, language);
}

static gboolean
wants_backup (const GError *error)
{
  return g_error_matches (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CORRUPT) ||
         g_error_matches (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_ALTERED) ||
         g_error_matches (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_NOT_A_PLAN);
}

static gboolean
may_pass (const GError *error)
{
  return g_error_matches (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_BUSY) ||
         g_error_matches (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_FAILED) ||
         g_error_matches (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_READ_ONLY) ||
         g_error_matches (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_FULL);
}

static gboolean
is_recent (GSettings  *settings,
           const char *path)
{
  g_autoptr(GPtrArray) plans = koyomi_recent_plans_list (settings);

  for (guint i = 0; i < plans->len; i++)
    if (g_str_equal (((const KoyomiRecentPlan *) g_ptr_array_index (plans, i))->path, path))
      return TRUE;

  return FALSE;
}

static void
response_cb (GtkWidget  *dialog,
             const char *response,
             gpointer    data)
{
  Refusal *self = data;
  KoyomiApplication *application = KOYOMI_APPLICATION (g_application_get_default ());
  g_autoptr(GFile) file = g_file_new_for_path (self->path);

  if (g_str_equal (response, "open"))
    g_action_group_activate_action (G_ACTION_GROUP (application), "open", NULL);
  else if (g_str_equal (response, "again"))
    koyomi_application_open_plan (application, file, self->parent);
  else if (g_str_equal (response, "forget"))
    koyomi_recent_plans_remove (koyomi_application_get_settings (application), self->path);
  else if (g_str_equal (response, "restore") && self->parent != NULL)
    koyomi_backups_dialog_present_for_file (self->parent, koyomi_application_get_settings (application), self->language, self->path);
}

static void
add_responses (AdwMessageDialog *dialog,
               Refusal          *self,
               GSettings        *settings,
               GPtrArray        *backups,
               const GError     *error)
{
  const char *best = "open";

  if (g_error_matches (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_NOT_FOUND) && is_recent (settings, self->path))
    adw_message_dialog_add_response (dialog, "forget", koyomi_tr (self->language, "_Remove from the List"));

  adw_message_dialog_add_response (dialog, "open", koyomi_tr (self->language, "_Open Another…"));

  if (wants_backup (error) && backups->len > 0)
    adw_message_dialog_add_response (dialog, best = "restore", koyomi_tr (self->language, "Restore a _Backup…"));
  else if (may_pass (error))
    adw_message_dialog_add_response (dialog, best = "again", koyomi_tr (self->language, "_Try Again"));

  adw_message_dialog_set_response_appearance (dialog, best, ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, best);
}

static void
present (GtkWindow      *parent,
         KoyomiLanguage  language,
         const char     *title,
         const char     *body,
         const char     *path,
         const GError   *error)
{
  Refusal *self = g_new0 (Refusal, 1);
  GSettings *settings = koyomi_application_get_settings (KOYOMI_APPLICATION (g_application_get_default ()));
  g_autoptr(GPtrArray) backups = koyomi_backup_find (path);
  g_autofree char *text = NULL;
  GtkWidget *dialog;

  if (wants_backup (error) && !g_error_matches (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_NOT_A_PLAN) && backups->len == 0)
    text = g_strconcat (body, " ", koyomi_tr (language, "Koyomi has kept no copy of it on this computer."), NULL);
  dialog = koyomi_error_dialog_new (parent, language, title, text != NULL ? text : body, path, error);

  g_set_weak_pointer (&self->parent, parent);
  self->language = language;
  self->path = g_strdup (path);
  add_responses (ADW_MESSAGE_DIALOG (dialog), self, settings, backups, error);
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), self, free_refusal, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Tells why a plan was not opened, and offers what helps. */
void
koyomi_refusal_present (GtkWindow      *parent,
                        KoyomiLanguage  language,
                        const char     *path,
                        const GError   *error)
{
  g_autofree char *body = koyomi_refusal_explain (path, error, language);

  present (parent, language, koyomi_tr (language, "The plan was not opened"), body, path, error);
}

/* Tells that a plan that is open was found to be damaged. */
void
koyomi_refusal_present_damage (GtkWindow      *parent,
                               KoyomiLanguage  language,
                               const char     *path,
                               const GError   *error)
{
  if (g_error_matches (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CORRUPT))
    present (parent, language, koyomi_tr (language, "The plan is damaged"),
             koyomi_tr (language, "A part of the file cannot be read. Make no more changes to it; restore the latest backup and compare."),
             path, error);
}
