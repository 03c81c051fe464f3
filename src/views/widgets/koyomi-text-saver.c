#include "koyomi-text-saver.h"

#include "koyomi-number-input.h"
#include "koyomi-record-edit.h"
#include "koyomi-text.h"

#include <math.h>

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

static KoyomiFieldType
get_type (KoyomiTextSaver *self)
{
  const KoyomiTable *table = koyomi_dictionary_get_table (KOYOMI_FIELD_TABLE (self->field));

  return table->fields[KOYOMI_FIELD_INDEX (self->field)].type;
}

static gboolean
is_number (KoyomiTextSaver *self)
{
  return get_type (self) == KOYOMI_FIELD_REAL || get_type (self) == KOYOMI_FIELD_INT;
}

/* Returns: what is wrong with the text, not translated; NULL when nothing is */
static const char *
find_fault (KoyomiTextSaver *self,
            const char      *text,
            double          *number)
{
  if (self->required && koyomi_text_is_blank (text))
    return N_("This must not be empty.");

  if (is_number (self) && (!koyomi_number_read_typed (text, number, NULL) || *number < 0))
    return N_("Write a number such as 12 or 0.5.");

  if (get_type (self) == KOYOMI_FIELD_INT && !isnan (*number) && (*number != floor (*number) || *number > G_MAXINT))
    return N_("Write a whole number such as 12.");

  return NULL;
}

static gboolean
write_text (KoyomiTextSaver  *self,
            KoyomiRecord     *record,
            const char       *text,
            double            number,
            GError          **error)
{
  if (record == NULL)
    return FALSE;

  if (get_type (self) == KOYOMI_FIELD_INT)
    koyomi_record_set_int (record, self->field, isnan (number) ? KOYOMI_NO_INT : (gint64) number);
  else if (is_number (self))
    koyomi_record_set_real (record, self->field, number);
  else
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
  double number = NAN;
  const char *fault = find_fault (self, text, &number);

  if (fault != NULL)
    {
      koyomi_text_field_set_message (self->input, koyomi_tr (language, fault));
      return FALSE;
    }

  record = koyomi_session_get (session, KOYOMI_FIELD_TABLE (self->field), self->id, language, &error);
  if (write_text (self, record, text, number, &error))
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
 * @field: a field of the dictionary that holds a text or a number, which is not below 0
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
  g_autofree char *text = NULL;

  g_return_if_fail (KOYOMI_IS_TEXT_SAVER (self));

  text = koyomi_record_format (record, self->field, koyomi_workspace_get_language (self->workspace));

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
