#include "koyomi-roll-activities.h"

#include "koyomi-roll-list.h"
#include "koyomi-ui.h"

#define N_ANCHORS 4

struct _KoyomiRollActivities
{
  GtkWidget       parent_instance;

  KoyomiLanguage  language;
  KoyomiRollOver *roll_over;               /* borrowed; NULL until one is shown */
  KoyomiRollList *list;
  GtkWidget      *anchor_buttons[N_ANCHORS];
  GtkWidget      *drop_button;
};

G_DEFINE_FINAL_TYPE (KoyomiRollActivities, koyomi_roll_activities, GTK_TYPE_WIDGET)

static void
koyomi_roll_activities_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (koyomi_roll_activities_parent_class)->dispose (object);
}

static void
koyomi_roll_activities_class_init (KoyomiRollActivitiesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_roll_activities_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
koyomi_roll_activities_init (KoyomiRollActivities *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 12);
}

/* Which of the buttons would change something in what is chosen. */
static void
update_buttons (KoyomiRollActivities *self)
{
  g_autoptr(GPtrArray) selected = koyomi_roll_list_get_selected (self->list);
  guint anchors = 0;

  for (guint i = 0; i < selected->len; i++)
    {
      guint index = koyomi_roll_row_get_index (g_ptr_array_index (selected, i));

      anchors |= ((KoyomiRollActivity *) g_ptr_array_index (self->roll_over->activities, index))->anchors;
    }

  for (guint i = 0; i < N_ANCHORS; i++)
    gtk_widget_set_sensitive (self->anchor_buttons[i], (anchors & (1u << i)) != 0);
  gtk_widget_set_sensitive (self->drop_button, selected->len > 0);
}

/* Does it to all that are chosen and can have it. */
static void
choose (KoyomiRollActivities *self,
        KoyomiRollAction      action,
        KoyomiRollAnchor      anchor)
{
  g_autoptr(GPtrArray) selected = koyomi_roll_list_get_selected (self->list);

  for (guint i = 0; i < selected->len; i++)
    {
      KoyomiRollRow *row = g_ptr_array_index (selected, i);
      guint index = koyomi_roll_row_get_index (row);
      const KoyomiRollActivity *activity = g_ptr_array_index (self->roll_over->activities, index);

      if (action == KOYOMI_ROLL_KEEP && !(activity->anchors & (1u << anchor)))
        continue;

      koyomi_roll_over_choose (self->roll_over, index, action, anchor);
      koyomi_roll_row_update (row);
    }
}

static void
keep_cb (KoyomiRollActivities *self,
         GtkWidget            *button)
{
  for (guint i = 0; i < N_ANCHORS; i++)
    if (self->anchor_buttons[i] == button)
      choose (self, KOYOMI_ROLL_KEEP, i);
}

static void
drop_cb (KoyomiRollActivities *self)
{
  choose (self, KOYOMI_ROLL_DROP, KOYOMI_ROLL_BY_RULE);
}

static GtkWidget *
make_buttons (KoyomiRollActivities *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *linked = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *label = gtk_label_new (koyomi_tr (self->language, N_("Keep")));

  gtk_widget_add_css_class (linked, "linked");
  gtk_box_append (GTK_BOX (bar), label);
  gtk_box_append (GTK_BOX (bar), linked);
  for (guint i = 0; i < N_ANCHORS; i++)
    {
      self->anchor_buttons[i] = gtk_button_new_with_label (koyomi_roll_anchor_get_label (i, self->language));
      koyomi_ui_wrap_label (self->anchor_buttons[i]);
      g_signal_connect_object (self->anchor_buttons[i], "clicked", G_CALLBACK (keep_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (linked), self->anchor_buttons[i]);
    }

  self->drop_button = gtk_button_new_with_mnemonic (koyomi_tr (self->language, N_("_Drop")));
  gtk_widget_set_hexpand (self->drop_button, TRUE);
  gtk_widget_set_halign (self->drop_button, GTK_ALIGN_END);
  g_signal_connect_object (self->drop_button, "clicked", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (bar), self->drop_button);

  return bar;
}

GtkWidget *
koyomi_roll_activities_new (KoyomiLanguage language)
{
  KoyomiRollActivities *self = g_object_new (KOYOMI_TYPE_ROLL_ACTIVITIES, NULL);
  GtkWidget *label = gtk_label_new (koyomi_tr (language, N_("Choose activities, then what becomes of them in the new year.")));

  self->language = language;
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  self->list = KOYOMI_ROLL_LIST (koyomi_roll_list_new (koyomi_tr (language, N_("Activities")), language));
  gtk_widget_set_vexpand (GTK_WIDGET (self->list), TRUE);
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));
  gtk_widget_set_parent (make_buttons (self), GTK_WIDGET (self));

  return GTK_WIDGET (self);
}

/* @roll_over: lives as long as it is shown */
void
koyomi_roll_activities_show (KoyomiRollActivities *self,
                             KoyomiRollOver       *roll_over)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  self->roll_over = roll_over;
  for (guint i = 0; i < roll_over->activities->len; i++)
    g_ptr_array_add (rows, koyomi_roll_row_new_activity (roll_over, i, self->language));

  g_signal_handlers_disconnect_by_func (self->list, update_buttons, self);
  koyomi_roll_list_take_rows (self->list, rows);
  g_signal_connect_object (self->list, "selection-changed", G_CALLBACK (update_buttons), self, G_CONNECT_SWAPPED);
  update_buttons (self);
}
