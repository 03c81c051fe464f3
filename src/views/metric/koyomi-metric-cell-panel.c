#include "koyomi-metric-cell-panel.h"

#include "koyomi-day.h"
#include "koyomi-evidence-section.h"
#include "koyomi-metric-edit.h"
#include "koyomi-metric-figure.h"
#include "koyomi-text-saver.h"
#include "koyomi-ui.h"

struct _KoyomiMetricCellPanel
{
  GtkWidget              parent_instance;

  GtkLabel              *title_label;
  GtkLabel              *closed_label;
  GtkLabel              *hint_label;
  GtkWidget             *note_part;
  GtkWidget             *evidence_part;
  GtkWidget             *history_part;
  GtkListBox            *history;

  KoyomiWorkspace       *workspace;
  KoyomiTextField       *note;
  KoyomiTextSaver       *note_saver;
  KoyomiEvidenceSection *evidence;
};

static const KoyomiUiChild children[] = {
  KOYOMI_UI_CHILD (KoyomiMetricCellPanel, title_label),
  KOYOMI_UI_CHILD (KoyomiMetricCellPanel, closed_label),
  KOYOMI_UI_CHILD (KoyomiMetricCellPanel, hint_label),
  KOYOMI_UI_CHILD (KoyomiMetricCellPanel, note_part),
  KOYOMI_UI_CHILD (KoyomiMetricCellPanel, evidence_part),
  KOYOMI_UI_CHILD (KoyomiMetricCellPanel, history_part),
  KOYOMI_UI_CHILD (KoyomiMetricCellPanel, history),
  KOYOMI_UI_END
};

G_DEFINE_FINAL_TYPE (KoyomiMetricCellPanel, koyomi_metric_cell_panel, GTK_TYPE_WIDGET)

static void
koyomi_metric_cell_panel_dispose (GObject *object)
{
  KoyomiMetricCellPanel *self = KOYOMI_METRIC_CELL_PANEL (object);

  koyomi_ui_clear (self, children);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (koyomi_metric_cell_panel_parent_class)->dispose (object);
}

static void
koyomi_metric_cell_panel_class_init (KoyomiMetricCellPanelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_metric_cell_panel_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
koyomi_metric_cell_panel_init (KoyomiMetricCellPanel *self)
{
}

GtkWidget *
koyomi_metric_cell_panel_new (KoyomiWorkspace *workspace)
{
  KoyomiMetricCellPanel *self = g_object_new (KOYOMI_TYPE_METRIC_CELL_PANEL, NULL);

  self->workspace = g_object_ref (workspace);
  koyomi_ui_build (self, KOYOMI_TYPE_METRIC_CELL_PANEL, "koyomi-metric-cell-panel", koyomi_workspace_get_language (workspace), children);

  self->note = KOYOMI_TEXT_FIELD (koyomi_text_field_new_multi_line (koyomi_workspace_tr (workspace, N_("_Note on this value"))));
  self->note_saver = koyomi_text_saver_attach (self->note, workspace, KOYOMI_METRIC_VALUE_NOTE);
  gtk_box_append (GTK_BOX (self->note_part), GTK_WIDGET (self->note));
  self->evidence = KOYOMI_EVIDENCE_SECTION (koyomi_evidence_section_new (workspace, KOYOMI_PROOF_METRIC_VALUE,
                                                                         koyomi_workspace_tr (workspace, N_("Nothing shows this value yet."))));
  gtk_box_append (GTK_BOX (self->evidence_part), GTK_WIDGET (self->evidence));

  return GTK_WIDGET (self);
}

static char *
format_value (KoyomiMetricCellPanel *self,
              KoyomiRecord          *metric,
              KoyomiRecord          *value)
{
  return koyomi_metric_format_value (koyomi_record_get_real (value, KOYOMI_METRIC_VALUE_VALUE),
                                     koyomi_record_get_int (metric, KOYOMI_METRIC_UNIT), koyomi_workspace_get_language (self->workspace));
}

/* @change: such as “90.0 % → 92.0 %”; @value: the row that tells who and why
 * @at: when; 0 where that is not known */
static void
add_change (KoyomiMetricCellPanel *self,
            const char            *change,
            KoyomiRecord          *value,
            gint64                 at)
{
  g_autofree char *when = koyomi_time_format_local (at);
  const char *who = value != NULL ? koyomi_record_get_text (value, KOYOMI_METRIC_VALUE_ENTERED_BY) : "";
  const char *note = value != NULL ? koyomi_record_get_text (value, KOYOMI_METRIC_VALUE_NOTE) : "";
  g_autofree char *text = g_strdup_printf ("%s\n%s%s%s%s%s", change, when, *when != '\0' && *who != '\0' ? " · " : "", who,
                                           *note != '\0' ? " · " : "", note);
  GtkWidget *label = gtk_label_new (g_strchomp (text));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, "koyomi-entry-change");
  gtk_list_box_prepend (self->history, label);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (gtk_widget_get_parent (label)), FALSE);
}

/* The newest change stands first. */
static void
show_history (KoyomiMetricCellPanel *self,
              KoyomiRecord          *metric,
              GPtrArray             *values)
{
  g_autofree char *before = NULL;
  gint64 emptied_at = 0;
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->history))) != NULL)
    gtk_list_box_remove (self->history, row);

  for (guint i = 0; i < values->len; i++)
    {
      KoyomiRecord *value = g_ptr_array_index (values, i);
      g_autofree char *now = format_value (self, metric, value);
      g_autofree char *change = before != NULL ? g_strdup_printf ("%s → %s", before, now) : g_strdup (now);

      add_change (self, change, value, koyomi_record_get_int (value, KOYOMI_METRIC_VALUE_ENTERED_AT));
      emptied_at = koyomi_record_get_int (value, KOYOMI_METRIC_VALUE_SUPERSEDED_AT);
      g_free (before);
      before = g_steal_pointer (&now);
    }

  if (emptied_at != 0)
    {
      /* Translators: a value that was there, and that it was taken away */
      g_autofree char *change = g_strdup_printf (koyomi_workspace_tr (self->workspace, N_("%s → removed")), before);

      add_change (self, change, NULL, emptied_at);
    }
  gtk_widget_set_visible (self->history_part, values->len > 0);
}

static const char *
get_hint (KoyomiMetricCellPanel      *self,
          const KoyomiMetricGridCell *cell)
{
  switch (cell->state)
    {
    case KOYOMI_METRIC_CELL_NOT_DUE:
      return koyomi_workspace_tr (self->workspace, N_("No value is asked for in this month, but one can be entered."));
    case KOYOMI_METRIC_CELL_COMING:
      return koyomi_workspace_tr (self->workspace, N_("This month has not begun: its value can be entered then."));
    case KOYOMI_METRIC_CELL_MISSING:
      return koyomi_workspace_tr (self->workspace, N_("This value is missing: the time to enter it is over. Type a number."));
    case KOYOMI_METRIC_CELL_DUE:
    case KOYOMI_METRIC_CELL_ENTERED:
    default:
      return koyomi_workspace_tr (self->workspace, N_("There is no value yet. Type a number."));
    }
}

static void
show_closed (KoyomiMetricCellPanel      *self,
             const KoyomiMetricGridCell *cell)
{
  const char *text = cell->is_restated ? N_("This quarter is closed. The value was changed after that: its figure is told as restated, with both numbers.")
                                       : N_("This quarter is closed. A change here is told as restated, with both numbers.");

  gtk_label_set_label (self->closed_label, koyomi_workspace_tr (self->workspace, text));
  gtk_widget_set_visible (GTK_WIDGET (self->closed_label), cell->is_closed);
}

/* @row: (nullable): NULL while there are no metrics */
gboolean
koyomi_metric_cell_panel_show (KoyomiMetricCellPanel      *self,
                               const KoyomiMetricGridRow  *row,
                               guint                       column,
                               GError                    **error)
{
  KoyomiLanguage language = koyomi_workspace_get_language (self->workspace);
  const KoyomiMetricGridCell *cell = row != NULL ? &row->cells[column] : NULL;
  g_autoptr(GPtrArray) values = NULL;
  g_autofree char *month = NULL;
  g_autofree char *title = NULL;

  g_return_val_if_fail (KOYOMI_IS_METRIC_CELL_PANEL (self), FALSE);

  gtk_widget_set_visible (GTK_WIDGET (self), cell != NULL);
  if (cell == NULL)
    return TRUE;
  if ((values = koyomi_session_list_metric_values (koyomi_workspace_get_session (self->workspace), koyomi_record_get_id (row->metric),
                                                   cell->month, language, error)) == NULL)
    return FALSE;

  month = koyomi_month_format (cell->month, language);
  title = g_strdup_printf ("%s · %s", koyomi_record_get_title (row->metric), month);
  gtk_label_set_label (self->title_label, title);
  show_closed (self, cell);
  gtk_label_set_label (self->hint_label, get_hint (self, cell));
  gtk_widget_set_visible (GTK_WIDGET (self->hint_label), cell->value == NULL);
  gtk_widget_set_visible (self->note_part, cell->value != NULL);
  gtk_widget_set_visible (self->evidence_part, cell->value != NULL);
  if (cell->value != NULL)
    {
      koyomi_text_saver_show (self->note_saver, cell->value);
      koyomi_evidence_section_show (self->evidence, koyomi_record_get_id (cell->value));
    }
  show_history (self, row->metric, values);

  return TRUE;
}
