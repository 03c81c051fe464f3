#include "koyomi-verification.h"

#include "koyomi-error-dialog.h"
#include "koyomi-history.h"
#include "koyomi-work.h"

#include <adwaita.h>

/* What the worker is given. */
typedef struct
{
  KoyomiSession      *reader;
  char               *printed;    /* NULL when nothing is compared */
  gint64              bad_seq;
  GtkWindow          *parent;     /* NULL once it is gone */
  KoyomiLanguage      language;
  KoyomiVerifiedFunc  verified;
  gpointer            object;     /* likewise, or NULL where nobody else wants to know */
} Verification;

static void
free_verification (gpointer data)
{
  Verification *self = data;

  g_clear_weak_pointer (&self->parent);
  g_clear_weak_pointer (&self->object);
  g_object_unref (self->reader);
  g_free (self->printed);
  g_free (self);
}

static gboolean
verify_func (gpointer             data,
             KoyomiProgressFunc   progress,
             gpointer             progress_data,
             GCancellable        *cancellable,
             GError             **error)
{
  Verification *self = data;

  return koyomi_session_verify (self->reader, self->printed, progress, progress_data, cancellable, &self->bad_seq, error);
}

static void
tell_all_is_well (Verification      *self,
                  const KoyomiEntry *head)
{
  g_autofree char *hash = head != NULL ? koyomi_entry_dup_hash (head) : g_strdup ("");
  /* Translators: a proof of 16 letters, which reports print */
  g_autofree char *body = g_strdup_printf (koyomi_tr (self->language, "No damage was found, the change log is as it was written, and "
                                                      "nothing was changed outside Koyomi.\n\nThe proof that reports print begins "
                                                      "with %.16s."), hash);
  GtkWidget *dialog = adw_message_dialog_new (self->parent, koyomi_tr (self->language, "The plan is as it should be"), body);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", koyomi_tr (self->language, "_Close"));
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "close");
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
tell_fault (Verification *self,
            const GError *error)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, self->bad_seq);
  g_autofree char *where = NULL;

  if (self->bad_seq != 0)
    /* Translators: the number of an entry of the change log */
    where = g_strdup_printf (koyomi_tr (self->language, "The plan is not as it should be, from entry %s on"), number);
  koyomi_error_dialog_present (self->parent, self->language,
                               where != NULL ? where : koyomi_tr (self->language, "The plan is not as it should be"),
                               koyomi_session_get_path (self->reader), error);
}

static void
verified_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  Verification *self = data;
  g_autoptr(GError) error = NULL;
  gboolean is_well = koyomi_work_finish (result, &error);
  g_autoptr(KoyomiEntry) head = koyomi_session_get_head (self->reader, NULL);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->parent == NULL)
    return;

  if (self->object != NULL)
    self->verified (head, self->bad_seq, error, self->object);
  if (is_well)
    tell_all_is_well (self, head);
  else
    tell_fault (self, error);
}

/**
 * koyomi_verification_run:
 * @printed: (nullable): the proof that a report printed, to be found in the change log
 * @verified: (nullable): called with @object as its data, unless that is gone by then or the work was cancelled
 * @object: (nullable)
 *
 * Looks in a thread for damage, and for changes made outside the program, and tells what was found.
 */
void
koyomi_verification_run (GtkWindow          *parent,
                         KoyomiSession      *session,
                         KoyomiLanguage      language,
                         const char         *printed,
                         KoyomiVerifiedFunc  verified,
                         GObject            *object)
{
  g_autoptr(GError) error = NULL;
  KoyomiSession *reader = koyomi_session_copy (session, NULL, &error);
  Verification *self;

  if (reader == NULL)
    {
      koyomi_error_dialog_present (parent, language, koyomi_tr (language, "The plan could not be verified"), koyomi_session_get_path (session),
                                   error);
      return;
    }

  self = g_new0 (Verification, 1);
  self->reader = reader;
  self->printed = g_strdup (printed);
  self->language = language;
  self->verified = verified;
  g_set_weak_pointer (&self->parent, parent);
  if (object != NULL)
    g_set_weak_pointer (&self->object, object);
  koyomi_work_run (parent, language, koyomi_tr (language, "Verifying the plan"), verify_func, self, free_verification, verified_cb, self);
}
