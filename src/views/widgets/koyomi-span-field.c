#include "koyomi-span-field.h"

#include "koyomi-day-entry.h"
#include "koyomi-day.h"
#include "koyomi-focus.h"

/* As the plan's file has it. */
#define MAX_LENGTH 3660

struct _KoyomiSpanField
{
  GtkWidget       parent_instance;

  KoyomiLanguage  language;
  GtkWidget      *box;
  GtkWidget      *first_day;
  GtkWidget      *length;
  GtkWidget      *given;       /* in place of the length */
  guint32         minimum;
  gboolean        is_showing;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KoyomiSpanField, koyomi_span_field, GTK_TYPE_WIDGET)

static void
koyomi_span_field_dispose (GObject *object)
{
  KoyomiSpanField *self = KOYOMI_SPAN_FIELD (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (koyomi_span_field_parent_class)->dispose (object);
}

static gboolean
koyomi_span_field_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (KOYOMI_SPAN_FIELD (widget)->first_day);
}

static void
koyomi_span_field_class_init (KoyomiSpanFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_span_field_dispose;
  GTK_WIDGET_CLASS (klass)->focus = koyomi_focus_move;
  GTK_WIDGET_CLASS (klass)->grab_focus = koyomi_span_field_grab_focus;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", KOYOMI_TYPE_SPAN_FIELD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
koyomi_span_field_init (KoyomiSpanField *self)
{
}

static gboolean
day_cb (KoyomiSpanField *self,
        guint            day)
{
  if (day < self->minimum)
    {
      g_autofree char *minimum = koyomi_day_format (self->minimum);
      g_autofree char *text = NULL;

      /* Translators: %s is a day */
      text = g_strdup_printf (koyomi_tr (self->language, "Not before %s."), minimum);
      koyomi_day_entry_set_message (KOYOMI_DAY_ENTRY (self->first_day), text);
      return FALSE;
    }

  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);

  return TRUE;
}

static void
length_cb (KoyomiSpanField *self)
{
  if (!self->is_showing)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static GtkWidget *
make_given (KoyomiSpanField *self)
{
  self->given = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->given), 0);
  gtk_label_set_wrap (GTK_LABEL (self->given), TRUE);
  gtk_widget_set_vexpand (self->given, TRUE);
  gtk_widget_set_visible (self->given, FALSE);

  return self->given;
}

static GtkWidget *
make_length (KoyomiSpanField *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *caption = gtk_label_new_with_mnemonic (koyomi_tr (self->language, "_Length in days"));

  self->length = gtk_spin_button_new_with_range (1, MAX_LENGTH, 1);
  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (caption), self->length);
  gtk_widget_add_css_class (caption, "caption");
  gtk_widget_add_css_class (caption, "dim-label");
  gtk_box_append (GTK_BOX (box), caption);
  gtk_box_append (GTK_BOX (box), self->length);
  gtk_box_append (GTK_BOX (box), make_given (self));
  g_signal_connect_object (self->length, "value-changed", G_CALLBACK (length_cb), self, G_CONNECT_SWAPPED);

  return box;
}

GtkWidget *
koyomi_span_field_new (KoyomiLanguage language)
{
  KoyomiSpanField *self = g_object_new (KOYOMI_TYPE_SPAN_FIELD, NULL);

  self->language = language;
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->first_day = koyomi_day_entry_new (koyomi_tr (language, "_First day"), language);
  gtk_box_set_homogeneous (GTK_BOX (self->box), TRUE);
  gtk_box_append (GTK_BOX (self->box), self->first_day);
  gtk_box_append (GTK_BOX (self->box), make_length (self));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  g_signal_connect_object (self->first_day, "commit", G_CALLBACK (day_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/* @minimum: the earliest first day; %KOYOMI_DAY_NONE for any */
void
koyomi_span_field_set_minimum (KoyomiSpanField *self,
                               guint32          minimum)
{
  g_return_if_fail (KOYOMI_IS_SPAN_FIELD (self));

  self->minimum = minimum;
}

/* @text: (nullable): how long it is instead, where that is no number to choose; translated */
void
koyomi_span_field_give_length (KoyomiSpanField *self,
                               const char      *text)
{
  g_return_if_fail (KOYOMI_IS_SPAN_FIELD (self));

  gtk_label_set_label (GTK_LABEL (self->given), text != NULL ? text : "");
  gtk_widget_set_visible (self->given, text != NULL);
  gtk_widget_set_visible (self->length, text == NULL);
}

void
koyomi_span_field_show (KoyomiSpanField *self,
                        guint32          first_day,
                        int              length)
{
  g_return_if_fail (KOYOMI_IS_SPAN_FIELD (self));

  self->is_showing = TRUE;
  koyomi_day_entry_replace_day (KOYOMI_DAY_ENTRY (self->first_day), first_day);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->length), length);
  self->is_showing = FALSE;
}

guint32
koyomi_span_field_get_first_day (KoyomiSpanField *self)
{
  g_return_val_if_fail (KOYOMI_IS_SPAN_FIELD (self), KOYOMI_DAY_NONE);

  return koyomi_day_entry_get_day (KOYOMI_DAY_ENTRY (self->first_day));
}

int
koyomi_span_field_get_length (KoyomiSpanField *self)
{
  g_return_val_if_fail (KOYOMI_IS_SPAN_FIELD (self), 1);

  return gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->length));
}

/* Hands in what is typed but not yet handed in.
 * Returns: FALSE when it is no day */
gboolean
koyomi_span_field_commit (KoyomiSpanField *self)
{
  g_return_val_if_fail (KOYOMI_IS_SPAN_FIELD (self), FALSE);

  gtk_spin_button_update (GTK_SPIN_BUTTON (self->length));

  return koyomi_day_entry_commit (KOYOMI_DAY_ENTRY (self->first_day));
}
