#include "koyomi-metric-paste-dialog.h"

#include "koyomi-day.h"
#include "koyomi-form-dialog.h"
#include "koyomi-metric-edit.h"
#include "koyomi-metric-figure.h"
#include "koyomi-row-table.h"

#include <math.h>

typedef struct
{
  KoyomiWorkspace   *workspace;
  GPtrArray         *grid;
  guint              row;       /* where the text is pasted */
  guint              column;
  KoyomiMetricBlock *block;
  GtkWidget         *table;     /* not owned */
} Paste;

static void
free_paste (gpointer  data,
            GClosure *closure)
{
  Paste *self = data;

  g_object_unref (self->workspace);
  g_ptr_array_unref (self->grid);
  koyomi_metric_block_free (self->block);
  g_free (self);
}

static const char *tr (Paste      *self,
                       const char *text) G_GNUC_FORMAT (2);

static const char *
tr (Paste      *self,
    const char *text)
{
  return koyomi_workspace_tr (self->workspace, text);
}

static gboolean
accepted_cb (KoyomiFormDialog *dialog,
             gpointer          data)
{
  Paste *self = data;
  g_autoptr(GError) error = NULL;

  if (koyomi_session_enter_metric_values (koyomi_workspace_get_session (self->workspace), (KoyomiMetricEntry *) self->block->entries->data,
                                          self->block->entries->len, NULL, koyomi_workspace_get_language (self->workspace), &error))
    return TRUE;

  koyomi_workspace_fail (self->workspace, tr (self, N_("Nothing was pasted")), error);

  return FALSE;
}

static char *
format (Paste        *self,
        KoyomiRecord *metric,
        double        value)
{
  return koyomi_metric_format_value (value, koyomi_record_get_int (metric, KOYOMI_METRIC_UNIT),
                                     koyomi_workspace_get_language (self->workspace));
}

/* @name: (transfer full), as all but the last */
static void
add_line (Paste      *self,
          char       *name,
          char       *month,
          char       *before,
          char       *after,
          const char *remark)
{
  GStrv cells = g_new0 (char *, 6);

  cells[0] = name;
  cells[1] = month;
  cells[2] = before;
  cells[3] = after;
  cells[4] = g_strdup (remark);
  koyomi_row_table_take_row (KOYOMI_ROW_TABLE (self->table), cells);
}

/* A line for a value that would be entered. Returns: whether it changes anything */
static gboolean
add_entry (Paste                   *self,
           const KoyomiMetricEntry *entry)
{
  KoyomiLanguage language = koyomi_workspace_get_language (self->workspace);
  const KoyomiMetricGridRow *row;
  const char *remark = "";
  double before;
  guint i, j;

  if (!koyomi_metric_grid_find (self->grid, entry, &i, &j))
    return FALSE;

  row = g_ptr_array_index (self->grid, i);
  before = koyomi_metric_grid_get_value (self->grid, i, j);
  if (before == entry->value)
    remark = tr (self, N_("Stays as it is"));
  else if (row->cells[j].is_closed)
    remark = tr (self, N_("Quarter closed: restated"));
  else if (!isnan (before))
    remark = tr (self, N_("Corrected; the old value is kept"));

  add_line (self, g_strdup (koyomi_record_get_title (row->metric)), koyomi_month_format (entry->month, language),
            format (self, row->metric, before), format (self, row->metric, entry->value), remark);

  return before != entry->value;
}

static const char *
get_fault_text (Paste                   *self,
                const KoyomiMetricFault *fault)
{
  switch (fault->kind)
    {
    case KOYOMI_METRIC_FAULT_COMING:
      return tr (self, N_("Left out: this month has not begun"));
    case KOYOMI_METRIC_FAULT_NO_METRIC:
      return tr (self, N_("Left out: there is no KPI for this line"));
    case KOYOMI_METRIC_FAULT_NO_MONTH:
      return tr (self, N_("Left out: the year has no month for this column"));
    case KOYOMI_METRIC_FAULT_NO_NUMBER:
    default:
      return tr (self, N_("Left out: this is not a number"));
    }
}

/* A line for a cell of the text that does not fit, named by where it would go or by its place in the text. */
static void
add_fault (Paste                   *self,
           const KoyomiMetricFault *fault)
{
  KoyomiLanguage language = koyomi_workspace_get_language (self->workspace);
  guint row = self->row + fault->row;
  guint column = self->column + fault->column;
  const KoyomiMetricGridRow *line = row < self->grid->len ? g_ptr_array_index (self->grid, row) : NULL;
  char *name, *month;

  if (line == NULL)
    name = g_strdup_printf (tr (self, N_("Line %u")), fault->row + 1);
  else
    name = g_strdup (koyomi_record_get_title (line->metric));
  if (column >= KOYOMI_METRIC_GRID_MONTHS)
    month = g_strdup_printf (tr (self, N_("Column %u")), fault->column + 1);
  else
    month = koyomi_month_format (((KoyomiMetricGridRow *) g_ptr_array_index (self->grid, 0))->cells[column].month, language);

  add_line (self, name, month, g_strdup (""), g_strdup (fault->text), get_fault_text (self, fault));
}

/* What does not fit stands first. Returns: how many values change */
static guint
fill_table (Paste *self)
{
  guint n_changes = 0;

  for (guint i = 0; i < self->block->faults->len; i++)
    add_fault (self, &g_array_index (self->block->faults, KoyomiMetricFault, i));
  for (guint i = 0; i < self->block->entries->len; i++)
    n_changes += add_entry (self, &g_array_index (self->block->entries, KoyomiMetricEntry, i));
  koyomi_row_table_show (KOYOMI_ROW_TABLE (self->table));

  return n_changes;
}

static GtkWidget *
make_table (Paste *self)
{
  GtkWidget *table = koyomi_row_table_new (tr (self, N_("What is pasted")));

  koyomi_row_table_add_column (KOYOMI_ROW_TABLE (table), tr (self, N_("KPI")), FALSE);
  koyomi_row_table_add_column (KOYOMI_ROW_TABLE (table), tr (self, N_("Month")), TRUE);
  koyomi_row_table_add_column (KOYOMI_ROW_TABLE (table), tr (self, N_("Now")), TRUE);
  koyomi_row_table_add_column (KOYOMI_ROW_TABLE (table), tr (self, N_("Pasted")), TRUE);
  koyomi_row_table_add_column (KOYOMI_ROW_TABLE (table), tr (self, N_("Remark")), FALSE);
  gtk_widget_set_size_request (table, 680, 260);
  gtk_widget_set_vexpand (table, TRUE);

  return table;
}

static GtkWidget *
make_summary (Paste *self,
              guint  n_changes)
{
  KoyomiLanguage language = koyomi_workspace_get_language (self->workspace);
  guint n_faults = self->block->faults->len;
  g_autofree char *changes = g_strdup_printf (koyomi_ntr (language, "%u value changes.", "%u values change.", n_changes), n_changes);
  g_autofree char *faults = g_strdup_printf (koyomi_ntr (language, "%u cell does not fit and is left out.",
                                                         "%u cells do not fit and are left out.", n_faults), n_faults);
  g_autofree char *text = n_faults > 0 ? g_strdup_printf ("%s %s", changes, faults) : g_strdup (changes);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  if (n_faults > 0)
    gtk_widget_add_css_class (label, "warning");

  return label;
}

/* @row: with @column, the cell of @grid that the text is pasted at */
void
koyomi_metric_paste_dialog_present (GtkWindow       *parent,
                                    KoyomiWorkspace *workspace,
                                    GPtrArray       *grid,
                                    guint            row,
                                    guint            column,
                                    const char      *text)
{
  KoyomiLanguage language = koyomi_workspace_get_language (workspace);
  KoyomiFormDialog *dialog = koyomi_form_dialog_new (parent, language, koyomi_tr (language, N_("Paste Values")),
                                                     koyomi_tr (language, N_("_Paste")));
  Paste *self = g_new0 (Paste, 1);
  guint n_changes;

  self->workspace = g_object_ref (workspace);
  self->grid = g_ptr_array_ref (grid);
  self->row = row;
  self->column = column;
  self->block = koyomi_metric_grid_read (grid, row, column, text, koyomi_day_today ());
  self->table = make_table (self);
  n_changes = fill_table (self);
  koyomi_form_dialog_append (dialog, make_summary (self, n_changes));
  koyomi_form_dialog_append (dialog, self->table);
  koyomi_form_dialog_set_can_accept (dialog, n_changes > 0);
  koyomi_form_dialog_make_tall (dialog);
  g_signal_connect_data (dialog, "accepted", G_CALLBACK (accepted_cb), self, free_paste, 0);
  koyomi_form_dialog_present (dialog);
}
