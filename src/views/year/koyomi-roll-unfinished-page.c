#include "koyomi-roll-unfinished-page.h"

#include "koyomi-day-entry.h"
#include "koyomi-day.h"
#include "koyomi-roll-list.h"
#include "koyomi-text-field.h"

#define N_ACTIONS 4

struct _KoyomiRollUnfinishedPage
{
  GtkWidget        parent_instance;

  KoyomiLanguage   language;
  KoyomiRollOver  *roll_over;                  /* borrowed; NULL until one is shown */
  KoyomiRollList  *list;
  GtkWidget       *guide;
  GtkWidget       *none;                       /* in place of the list while there is no run */
  GtkWidget       *bar;
  KoyomiTextField *reason;
  KoyomiDayEntry  *day;
  GtkWidget       *action_buttons[N_ACTIONS];
};

G_DEFINE_FINAL_TYPE (KoyomiRollUnfinishedPage, koyomi_roll_unfinished_page, GTK_TYPE_WIDGET)

static void
koyomi_roll_unfinished_page_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (koyomi_roll_unfinished_page_parent_class)->dispose (object);
}

static void
koyomi_roll_unfinished_page_class_init (KoyomiRollUnfinishedPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_roll_unfinished_page_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
koyomi_roll_unfinished_page_init (KoyomiRollUnfinishedPage *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 12);
}

static void
update_buttons (KoyomiRollUnfinishedPage *self)
{
  g_autoptr(GPtrArray) selected = koyomi_roll_list_get_selected (self->list);

  for (guint i = 0; i < N_ACTIONS; i++)
    gtk_widget_set_sensitive (self->action_buttons[i], selected->len > 0 &&
                                                       (i != KOYOMI_UNFINISHED_LEAVE || !self->roll_over->close_year));
}

/* Does it to all that are chosen, with the reason and the day that stand below. */
static void
settle_cb (KoyomiRollUnfinishedPage *self,
           GtkWidget                *button)
{
  g_autoptr(GPtrArray) selected = koyomi_roll_list_get_selected (self->list);
  g_autofree char *reason = koyomi_text_field_dup_text (self->reason);
  KoyomiUnfinishedAction action = KOYOMI_UNFINISHED_CARRY;

  if (!koyomi_day_entry_commit (self->day))
    return;

  for (guint i = 0; i < N_ACTIONS; i++)
    if (self->action_buttons[i] == button)
      action = i;

  for (guint i = 0; i < selected->len; i++)
    {
      KoyomiRollRow *row = g_ptr_array_index (selected, i);

      koyomi_roll_over_settle (self->roll_over, koyomi_roll_row_get_index (row), action,
                               action == KOYOMI_UNFINISHED_CARRY ? koyomi_day_entry_get_day (self->day) : KOYOMI_DAY_NONE,
                               action == KOYOMI_UNFINISHED_LEAVE ? NULL : reason);
      koyomi_roll_row_update (row);
    }
}

/* What is typed into them waits for a button. */
static gboolean
accept_cb (void)
{
  return TRUE;
}

static GtkWidget *
make_fields (KoyomiRollUnfinishedPage *self)
{
  GtkWidget *fields = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *reason = koyomi_text_field_new (koyomi_tr (self->language, N_("_Reason")));
  GtkWidget *day = koyomi_day_entry_new (koyomi_tr (self->language, N_("_First day in the new year")), self->language);

  self->reason = KOYOMI_TEXT_FIELD (reason);
  self->day = KOYOMI_DAY_ENTRY (day);
  koyomi_day_entry_set_optional (self->day, TRUE);
  gtk_entry_set_placeholder_text (GTK_ENTRY (koyomi_day_entry_get_input (self->day)), koyomi_tr (self->language, N_("As proposed")));
  gtk_widget_set_hexpand (reason, TRUE);
  g_signal_connect (reason, "commit", G_CALLBACK (accept_cb), NULL);
  g_signal_connect (day, "commit", G_CALLBACK (accept_cb), NULL);
  gtk_box_append (GTK_BOX (fields), reason);
  gtk_box_append (GTK_BOX (fields), day);

  return fields;
}

static GtkWidget *
make_buttons (KoyomiRollUnfinishedPage *self)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  for (guint i = 0; i < N_ACTIONS; i++)
    {
      self->action_buttons[i] = gtk_button_new_with_label (koyomi_unfinished_action_get_label (i, self->language));
      g_signal_connect_object (self->action_buttons[i], "clicked", G_CALLBACK (settle_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (buttons), self->action_buttons[i]);
    }

  return buttons;
}

GtkWidget *
koyomi_roll_unfinished_page_new (KoyomiLanguage language)
{
  KoyomiRollUnfinishedPage *self = g_object_new (KOYOMI_TYPE_ROLL_UNFINISHED_PAGE, NULL);

  self->language = language;
  self->none = gtk_label_new (koyomi_tr (language, N_("Every run of the old year is finished.")));
  gtk_widget_set_vexpand (self->none, TRUE);
  gtk_widget_set_parent (self->none, GTK_WIDGET (self));
  self->guide = gtk_label_new (koyomi_tr (language, N_("Choose runs, say why, then what becomes of them.")));
  gtk_label_set_xalign (GTK_LABEL (self->guide), 0);
  gtk_label_set_wrap (GTK_LABEL (self->guide), TRUE);
  gtk_widget_set_parent (self->guide, GTK_WIDGET (self));
  self->list = KOYOMI_ROLL_LIST (koyomi_roll_list_new (koyomi_tr (language, N_("Unfinished runs")), language));
  gtk_widget_set_vexpand (GTK_WIDGET (self->list), TRUE);
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));

  self->bar = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_box_append (GTK_BOX (self->bar), make_fields (self));
  gtk_box_append (GTK_BOX (self->bar), make_buttons (self));
  gtk_widget_set_parent (self->bar, GTK_WIDGET (self));

  return GTK_WIDGET (self);
}

/* @roll_over: lives as long as it is shown */
void
koyomi_roll_unfinished_page_show (KoyomiRollUnfinishedPage *self,
                                  KoyomiRollOver           *roll_over)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean is_empty = roll_over->unfinished->len == 0;

  self->roll_over = roll_over;
  for (guint i = 0; i < roll_over->unfinished->len; i++)
    g_ptr_array_add (rows, koyomi_roll_row_new_unfinished (roll_over, i, self->language));

  g_signal_handlers_disconnect_by_func (self->list, update_buttons, self);
  koyomi_roll_list_take_rows (self->list, rows);
  g_signal_connect_object (self->list, "selection-changed", G_CALLBACK (update_buttons), self, G_CONNECT_SWAPPED);
  koyomi_day_entry_set_reference (self->day, koyomi_fiscal_year_get_first_day (roll_over->to));
  gtk_widget_set_visible (self->none, is_empty);
  gtk_widget_set_visible (self->guide, !is_empty);
  gtk_widget_set_visible (GTK_WIDGET (self->list), !is_empty);
  gtk_widget_set_visible (self->bar, !is_empty);
  update_buttons (self);
}
