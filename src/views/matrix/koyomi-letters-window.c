#include "koyomi-letters-window.h"

#include "koyomi-cell-edit.h"
#include "koyomi-form-dialog.h"
#include "koyomi-letters.h"
#include "koyomi-model-error.h"
#include "koyomi-record-window.h"
#include "koyomi-text-field.h"
#include "koyomi-text.h"

struct _KoyomiLettersWindow
{
  KoyomiPlanWindow  parent_instance;

  GtkWidget        *list;
  GtkWidget        *add_button;

  GPtrArray        *own;          /* (element-type KoyomiRecord), behind the common ones */
};

static const KoyomiUiChild children[] = {
  KOYOMI_UI_CHILD (KoyomiLettersWindow, list),
  KOYOMI_UI_CHILD (KoyomiLettersWindow, add_button),
  KOYOMI_UI_END
};

G_DEFINE_FINAL_TYPE (KoyomiLettersWindow, koyomi_letters_window, KOYOMI_TYPE_PLAN_WINDOW)

/* A letter that is being added. */
typedef struct
{
  KoyomiWorkspace *workspace;
  KoyomiTextField *letter;      /* not owned, as are those below */
  KoyomiTextField *name;
  KoyomiTextField *meaning;
} Form;

static void
free_form (gpointer  data,
           GClosure *closure)
{
  Form *form = data;

  g_object_unref (form->workspace);
  g_free (form);
}

static gboolean
take_text_cb (KoyomiTextField *field)
{
  return TRUE;
}

static gboolean
is_filled_in (Form            *form,
              KoyomiTextField *field,
              const char      *text)
{
  if (!koyomi_text_is_blank (text))
    return TRUE;

  koyomi_text_field_set_message (field, koyomi_workspace_tr (form->workspace, N_("This must not be empty.")));
  gtk_widget_grab_focus (GTK_WIDGET (field));

  return FALSE;
}

static gboolean
accepted_cb (KoyomiFormDialog *dialog,
             gpointer          data)
{
  Form *form = data;
  KoyomiLanguage language = koyomi_workspace_get_language (form->workspace);
  g_autofree char *letter = g_strstrip (koyomi_text_field_dup_text (form->letter));
  g_autofree char *name = g_strstrip (koyomi_text_field_dup_text (form->name));
  g_autofree char *meaning = koyomi_text_field_dup_text (form->meaning);
  g_autoptr(GError) error = NULL;

  if (!is_filled_in (form, form->letter, letter) || !is_filled_in (form, form->name, name))
    return FALSE;

  if (koyomi_session_add_letter (koyomi_workspace_get_session (form->workspace), letter, name, meaning, language, &error) != 0)
    return TRUE;

  if (error->domain != KOYOMI_MODEL_ERROR)
    koyomi_workspace_fail (form->workspace, koyomi_tr (language, N_("The letter was not added")), error);
  else
    {
      koyomi_text_field_set_message (form->letter, koyomi_tr (language, N_("One character that is no letter of the matrix yet.")));
      gtk_widget_grab_focus (GTK_WIDGET (form->letter));
    }

  return FALSE;
}

static KoyomiTextField *
add_field (KoyomiFormDialog *dialog,
           const char       *caption)
{
  GtkWidget *field = koyomi_text_field_new (caption);

  g_signal_connect (field, "commit", G_CALLBACK (take_text_cb), NULL);
  koyomi_form_dialog_append (dialog, field);
  koyomi_form_dialog_accept_on_enter (dialog, koyomi_text_field_get_input (KOYOMI_TEXT_FIELD (field)));

  return KOYOMI_TEXT_FIELD (field);
}

static void
add_cb (KoyomiLettersWindow *self)
{
  KoyomiPlanWindow *window = KOYOMI_PLAN_WINDOW (self);
  KoyomiFormDialog *dialog = koyomi_form_dialog_new (GTK_WINDOW (self), koyomi_plan_window_get_language (window),
                                                     koyomi_plan_window_tr (window, N_("Add Letter")),
                                                     koyomi_plan_window_tr (window, N_("_Add")));
  Form *form = g_new0 (Form, 1);

  form->workspace = g_object_ref (koyomi_plan_window_get_workspace (window));
  form->letter = add_field (dialog, koyomi_plan_window_tr (window, N_("_Letter")));
  form->name = add_field (dialog, koyomi_plan_window_tr (window, N_("_Name")));
  form->meaning = add_field (dialog, koyomi_plan_window_tr (window, N_("_Meaning")));
  koyomi_form_dialog_set_first_focus (dialog, koyomi_text_field_get_input (form->letter));
  g_signal_connect_data (dialog, "accepted", G_CALLBACK (accepted_cb), form, free_form, 0);
  koyomi_form_dialog_present (dialog);
}

static void
activated_cb (KoyomiLettersWindow *self,
              GtkListBoxRow       *row)
{
  guint index = gtk_list_box_row_get_index (row);

  if (index >= KOYOMI_N_COMMON_LETTERS && index - KOYOMI_N_COMMON_LETTERS < self->own->len)
    koyomi_record_window_present_letter (GTK_WINDOW (self), koyomi_plan_window_get_workspace (KOYOMI_PLAN_WINDOW (self)),
                                         koyomi_record_get_id (g_ptr_array_index (self->own, index - KOYOMI_N_COMMON_LETTERS)));
}

static void
add_row (KoyomiLettersWindow  *self,
         const KoyomiAlphabet *alphabet,
         guint                 index)
{
  KoyomiLanguage language = koyomi_plan_window_get_language (KOYOMI_PLAN_WINDOW (self));
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *letter = gtk_label_new (koyomi_alphabet_get_letter (alphabet, index));

  gtk_widget_add_css_class (letter, "heading");
  gtk_label_set_width_chars (GTK_LABEL (letter), 2);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), koyomi_alphabet_get_name (alphabet, index, language));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), koyomi_alphabet_get_meaning (alphabet, index, language));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), letter);
  if (index >= KOYOMI_N_COMMON_LETTERS)
    {
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
    }
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static gboolean
koyomi_letters_window_refresh (KoyomiPlanWindow  *window,
                               GError           **error)
{
  KoyomiLettersWindow *self = KOYOMI_LETTERS_WINDOW (window);
  GPtrArray *own = koyomi_session_list (koyomi_plan_window_get_session (window), KOYOMI_TABLE_LETTER, 0, 0,
                                        koyomi_plan_window_get_language (window), error);
  g_autoptr(KoyomiAlphabet) alphabet = NULL;
  GtkWidget *row;

  if (own == NULL)
    return FALSE;

  g_ptr_array_unref (self->own);
  self->own = own;
  alphabet = koyomi_alphabet_new (own);
  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  for (guint i = 0; i < koyomi_alphabet_get_n_letters (alphabet); i++)
    add_row (self, alphabet, i);

  return TRUE;
}

static void
koyomi_letters_window_dispose (GObject *object)
{
  koyomi_ui_clear (object, children);

  G_OBJECT_CLASS (koyomi_letters_window_parent_class)->dispose (object);
}

static void
koyomi_letters_window_finalize (GObject *object)
{
  g_ptr_array_unref (KOYOMI_LETTERS_WINDOW (object)->own);

  G_OBJECT_CLASS (koyomi_letters_window_parent_class)->finalize (object);
}

static void
koyomi_letters_window_class_init (KoyomiLettersWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_letters_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = koyomi_letters_window_finalize;
  KOYOMI_PLAN_WINDOW_CLASS (klass)->refresh = koyomi_letters_window_refresh;
}

static void
koyomi_letters_window_init (KoyomiLettersWindow *self)
{
  self->own = g_ptr_array_new ();
}

void
koyomi_letters_window_present (GtkWindow       *parent,
                               KoyomiWorkspace *workspace)
{
  KoyomiLettersWindow *self = g_object_new (KOYOMI_TYPE_LETTERS_WINDOW, NULL);

  koyomi_plan_window_build (KOYOMI_PLAN_WINDOW (self), parent, workspace, "koyomi-matrix-letters-window", children);
  gtk_widget_set_sensitive (self->add_button, koyomi_workspace_can_edit (workspace));
  g_signal_connect_object (self->add_button, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  koyomi_plan_window_set_focus (KOYOMI_PLAN_WINDOW (self), self->add_button);
  koyomi_plan_window_show (KOYOMI_PLAN_WINDOW (self));
}
