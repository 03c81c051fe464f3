#include "koyomi-text-saver.h"

#include "koyomi-record-edit.h"
#include "koyomi-text.h"

struct _KoyomiTextSaver
{
  GObject          parent_instance;

  KoyomiTextField *input;        /* whose saver this is: it lives longer */
  KoyomiWorkspace *workspace;
  int              field;
  gint64           id;           /* of the row; 0 until one was shown */
  gboolean         required;
};

G_DEFINE_FINAL_TYPE (KoyomiTextSaver, koyomi_text_saver, G_TYPE_OBJECT)

static void
koyomi_text_saver_dispose (GObject *object)
{
  g_clear_object (&KOYOMI_TEXT_SAVER (object)->workspace);

  G_OBJECT_CLASS (koyomi_text_saver_parent_class)->dispose (object);
}

static void
koyomi_text_saver_class_init (KoyomiTextSaverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_text_saver_dispose;
}

static void
koyomi_text_saver_init (KoyomiTextSaver *self)
{
}

static gboolean
write_text (KoyomiTextSaver  *self,
            KoyomiRecord     *record,
            const char       *text,
            GError          **error)
{
  if (record == NULL)
    return FALSE;

  koyomi_record_set_text (record, self->field, text);

  return koyomi_session_save (koyomi_workspace_get_session (self->workspace), record,
                              koyomi_workspace_get_language (self->workspace), error);
}

static gboolean
commit_cb (KoyomiTextSaver *self,
           const char      *text)
{
  KoyomiSession *session = koyomi_workspace_get_session (self->workspace);
  KoyomiLanguage language = koyomi_workspace_get_language (self->workspace);
  g_autoptr(KoyomiRecord) record = NULL;
  g_autoptr(GError) error = NULL;

  if (self->required && koyomi_text_is_blank (text))
    {
      koyomi_text_field_set_message (self->input, koyomi_tr (language, N_("This must not be empty.")));
      return FALSE;
    }

  record = koyomi_session_get (session, KOYOMI_FIELD_TABLE (self->field), self->id, language, &error);
  if (write_text (self, record, text, &error))
    return TRUE;

  koyomi_workspace_fail (self->workspace, koyomi_tr (language, N_("The text was not saved")), error);

  return FALSE;
}

static void
flush_cb (KoyomiTextSaver *self)
{
  koyomi_text_field_commit (self->input);
}

/* What can only be read can still be selected and copied. */
static void
set_editable (GtkWidget *input,
              gboolean   can_edit)
{
  if (GTK_IS_TEXT_VIEW (input))
    gtk_text_view_set_editable (GTK_TEXT_VIEW (input), can_edit);
  else
    gtk_editable_set_editable (GTK_EDITABLE (input), can_edit);
}

/**
 * koyomi_text_saver_attach:
 * @field: a text field of the dictionary
 *
 * Returns: (transfer none): the saver of @input, which keeps it
 */
KoyomiTextSaver *
koyomi_text_saver_attach (KoyomiTextField *input,
                          KoyomiWorkspace *workspace,
                          int              field)
{
  KoyomiTextSaver *self = g_object_new (KOYOMI_TYPE_TEXT_SAVER, NULL);

  self->input = input;
  self->workspace = g_object_ref (workspace);
  self->field = field;
  g_object_set_data_full (G_OBJECT (input), "koyomi-text-saver", self, g_object_unref);
  set_editable (koyomi_text_field_get_input (input), koyomi_workspace_can_edit (workspace));

  g_signal_connect_object (input, "commit", G_CALLBACK (commit_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "flush", G_CALLBACK (flush_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/* A text that must not be empty. */
void
koyomi_text_saver_set_required (KoyomiTextSaver *self,
                                gboolean         required)
{
  g_return_if_fail (KOYOMI_IS_TEXT_SAVER (self));

  self->required = required;
}

/* Shows the field of that row; what a person has typed for the same row stays. */
void
koyomi_text_saver_show (KoyomiTextSaver *self,
                        KoyomiRecord    *record)
{
  const char *text = koyomi_record_get_text (record, self->field);

  g_return_if_fail (KOYOMI_IS_TEXT_SAVER (self));

  if (self->id == koyomi_record_get_id (record))
    koyomi_text_field_show (self->input, text);
  else
    {
      if (self->id != 0)
        koyomi_text_field_commit (self->input);
      self->id = koyomi_record_get_id (record);
      koyomi_text_field_replace (self->input, text);
    }
}
