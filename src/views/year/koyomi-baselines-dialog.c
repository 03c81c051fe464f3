#include "koyomi-baselines-dialog.h"

#include "koyomi-baseline-name.h"
#include "koyomi-baseline.h"
#include "koyomi-day.h"
#include "koyomi-variance-window.h"

/* The row at a place shows whatever baseline stands there. */
typedef struct
{
  KoyomiBaselinesDialog *dialog;
  gint64                 baseline;
  GtkWidget             *row;
  GtkWidget             *compare;
  GtkWidget             *rename;
  GtkWidget             *remove;
} Line;

struct _KoyomiBaselinesDialog
{
  KoyomiPlanWindow  parent_instance;

  GtkWidget        *set_button;
  GtkStack         *stack;
  AdwComboRow      *shown;
  GtkListBox       *list;

  GPtrArray        *baselines;       /* (element-type KoyomiRecord), the latest first, as the rows show them */
  GPtrArray        *lines;           /* (element-type Line) */
  gboolean          is_refreshing;
};

static const KoyomiUiChild children[] = {
  KOYOMI_UI_CHILD (KoyomiBaselinesDialog, set_button),
  KOYOMI_UI_CHILD (KoyomiBaselinesDialog, stack),
  KOYOMI_UI_CHILD (KoyomiBaselinesDialog, shown),
  KOYOMI_UI_CHILD (KoyomiBaselinesDialog, list),
  KOYOMI_UI_END
};

G_DEFINE_FINAL_TYPE (KoyomiBaselinesDialog, koyomi_baselines_dialog, KOYOMI_TYPE_PLAN_WINDOW)

static const char *
tr (KoyomiBaselinesDialog *self,
    const char            *text)
{
  return koyomi_plan_window_tr (KOYOMI_PLAN_WINDOW (self), text);
}

static KoyomiWorkspace *
get_workspace (KoyomiBaselinesDialog *self)
{
  return koyomi_plan_window_get_workspace (KOYOMI_PLAN_WINDOW (self));
}

static void
set_cb (KoyomiBaselinesDialog *self)
{
  koyomi_workspace_flush (get_workspace (self));
  koyomi_baseline_name_present (GTK_WINDOW (self), get_workspace (self), 0);
}

static void
compare_cb (Line *line)
{
  koyomi_variance_window_present (GTK_WINDOW (line->dialog), get_workspace (line->dialog), line->baseline);
}

static void
rename_cb (Line *line)
{
  koyomi_baseline_name_present (GTK_WINDOW (line->dialog), get_workspace (line->dialog), line->baseline);
}

static void
remove_cb (Line *line)
{
  KoyomiPlanWindow *window = KOYOMI_PLAN_WINDOW (line->dialog);
  g_autoptr(GError) error = NULL;

  if (!koyomi_session_remove_baseline (koyomi_plan_window_get_session (window), line->baseline,
                                       koyomi_plan_window_get_language (window), &error))
    koyomi_plan_window_fail (window, tr (line->dialog, N_("The baseline was not removed")), error);
}

static void
shown_cb (KoyomiBaselinesDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->shown);
  gint64 baseline = 0;

  if (self->is_refreshing)
    return;

  if (selected > 0 && selected <= self->baselines->len)
    baseline = koyomi_record_get_id (g_ptr_array_index (self->baselines, selected - 1));
  koyomi_workspace_set_baseline (get_workspace (self), baseline);
}

static GtkWidget *
add_button (Line       *line,
            GtkWidget  *button,
            void      (*clicked) (Line *))
{
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (clicked), line);
  adw_action_row_add_suffix (ADW_ACTION_ROW (line->row), button);

  return button;
}

static void
add_line (KoyomiBaselinesDialog *self)
{
  gboolean can_edit = koyomi_workspace_can_edit (get_workspace (self));
  Line *line = g_new0 (Line, 1);

  line->dialog = self;
  line->row = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (line->row), FALSE);
  gtk_widget_set_focusable (line->row, FALSE);
  line->compare = add_button (line, gtk_button_new_with_label (tr (self, N_("Compare…"))), compare_cb);
  line->rename = add_button (line, gtk_button_new_from_icon_name ("document-edit-symbolic"), rename_cb);
  line->remove = add_button (line, gtk_button_new_from_icon_name ("user-trash-symbolic"), remove_cb);
  gtk_widget_set_tooltip_text (line->rename, tr (self, N_("Rename")));
  gtk_widget_set_tooltip_text (line->remove, tr (self, N_("Remove")));
  gtk_widget_set_visible (line->rename, can_edit);
  gtk_widget_set_visible (line->remove, can_edit);

  gtk_list_box_append (self->list, line->row);
  g_ptr_array_add (self->lines, line);
}

static void
name_for_reader (GtkWidget  *button,
                 const char *what,
                 const char *name)
{
  g_autofree char *text = g_strdup_printf ("%s: %s", name, what);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

/* When it was set, and which entry of the change log was the last in it. */
static char *
describe (KoyomiBaselinesDialog *self,
          KoyomiRecord          *baseline)
{
  g_autofree char *time = koyomi_time_format_local (koyomi_record_get_int (baseline, KOYOMI_BOOKMARK_AT));

  /* Translators: %1$s is a moment, %2$lld the number of an entry in the change log */
  return g_strdup_printf (koyomi_plan_window_tr (KOYOMI_PLAN_WINDOW (self), N_("%1$s, entry %2$lld of the change log")),
                          time, (long long) koyomi_record_get_int (baseline, KOYOMI_BOOKMARK_SEQ));
}

static void
show_line (KoyomiBaselinesDialog *self,
           Line                  *line,
           KoyomiRecord          *baseline)
{
  const char *name = koyomi_record_get_title (baseline);
  g_autofree char *details = describe (self, baseline);

  line->baseline = koyomi_record_get_id (baseline);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (line->row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (line->row), details);
  name_for_reader (line->compare, tr (self, N_("Compare…")), name);
  name_for_reader (line->rename, tr (self, N_("Rename")), name);
  name_for_reader (line->remove, tr (self, N_("Remove")), name);
}

static void
show_choice (KoyomiBaselinesDialog *self)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  gint64 shown = koyomi_workspace_get_baseline (get_workspace (self));
  guint selected = 0;

  gtk_string_list_append (names, koyomi_trc (koyomi_plan_window_get_language (KOYOMI_PLAN_WINDOW (self)), "baseline", "None"));
  for (guint i = 0; i < self->baselines->len; i++)
    {
      KoyomiRecord *baseline = g_ptr_array_index (self->baselines, i);

      gtk_string_list_append (names, koyomi_record_get_title (baseline));
      if (koyomi_record_get_id (baseline) == shown)
        selected = i + 1;
    }

  adw_combo_row_set_model (self->shown, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->shown, selected);
}

static void
show_lines (KoyomiBaselinesDialog *self)
{
  for (guint i = 0; i < self->baselines->len; i++)
    {
      if (i == self->lines->len)
        add_line (self);
      show_line (self, g_ptr_array_index (self->lines, i), g_ptr_array_index (self->baselines, i));
    }

  while (self->lines->len > self->baselines->len)
    {
      Line *line = g_ptr_array_index (self->lines, self->lines->len - 1);

      gtk_list_box_remove (self->list, line->row);
      g_ptr_array_set_size (self->lines, self->lines->len - 1);
    }
}

static gboolean
koyomi_baselines_dialog_refresh (KoyomiPlanWindow  *window,
                                 GError           **error)
{
  KoyomiBaselinesDialog *self = KOYOMI_BASELINES_DIALOG (window);
  g_autoptr(GPtrArray) baselines = koyomi_session_list_baselines (koyomi_plan_window_get_session (window),
                                                                  koyomi_plan_window_get_language (window), error);

  if (baselines == NULL)
    return FALSE;

  g_ptr_array_set_size (self->baselines, 0);
  for (guint i = baselines->len; i > 0; i--)
    g_ptr_array_add (self->baselines, g_object_ref (g_ptr_array_index (baselines, i - 1)));

  self->is_refreshing = TRUE;
  show_lines (self);
  show_choice (self);
  self->is_refreshing = FALSE;
  gtk_stack_set_visible_child_name (self->stack, baselines->len > 0 ? "list" : "none");

  return TRUE;
}

static void
koyomi_baselines_dialog_dispose (GObject *object)
{
  KoyomiBaselinesDialog *self = KOYOMI_BASELINES_DIALOG (object);

  self->is_refreshing = TRUE;
  koyomi_ui_clear (self, children);

  G_OBJECT_CLASS (koyomi_baselines_dialog_parent_class)->dispose (object);
}

static void
koyomi_baselines_dialog_finalize (GObject *object)
{
  KoyomiBaselinesDialog *self = KOYOMI_BASELINES_DIALOG (object);

  g_ptr_array_unref (self->baselines);
  g_ptr_array_unref (self->lines);

  G_OBJECT_CLASS (koyomi_baselines_dialog_parent_class)->finalize (object);
}

static void
koyomi_baselines_dialog_class_init (KoyomiBaselinesDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_baselines_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = koyomi_baselines_dialog_finalize;
  KOYOMI_PLAN_WINDOW_CLASS (klass)->refresh = koyomi_baselines_dialog_refresh;
}

static void
koyomi_baselines_dialog_init (KoyomiBaselinesDialog *self)
{
  self->baselines = g_ptr_array_new_with_free_func (g_object_unref);
  self->lines = g_ptr_array_new_with_free_func (g_free);
}

void
koyomi_baselines_dialog_present (GtkWindow       *parent,
                                 KoyomiWorkspace *workspace)
{
  KoyomiBaselinesDialog *self = g_object_new (KOYOMI_TYPE_BASELINES_DIALOG, NULL);

  koyomi_plan_window_build (KOYOMI_PLAN_WINDOW (self), parent, workspace, "koyomi-baselines-dialog", children);
  gtk_widget_set_sensitive (self->set_button, koyomi_workspace_can_edit (workspace));
  g_signal_connect_object (self->set_button, "clicked", G_CALLBACK (set_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->shown, "notify::selected", G_CALLBACK (shown_cb), self, G_CONNECT_SWAPPED);
  koyomi_plan_window_set_focus (KOYOMI_PLAN_WINDOW (self), self->set_button);
  koyomi_plan_window_show (KOYOMI_PLAN_WINDOW (self));
}
