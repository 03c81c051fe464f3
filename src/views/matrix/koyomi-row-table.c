#include "koyomi-row-table.h"

#include "koyomi-focus.h"
#include "koyomi-heat-chip.h"

#include <stdlib.h>

/* A row is a list of strings that never changes. */
#define TYPE_TEXT_ROW (text_row_get_type ())
G_DECLARE_FINAL_TYPE (TextRow, text_row, KOYOMI, TEXT_ROW, GObject)

struct _TextRow
{
  GObject parent_instance;

  GStrv   cells;
};

G_DEFINE_FINAL_TYPE (TextRow, text_row, G_TYPE_OBJECT)

struct _KoyomiRowTable
{
  GtkWidget           parent_instance;

  GtkWidget          *scroller;
  GtkColumnView      *view;
  GListStore         *rows;         /* (element-type TextRow) */
  GtkSelectionModel  *selection;
  GPtrArray          *next_rows;    /* (element-type TextRow): to be shown */
  guint               n_columns;
  gboolean            is_showing;
};

enum
{
  SIGNAL_CHOSEN,
  SIGNAL_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KoyomiRowTable, koyomi_row_table, GTK_TYPE_WIDGET)

static void
text_row_finalize (GObject *object)
{
  g_strfreev (KOYOMI_TEXT_ROW (object)->cells);

  G_OBJECT_CLASS (text_row_parent_class)->finalize (object);
}

static void
text_row_class_init (TextRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = text_row_finalize;
}

static void
text_row_init (TextRow *self)
{
}

static void
koyomi_row_table_dispose (GObject *object)
{
  KoyomiRowTable *self = KOYOMI_ROW_TABLE (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->rows);
  g_clear_object (&self->selection);
  g_clear_pointer (&self->next_rows, g_ptr_array_unref);

  G_OBJECT_CLASS (koyomi_row_table_parent_class)->dispose (object);
}

static gboolean
koyomi_row_table_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (KOYOMI_ROW_TABLE (widget)->view));
}

static void
koyomi_row_table_class_init (KoyomiRowTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = koyomi_row_table_dispose;
  widget_class->focus = koyomi_focus_move;
  widget_class->grab_focus = koyomi_row_table_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", KOYOMI_TYPE_ROW_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", KOYOMI_TYPE_ROW_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                            G_TYPE_NONE, 0);
}

static void
koyomi_row_table_init (KoyomiRowTable *self)
{
  self->next_rows = g_ptr_array_new_with_free_func (g_object_unref);
}

static void
selected_cb (KoyomiRowTable *self)
{
  if (!self->is_showing)
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
}

static void
activate_cb (KoyomiRowTable *self)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0);
}

/* @name: of the table, for a screen reader */
GtkWidget *
koyomi_row_table_new (const char *name)
{
  KoyomiRowTable *self = g_object_new (KOYOMI_TYPE_ROW_TABLE, NULL);

  self->rows = g_list_store_new (TYPE_TEXT_ROW);
  self->selection = GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->rows))));
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (g_object_ref (self->selection)));
  gtk_column_view_set_show_row_separators (self->view, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "data-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->view));
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));

  return GTK_WIDGET (self);
}

/* Lets several rows be chosen, as in any list: with Ctrl, with Shift, and all with Ctrl+A. */
void
koyomi_row_table_set_multiple (KoyomiRowTable *self)
{
  g_return_if_fail (KOYOMI_IS_ROW_TABLE (self));

  g_signal_handlers_disconnect_by_data (self->selection, self);
  g_object_unref (self->selection);
  self->selection = GTK_SELECTION_MODEL (gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (self->rows))));
  gtk_column_view_set_model (self->view, self->selection);
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
}

static void
set_up_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           gpointer                  data)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), g_object_get_data (G_OBJECT (factory), "number") != NULL ? 1 : 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (g_object_get_data (G_OBJECT (factory), "number") != NULL)
    gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         gpointer                  data)
{
  const char *text = KOYOMI_TEXT_ROW (gtk_list_item_get_item (item))->cells[GPOINTER_TO_UINT (data)];
  GtkWidget *label = gtk_list_item_get_child (item);

  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (label, g_object_get_data (G_OBJECT (factory), "number") != NULL ? NULL : text);
}

static void
set_up_chip_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *item,
                gpointer                  data)
{
  KoyomiLanguage language = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (factory), "language"));

  gtk_list_item_set_child (item, koyomi_heat_chip_new (language));
}

static void
bind_chip_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *item,
              gpointer                  data)
{
  g_auto(GStrv) parts = g_strsplit (KOYOMI_TEXT_ROW (gtk_list_item_get_item (item))->cells[GPOINTER_TO_UINT (data)], "\t", 3);

  g_return_if_fail (g_strv_length (parts) == 3);

  koyomi_heat_chip_show (KOYOMI_HEAT_CHIP (gtk_list_item_get_child (item)), parts[0], atoi (parts[1]), parts[2]);
}

static void
append_column (KoyomiRowTable     *self,
               const char         *title,
               GtkListItemFactory *factory,
               gboolean            is_narrow)
{
  g_autoptr(GtkColumnViewColumn) column = gtk_column_view_column_new (title, factory);

  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_expand (column, !is_narrow);
  gtk_column_view_append_column (self->view, column);
  self->n_columns++;
}

/* A column of amounts on grounds that tell how much they are; its cells come from koyomi_row_table_format_heat(). */
void
koyomi_row_table_add_heat_column (KoyomiRowTable *self,
                                  const char     *title,
                                  KoyomiLanguage  language)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_object_set_data (G_OBJECT (factory), "language", GINT_TO_POINTER (language));
  g_signal_connect (factory, "setup", G_CALLBACK (set_up_chip_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_chip_cb), GUINT_TO_POINTER (self->n_columns));
  append_column (self, title, factory, TRUE);
}

/* Columns of numbers are as narrow as they can be; the others share the room. */
void
koyomi_row_table_add_column (KoyomiRowTable *self,
                             const char      *title,
                             gboolean         is_number)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_object_set_data (G_OBJECT (factory), "number", is_number ? factory : NULL);
  g_signal_connect (factory, "setup", G_CALLBACK (set_up_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GUINT_TO_POINTER (self->n_columns));
  append_column (self, title, factory, is_number);
}

/**
 * koyomi_row_table_format_heat:
 * @explanation: for whoever points at the cell or has it read out; "" for none
 *
 * Returns: (transfer full): a cell of a column of amounts
 */
char *
koyomi_row_table_format_heat (const char *text,
                              KoyomiHeat  heat,
                              const char *explanation)
{
  return g_strdup_printf ("%s\t%d\t%s", text, heat, explanation);
}

/* Begins a new content, which is shown by koyomi_row_table_show(). */
void
koyomi_row_table_clear (KoyomiRowTable *self)
{
  g_ptr_array_set_size (self->next_rows, 0);
}

/* @cells: (transfer full): one a column */
void
koyomi_row_table_take_row (KoyomiRowTable *self,
                           GStrv            cells)
{
  TextRow *row = g_object_new (TYPE_TEXT_ROW, NULL);

  g_return_if_fail (g_strv_length (cells) == self->n_columns);

  row->cells = cells;
  g_ptr_array_add (self->next_rows, row);
}

static gboolean
is_same (KoyomiRowTable *self,
         guint            index)
{
  g_autoptr(TextRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), index);
  TextRow *next = g_ptr_array_index (self->next_rows, index);

  return g_strv_equal ((const char * const *) row->cells, (const char * const *) next->cells);
}

/* Of a list in which several rows can be chosen, one is as soon as there is any. */
static void
choose_again (KoyomiRowTable *self,
              GtkBitset      *chosen)
{
  g_autoptr(GtkBitset) all = gtk_bitset_new_range (0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)));
  g_autoptr(GtkBitset) left = gtk_bitset_copy (chosen);

  gtk_bitset_intersect (left, all);
  if (gtk_bitset_is_empty (left) && !gtk_bitset_is_empty (all))
    gtk_bitset_add (left, 0);
  if (GTK_IS_SINGLE_SELECTION (self->selection))
    gtk_selection_model_select_item (self->selection, gtk_bitset_get_nth (left, 0), TRUE);
  else
    gtk_selection_model_set_selection (self->selection, left, all);
}

/* Rows that stay as they are keep their place and the focus; so does what is chosen, where there still is such a row. */
void
koyomi_row_table_show (KoyomiRowTable *self)
{
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  g_autoptr(GtkBitset) selected = gtk_selection_model_get_selection (self->selection);
  g_autoptr(GtkBitset) chosen = gtk_bitset_copy (selected);
  guint n_common = MIN (n_rows, self->next_rows->len);

  self->is_showing = TRUE;
  for (guint i = 0; i < n_common; i++)
    if (!is_same (self, i))
      g_list_store_splice (self->rows, i, 1, &self->next_rows->pdata[i], 1);
  g_list_store_splice (self->rows, n_common, n_rows - n_common, self->next_rows->pdata + n_common, self->next_rows->len - n_common);
  choose_again (self, chosen);
  self->is_showing = FALSE;
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
}

/* Returns: the row, the first one of several; -1 where there is none */
int
koyomi_row_table_get_chosen (KoyomiRowTable *self)
{
  g_autoptr(GtkBitset) chosen = gtk_selection_model_get_selection (self->selection);

  return gtk_bitset_is_empty (chosen) ? -1 : (int) gtk_bitset_get_nth (chosen, 0);
}

/* Returns: (transfer full) (element-type guint): the rows that are chosen, in their order */
GArray *
koyomi_row_table_list_chosen (KoyomiRowTable *self)
{
  g_autoptr(GtkBitset) chosen = gtk_selection_model_get_selection (self->selection);
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < gtk_bitset_get_size (chosen); i++)
    {
      guint row = gtk_bitset_get_nth (chosen, i);

      g_array_append_val (rows, row);
    }

  return rows;
}

void
koyomi_row_table_choose (KoyomiRowTable *self,
                         int              row)
{
  gtk_selection_model_select_item (self->selection, row, TRUE);
}

guint
koyomi_row_table_get_n_rows (KoyomiRowTable *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->rows));
}

const char *
koyomi_row_table_get_text (KoyomiRowTable *self,
                           guint            row,
                           guint            column)
{
  g_autoptr(TextRow) item = g_list_model_get_item (G_LIST_MODEL (self->rows), row);

  g_return_val_if_fail (item != NULL && column < self->n_columns, NULL);

  /* The list holds the row. */
  return item->cells[column];
}

/* A tab or a line end within a text would begin another cell. */
static void
append_cell (GString    *text,
             const char *cell,
             char        end)
{
  for (; *cell != '\0'; cell++)
    g_string_append_c (text, *cell == '\t' || *cell == '\n' ? ' ' : *cell);
  g_string_append_c (text, end);
}

/* Returns: (transfer full): headings and rows, as spreadsheets take them from the clipboard */
char *
koyomi_row_table_dup_text (KoyomiRowTable *self)
{
  GString *text = g_string_new (NULL);
  GListModel *columns = gtk_column_view_get_columns (self->view);
  guint n_rows = koyomi_row_table_get_n_rows (self);

  for (guint i = 0; i < self->n_columns; i++)
    {
      g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      append_cell (text, gtk_column_view_column_get_title (column), i + 1 < self->n_columns ? '\t' : '\n');
    }
  for (guint row = 0; row < n_rows; row++)
    for (guint i = 0; i < self->n_columns; i++)
      append_cell (text, koyomi_row_table_get_text (self, row, i), i + 1 < self->n_columns ? '\t' : '\n');

  return g_string_free (text, FALSE);
}
