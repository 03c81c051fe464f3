#include "koyomi-text-field.h"

#include "koyomi-draft.h"
#include "koyomi-focus.h"

struct _KoyomiTextField
{
  GtkWidget    parent_instance;

  GtkWidget   *caption;
  GtkWidget   *input;      /* an entry or a text view */
  GtkWidget   *line;       /* what the entry stands in, and what is beside it */
  GtkWidget   *message;
  KoyomiDraft *draft;
};

enum
{
  SIGNAL_COMMIT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KoyomiTextField, koyomi_text_field, GTK_TYPE_WIDGET)

static void
koyomi_text_field_dispose (GObject *object)
{
  KoyomiTextField *self = KOYOMI_TEXT_FIELD (object);
  GtkWidget *child;

  g_clear_object (&self->draft);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (koyomi_text_field_parent_class)->dispose (object);
}

static gboolean
koyomi_text_field_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (KOYOMI_TEXT_FIELD (widget)->input);
}

static void
koyomi_text_field_class_init (KoyomiTextFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_text_field_dispose;
  GTK_WIDGET_CLASS (klass)->focus = koyomi_focus_move;
  GTK_WIDGET_CLASS (klass)->grab_focus = koyomi_text_field_grab_focus;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);

  signals[SIGNAL_COMMIT] = g_signal_new ("commit", KOYOMI_TYPE_TEXT_FIELD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_BOOLEAN, 1, G_TYPE_STRING);
}

static void
koyomi_text_field_init (KoyomiTextField *self)
{
  GtkBoxLayout *layout = GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (layout, 3);
}

static gboolean
commit_cb (KoyomiTextField *self,
           const char      *text)
{
  gboolean is_taken = FALSE;

  koyomi_text_field_set_message (self, NULL);
  g_signal_emit (self, signals[SIGNAL_COMMIT], 0, text, &is_taken);

  return is_taken;
}

/* Whoever types is about to mend what was wrong. */
static void
typed_cb (KoyomiTextField *self)
{
  if (gtk_widget_get_visible (self->message))
    koyomi_text_field_set_message (self, NULL);
}

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new_with_mnemonic (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
make (const char *caption,
      GtkWidget  *input,
      GtkWidget  *line)
{
  KoyomiTextField *self = g_object_new (KOYOMI_TYPE_TEXT_FIELD, NULL);

  self->input = input;
  self->line = line;
  self->caption = make_label (caption, "dim-label");
  gtk_label_set_mnemonic_widget (GTK_LABEL (self->caption), input);
  self->message = make_label ("", "error");
  gtk_widget_set_visible (self->message, FALSE);

  gtk_widget_set_parent (self->caption, GTK_WIDGET (self));
  gtk_widget_set_parent (line, GTK_WIDGET (self));
  gtk_widget_set_parent (self->message, GTK_WIDGET (self));

  self->draft = koyomi_draft_new (input);
  g_signal_connect_object (self->draft, "commit", G_CALLBACK (commit_cb), self, G_CONNECT_SWAPPED);
  if (GTK_IS_TEXT_VIEW (input))
    g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (input)), "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  else
    g_signal_connect_object (input, "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/* @caption: translated; may have a mnemonic */
GtkWidget *
koyomi_text_field_new (const char *caption)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_hexpand (entry, TRUE);
  gtk_widget_add_css_class (line, "linked");
  gtk_box_append (GTK_BOX (line), entry);

  return make (caption, entry, line);
}

/* As many lines as somebody writes: the field grows, and scrolls once it is high. */
GtkWidget *
koyomi_text_field_new_multi_line (const char *caption)
{
  GtkWidget *view = gtk_text_view_new ();
  GtkWidget *frame = gtk_scrolled_window_new ();

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (frame), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (frame), 44);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (frame), 160);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (frame), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (frame), view);
  gtk_widget_add_css_class (frame, "koyomi-text");

  return make (caption, view, frame);
}

/* Returns: (transfer none): the entry or the text view */
GtkWidget *
koyomi_text_field_get_input (KoyomiTextField *self)
{
  g_return_val_if_fail (KOYOMI_IS_TEXT_FIELD (self), NULL);

  return self->input;
}

/* Puts a button behind the entry. */
void
koyomi_text_field_add_suffix (KoyomiTextField *self,
                              GtkWidget       *suffix)
{
  g_return_if_fail (KOYOMI_IS_TEXT_FIELD (self) && GTK_IS_ENTRY (self->input));

  gtk_box_append (GTK_BOX (self->line), suffix);
}

/* The caption is only spoken from now on. */
void
koyomi_text_field_hide_caption (KoyomiTextField *self)
{
  g_return_if_fail (KOYOMI_IS_TEXT_FIELD (self));

  gtk_widget_set_visible (self->caption, FALSE);
}

/* @text: what holds when nothing is typed into the entry */
void
koyomi_text_field_set_placeholder (KoyomiTextField *self,
                                   const char      *text)
{
  g_return_if_fail (KOYOMI_IS_TEXT_FIELD (self) && GTK_IS_ENTRY (self->input));

  gtk_entry_set_placeholder_text (GTK_ENTRY (self->input), text);
}

/* @message: (nullable): what is wrong with the text, translated */
void
koyomi_text_field_set_message (KoyomiTextField *self,
                               const char      *message)
{
  g_return_if_fail (KOYOMI_IS_TEXT_FIELD (self));

  gtk_label_set_text (GTK_LABEL (self->message), message != NULL ? message : "");
  gtk_widget_set_visible (self->message, message != NULL);
  if (message != NULL)
    gtk_widget_add_css_class (self->input, "error");
  else
    gtk_widget_remove_css_class (self->input, "error");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->input), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  message != NULL ? message : "", -1);
}

/* Returns: (transfer full): what stands in the field */
char *
koyomi_text_field_dup_text (KoyomiTextField *self)
{
  g_return_val_if_fail (KOYOMI_IS_TEXT_FIELD (self), NULL);

  return koyomi_draft_dup_text (self->draft);
}

/* Shows what the plan has now, unless the person has typed something else. */
void
koyomi_text_field_show (KoyomiTextField *self,
                        const char      *text)
{
  g_return_if_fail (KOYOMI_IS_TEXT_FIELD (self));

  koyomi_draft_show (self->draft, text);
}

/* Shows @text whatever was typed. */
void
koyomi_text_field_replace (KoyomiTextField *self,
                           const char      *text)
{
  g_return_if_fail (KOYOMI_IS_TEXT_FIELD (self));

  koyomi_text_field_set_message (self, NULL);
  koyomi_draft_replace (self->draft, text);
}

/* Hands in what was typed, if anything was.
 * Returns: FALSE when it was not taken and is still a draft */
gboolean
koyomi_text_field_commit (KoyomiTextField *self)
{
  g_return_val_if_fail (KOYOMI_IS_TEXT_FIELD (self), FALSE);

  return koyomi_draft_commit (self->draft);
}
