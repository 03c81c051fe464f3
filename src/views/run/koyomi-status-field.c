#include "koyomi-status-field.h"

#include "koyomi-day-entry.h"
#include "koyomi-day.h"
#include "koyomi-occurrence.h"

struct _KoyomiStatusField
{
  GtkWidget        parent_instance;

  KoyomiWorkspace *workspace;
  KoyomiRecord    *run;
  GtkWidget       *box;
  GtkWidget       *choice;
  GtkWidget       *days;
  GtkWidget       *begun_on;
  GtkWidget       *done_on;
  gboolean         is_showing;   /* the choice is set by the program */
};

enum
{
  SIGNAL_CHOSEN,
  SIGNAL_BEGUN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KoyomiStatusField, koyomi_status_field, GTK_TYPE_WIDGET)

static void
koyomi_status_field_dispose (GObject *object)
{
  KoyomiStatusField *self = KOYOMI_STATUS_FIELD (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->run);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (koyomi_status_field_parent_class)->dispose (object);
}

static void
koyomi_status_field_class_init (KoyomiStatusFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_status_field_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", KOYOMI_TYPE_STATUS_FIELD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_BOOLEAN, 2, G_TYPE_INT, G_TYPE_UINT);
  signals[SIGNAL_BEGUN] = g_signal_new ("begun", KOYOMI_TYPE_STATUS_FIELD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_BOOLEAN, 1, G_TYPE_UINT);
}

static void
koyomi_status_field_init (KoyomiStatusField *self)
{
}

static void
show_status (KoyomiStatusField *self)
{
  self->is_showing = TRUE;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->choice), koyomi_record_get_int (self->run, KOYOMI_OCCURRENCE_STATUS));
  self->is_showing = FALSE;
}

static void
chosen_cb (KoyomiStatusField *self)
{
  KoyomiStatus status = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->choice));
  gboolean is_taken = FALSE;

  if (self->is_showing || self->run == NULL)
    return;

  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, status, koyomi_day_today (), &is_taken);
  if (!is_taken)
    show_status (self);
}

static gboolean
done_on_cb (KoyomiStatusField *self,
            guint32            day)
{
  gboolean is_taken = FALSE;

  if (day < koyomi_record_get_day (self->run, KOYOMI_OCCURRENCE_ACTUAL_FIRST))
    {
      koyomi_day_entry_set_message (KOYOMI_DAY_ENTRY (self->done_on),
                                    koyomi_workspace_tr (self->workspace, "Before it was begun. Change that day first."));
      return FALSE;
    }

  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, KOYOMI_STATUS_DONE, day, &is_taken);

  return is_taken;
}

static gboolean
begun_on_cb (KoyomiStatusField *self,
             guint32            day)
{
  gboolean is_done = !koyomi_record_is_none (self->run, KOYOMI_OCCURRENCE_ACTUAL_LAST);
  gboolean is_taken = FALSE;

  if (is_done && day > koyomi_record_get_day (self->run, KOYOMI_OCCURRENCE_ACTUAL_LAST))
    {
      koyomi_day_entry_set_message (KOYOMI_DAY_ENTRY (self->begun_on),
                                    koyomi_workspace_tr (self->workspace, "After it was done. Change that day first."));
      return FALSE;
    }

  g_signal_emit (self, signals[SIGNAL_BEGUN], 0, day, &is_taken);

  return is_taken;
}

/* Each status with the sign that the calendar has for it. */
static GtkWidget *
make_choice (KoyomiStatusField *self)
{
  static const KoyomiState states[] = {
    [KOYOMI_STATUS_PLANNED] = KOYOMI_STATE_PLANNED,
    [KOYOMI_STATUS_DOING] = KOYOMI_STATE_DOING,
    [KOYOMI_STATUS_DONE] = KOYOMI_STATE_DONE,
    [KOYOMI_STATUS_SKIPPED] = KOYOMI_STATE_SKIPPED,
    [KOYOMI_STATUS_MISSED] = KOYOMI_STATE_MISSED,
  };

  KoyomiLanguage language = koyomi_workspace_get_language (self->workspace);
  GtkStringList *words = gtk_string_list_new (NULL);
  GtkWidget *choice;

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    gtk_string_list_take (words, g_strdup_printf ("%s %s", koyomi_state_get_glyph (states[i]),
                                                  koyomi_state_get_label (states[i], language)));

  choice = gtk_drop_down_new (G_LIST_MODEL (words), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, koyomi_tr (language, "Status"), -1);
  g_signal_connect_object (choice, "notify::selected", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);

  return choice;
}

static GtkWidget *
make_days (KoyomiStatusField *self)
{
  KoyomiLanguage language = koyomi_workspace_get_language (self->workspace);
  GtkWidget *days = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->begun_on = koyomi_day_entry_new (koyomi_tr (language, "Begun on"), language);
  self->done_on = koyomi_day_entry_new (koyomi_tr (language, "Done on"), language);
  gtk_box_set_homogeneous (GTK_BOX (days), TRUE);
  gtk_box_append (GTK_BOX (days), self->begun_on);
  gtk_box_append (GTK_BOX (days), self->done_on);
  g_signal_connect_object (self->begun_on, "commit", G_CALLBACK (begun_on_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->done_on, "commit", G_CALLBACK (done_on_cb), self, G_CONNECT_SWAPPED);

  return days;
}

GtkWidget *
koyomi_status_field_new (KoyomiWorkspace *workspace)
{
  KoyomiStatusField *self = g_object_new (KOYOMI_TYPE_STATUS_FIELD, NULL);
  GtkWidget *caption = gtk_label_new (koyomi_workspace_tr (workspace, "Status"));

  self->workspace = g_object_ref (workspace);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  self->choice = make_choice (self);
  self->days = make_days (self);
  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_widget_add_css_class (caption, "caption");
  gtk_widget_add_css_class (caption, "dim-label");
  gtk_widget_set_margin_top (self->days, 9);

  gtk_box_append (GTK_BOX (self->box), caption);
  gtk_box_append (GTK_BOX (self->box), self->choice);
  gtk_box_append (GTK_BOX (self->box), self->days);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));

  return GTK_WIDGET (self);
}

/* @is_other: whether it is another run than before, and what was typed is not for this one */
void
koyomi_status_field_show_run (KoyomiStatusField *self,
                              KoyomiRecord      *run,
                              gboolean           is_other)
{
  void (*show_day) (KoyomiDayEntry *, guint32) = is_other ? koyomi_day_entry_replace_day : koyomi_day_entry_show_day;
  KoyomiStatus status;

  g_return_if_fail (KOYOMI_IS_STATUS_FIELD (self));

  g_set_object (&self->run, run);
  status = koyomi_record_get_int (run, KOYOMI_OCCURRENCE_STATUS);
  show_status (self);
  show_day (KOYOMI_DAY_ENTRY (self->begun_on), koyomi_record_get_day (run, KOYOMI_OCCURRENCE_ACTUAL_FIRST));
  show_day (KOYOMI_DAY_ENTRY (self->done_on), koyomi_record_get_day (run, KOYOMI_OCCURRENCE_ACTUAL_LAST));
  gtk_widget_set_visible (self->days, status == KOYOMI_STATUS_DOING || status == KOYOMI_STATUS_DONE);
  gtk_widget_set_visible (self->done_on, status == KOYOMI_STATUS_DONE);
}

/* Hands in the days that are typed but not yet handed in. */
void
koyomi_status_field_commit (KoyomiStatusField *self)
{
  g_return_if_fail (KOYOMI_IS_STATUS_FIELD (self));

  if (gtk_widget_get_visible (self->days))
    koyomi_day_entry_commit (KOYOMI_DAY_ENTRY (self->begun_on));
  if (gtk_widget_get_visible (self->done_on))
    koyomi_day_entry_commit (KOYOMI_DAY_ENTRY (self->done_on));
}
