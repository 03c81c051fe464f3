#include "koyomi-progress-field.h"

/* A hand that rests so long on the scale has come to where it wants to be. */
#define REST_MILLISECONDS 700

struct _KoyomiProgressField
{
  GtkWidget      parent_instance;

  GtkWidget     *box;
  GtkWidget     *spin;
  GtkAdjustment *adjustment;
  int            shown;        /* what was last shown or handed in */
  guint          rest_id;      /* runs out once the scale has come to rest; 0 while nothing is to be handed in */
  gboolean       is_showing;
};

enum
{
  SIGNAL_COMMIT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KoyomiProgressField, koyomi_progress_field, GTK_TYPE_WIDGET)

static void
koyomi_progress_field_dispose (GObject *object)
{
  KoyomiProgressField *self = KOYOMI_PROGRESS_FIELD (object);

  g_clear_handle_id (&self->rest_id, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->adjustment);

  G_OBJECT_CLASS (koyomi_progress_field_parent_class)->dispose (object);
}

static void
koyomi_progress_field_class_init (KoyomiProgressFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_progress_field_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);

  signals[SIGNAL_COMMIT] = g_signal_new ("commit", KOYOMI_TYPE_PROGRESS_FIELD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_BOOLEAN, 1, G_TYPE_INT);
}

static void
koyomi_progress_field_init (KoyomiProgressField *self)
{
}

static void
set_value (KoyomiProgressField *self,
           int                  percent)
{
  self->shown = percent;
  self->is_showing = TRUE;
  gtk_adjustment_set_value (self->adjustment, percent);
  self->is_showing = FALSE;
}

static void
hand_in (KoyomiProgressField *self)
{
  int before = self->shown;
  int percent = (int) (gtk_adjustment_get_value (self->adjustment) + 0.5);
  gboolean is_taken = FALSE;

  g_clear_handle_id (&self->rest_id, g_source_remove);
  if (percent == before)
    return;

  self->shown = percent;
  g_signal_emit (self, signals[SIGNAL_COMMIT], 0, percent, &is_taken);
  if (!is_taken)
    set_value (self, before);
}

static gboolean
rested_cb (gpointer data)
{
  KoyomiProgressField *self = data;

  self->rest_id = 0;
  hand_in (self);

  return G_SOURCE_REMOVE;
}

static void
changed_cb (KoyomiProgressField *self)
{
  if (self->is_showing)
    return;

  g_clear_handle_id (&self->rest_id, g_source_remove);
  self->rest_id = g_timeout_add (REST_MILLISECONDS, rested_cb, self);
}

static void
left_cb (KoyomiProgressField *self)
{
  hand_in (self);
}

/* @caption: translated */
GtkWidget *
koyomi_progress_field_new (const char *caption)
{
  KoyomiProgressField *self = g_object_new (KOYOMI_TYPE_PROGRESS_FIELD, NULL);
  GtkWidget *label = gtk_label_new (caption);
  GtkWidget *scale;
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->adjustment = g_object_ref_sink (gtk_adjustment_new (0, 0, 100, 5, 10, 0));
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  scale = gtk_scale_new (GTK_ORIENTATION_HORIZONTAL, self->adjustment);
  self->spin = gtk_spin_button_new (self->adjustment, 5, 0);
  gtk_scale_set_draw_value (GTK_SCALE (scale), FALSE);
  gtk_widget_set_hexpand (scale, TRUE);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_accessible_update_property (GTK_ACCESSIBLE (scale), GTK_ACCESSIBLE_PROPERTY_LABEL, caption, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->spin), GTK_ACCESSIBLE_PROPERTY_LABEL, caption, -1);

  gtk_box_append (GTK_BOX (self->box), label);
  gtk_box_append (GTK_BOX (self->box), scale);
  gtk_box_append (GTK_BOX (self->box), self->spin);
  gtk_box_append (GTK_BOX (self->box), gtk_label_new ("%"));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));

  g_signal_connect_object (self->adjustment, "value-changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);

  return GTK_WIDGET (self);
}

/* @is_other: whether it is that of another thing than before, and what was drawn is not for this one */
void
koyomi_progress_field_show_percent (KoyomiProgressField *self,
                                    int                  percent,
                                    gboolean             is_other)
{
  g_return_if_fail (KOYOMI_IS_PROGRESS_FIELD (self));

  if (self->rest_id != 0 && !is_other)
    return;

  g_clear_handle_id (&self->rest_id, g_source_remove);
  set_value (self, percent);
}

/* Hands in what was drawn or typed, without waiting. */
void
koyomi_progress_field_commit (KoyomiProgressField *self)
{
  g_return_if_fail (KOYOMI_IS_PROGRESS_FIELD (self));

  gtk_spin_button_update (GTK_SPIN_BUTTON (self->spin));
  hand_in (self);
}
