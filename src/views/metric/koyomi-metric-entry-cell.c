#include "koyomi-metric-entry-cell.h"

#include "koyomi-day.h"
#include "koyomi-fiscal-year.h"
#include "koyomi-form-inputs.h"
#include "koyomi-metric-figure.h"

#include <math.h>

struct _KoyomiMetricEntryCell
{
  GtkWidget  parent_instance;

  GtkWidget *entry;
  GtkWidget *text;           /* the GtkText in it, which has the focus */
  GtkWidget *mark;
  char      *shown;          /* what the plan has */
  gboolean   is_showing;
  gboolean   is_typed;
  gboolean   is_edited;      /* arrows move in the text */
  gboolean   is_composing;
};

enum
{
  SIGNAL_TYPED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KoyomiMetricEntryCell, koyomi_metric_entry_cell, GTK_TYPE_WIDGET)

static void
changed_cb (KoyomiMetricEntryCell *self)
{
  if (self->is_showing)
    return;

  self->is_typed = g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->entry)), self->shown) != 0;
  koyomi_metric_entry_cell_set_wrong (self, FALSE);
  g_signal_emit (self, signals[SIGNAL_TYPED], 0);
}

static void
preedit_changed_cb (KoyomiMetricEntryCell *self,
                    const char            *preedit)
{
  self->is_composing = *preedit != '\0';
}

/* Only where the person is something is selected. */
static void
focus_changed_cb (KoyomiMetricEntryCell *self)
{
  if (!gtk_widget_has_focus (self->text))
    gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, 0);
}

static gboolean
koyomi_metric_entry_cell_grab_focus (GtkWidget *widget)
{
  KoyomiMetricEntryCell *self = KOYOMI_METRIC_ENTRY_CELL (widget);
  gboolean done = gtk_widget_grab_focus (self->entry);

  if (done && !self->is_edited)
    gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);

  return done;
}

static void
koyomi_metric_entry_cell_dispose (GObject *object)
{
  KoyomiMetricEntryCell *self = KOYOMI_METRIC_ENTRY_CELL (object);

  g_clear_pointer (&self->entry, gtk_widget_unparent);
  g_clear_pointer (&self->mark, gtk_widget_unparent);

  G_OBJECT_CLASS (koyomi_metric_entry_cell_parent_class)->dispose (object);
}

static void
koyomi_metric_entry_cell_finalize (GObject *object)
{
  g_free (KOYOMI_METRIC_ENTRY_CELL (object)->shown);

  G_OBJECT_CLASS (koyomi_metric_entry_cell_parent_class)->finalize (object);
}

static void
koyomi_metric_entry_cell_class_init (KoyomiMetricEntryCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = koyomi_metric_entry_cell_dispose;
  G_OBJECT_CLASS (klass)->finalize = koyomi_metric_entry_cell_finalize;
  widget_class->grab_focus = koyomi_metric_entry_cell_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "koyomi-entry-cell");

  signals[SIGNAL_TYPED] = g_signal_new ("typed", KOYOMI_TYPE_METRIC_ENTRY_CELL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
koyomi_metric_entry_cell_init (KoyomiMetricEntryCell *self)
{
  self->mark = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->mark, "caption");
  gtk_widget_set_parent (self->mark, GTK_WIDGET (self));

  /* Only an entry is one for the screen reader, not the text in it. */
  self->entry = gtk_entry_new ();
  self->text = GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->entry)));
  gtk_entry_set_has_frame (GTK_ENTRY (self->entry), FALSE);
  gtk_widget_set_hexpand (self->entry, TRUE);
  gtk_editable_set_alignment (GTK_EDITABLE (self->entry), 1);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 4);
  gtk_widget_add_css_class (self->entry, "numeric");
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->text, "preedit-changed", G_CALLBACK (preedit_changed_cb), self);
  g_signal_connect_swapped (self->text, "notify::has-focus", G_CALLBACK (focus_changed_cb), self);
}

GtkWidget *
koyomi_metric_entry_cell_new (void)
{
  return g_object_new (KOYOMI_TYPE_METRIC_ENTRY_CELL, NULL);
}

static void
set_class (GtkWidget  *widget,
           const char *css_class,
           gboolean    is_set)
{
  if (is_set)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

static const char *
get_state_label (const KoyomiMetricGridCell *cell,
                 KoyomiLanguage              language)
{
  switch (cell->state)
    {
    case KOYOMI_METRIC_CELL_NOT_DUE:
      return koyomi_tr (language, N_("not asked for"));
    case KOYOMI_METRIC_CELL_COMING:
      return koyomi_tr (language, N_("to come"));
    case KOYOMI_METRIC_CELL_DUE:
      return koyomi_tr (language, N_("to be entered"));
    case KOYOMI_METRIC_CELL_MISSING:
      return koyomi_tr (language, N_("missing"));
    case KOYOMI_METRIC_CELL_ENTERED:
    default:
      return NULL;
    }
}

/* Such as “Training completion, Jun 2026, 97.0 %, changed after the quarter was closed”. */
static char *
describe (const KoyomiMetricGridRow *row,
          guint                      column,
          KoyomiLanguage             language)
{
  const KoyomiMetricGridCell *cell = &row->cells[column];
  g_autofree char *month = koyomi_month_format (cell->month, language);
  GString *text = g_string_new (NULL);
  g_autofree char *value = NULL;

  if (cell->value != NULL)
    value = koyomi_metric_format_value (koyomi_record_get_real (cell->value, KOYOMI_METRIC_VALUE_VALUE),
                                        koyomi_record_get_int (row->metric, KOYOMI_METRIC_UNIT), language);
  /* Translators: a metric, a month such as “Jun 2026”, and its value or why there is none */
  g_string_append_printf (text, koyomi_tr (language, N_("%s, %s, %s")), koyomi_record_get_title (row->metric), month,
                          value != NULL ? value : get_state_label (cell, language));
  if (cell->is_restated)
    g_string_append_printf (text, ", %s", koyomi_tr (language, N_("changed after the quarter was closed")));

  return g_string_free (text, FALSE);
}

static void
show_text (KoyomiMetricEntryCell      *self,
           const KoyomiMetricGridCell *cell)
{
  gboolean is_focused = gtk_widget_has_focus (self->text);

  g_free (self->shown);
  self->shown = koyomi_form_inputs_write_number (cell->value != NULL ? koyomi_record_get_real (cell->value, KOYOMI_METRIC_VALUE_VALUE) : NAN);
  if (self->is_typed || self->is_composing || g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->entry)), self->shown))
    return;

  self->is_showing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), self->shown);
  if (is_focused)
    gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
  self->is_showing = FALSE;
}

/* Shows what the plan has; what the person types stays. */
void
koyomi_metric_entry_cell_show (KoyomiMetricEntryCell     *self,
                               const KoyomiMetricGridRow *row,
                               guint                      column,
                               gboolean                   can_edit,
                               KoyomiLanguage             language)
{
  const KoyomiMetricGridCell *cell = &row->cells[column];
  g_autofree char *name = describe (row, column, language);

  g_return_if_fail (KOYOMI_IS_METRIC_ENTRY_CELL (self));

  show_text (self, cell);
  gtk_editable_set_editable (GTK_EDITABLE (self->entry), can_edit && cell->month <= koyomi_day_today ());
  gtk_label_set_label (GTK_LABEL (self->mark), cell->is_restated ? "↺" : cell->state == KOYOMI_METRIC_CELL_MISSING ? "!" : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  set_class (GTK_WIDGET (self), "not-due", cell->state == KOYOMI_METRIC_CELL_NOT_DUE);
  set_class (GTK_WIDGET (self), "coming", cell->state == KOYOMI_METRIC_CELL_COMING);
  set_class (GTK_WIDGET (self), "due", cell->state == KOYOMI_METRIC_CELL_DUE);
  set_class (GTK_WIDGET (self), "missing", cell->state == KOYOMI_METRIC_CELL_MISSING);
  set_class (GTK_WIDGET (self), "closed", cell->is_closed);
}

void
koyomi_metric_entry_cell_set_selected (KoyomiMetricEntryCell *self,
                                       gboolean               is_selected)
{
  set_class (GTK_WIDGET (self), "selected", is_selected);
}

/* What is typed is no number. */
void
koyomi_metric_entry_cell_set_wrong (KoyomiMetricEntryCell *self,
                                    gboolean               is_wrong)
{
  set_class (GTK_WIDGET (self), "wrong", is_wrong);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               is_wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

const char *
koyomi_metric_entry_cell_get_text (KoyomiMetricEntryCell *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

/* Whether something else is typed than the plan has. */
gboolean
koyomi_metric_entry_cell_is_typed (KoyomiMetricEntryCell *self)
{
  return self->is_typed;
}

/* Whether an input method is at work, to which the keys belong. */
gboolean
koyomi_metric_entry_cell_is_composing (KoyomiMetricEntryCell *self)
{
  return self->is_composing;
}

/* Whether the person edits the text that was there, in which the arrows then move. */
gboolean
koyomi_metric_entry_cell_is_edited (KoyomiMetricEntryCell *self)
{
  return self->is_edited;
}

void
koyomi_metric_entry_cell_edit (KoyomiMetricEntryCell *self)
{
  g_return_if_fail (KOYOMI_IS_METRIC_ENTRY_CELL (self));

  self->is_edited = TRUE;
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

/* What is typed was written: @value, which NAN took away. */
void
koyomi_metric_entry_cell_accept (KoyomiMetricEntryCell *self,
                                 double                 value)
{
  g_return_if_fail (KOYOMI_IS_METRIC_ENTRY_CELL (self));

  g_free (self->shown);
  self->shown = koyomi_form_inputs_write_number (value);
  koyomi_metric_entry_cell_take_back (self);
}

/* Shows again what the plan has. */
void
koyomi_metric_entry_cell_take_back (KoyomiMetricEntryCell *self)
{
  g_return_if_fail (KOYOMI_IS_METRIC_ENTRY_CELL (self));

  self->is_typed = FALSE;
  self->is_edited = FALSE;
  koyomi_metric_entry_cell_set_wrong (self, FALSE);
  self->is_showing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), self->shown);
  self->is_showing = FALSE;
  if (gtk_widget_has_focus (self->text))
    gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}
