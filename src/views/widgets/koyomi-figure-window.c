#include "koyomi-figure-window.h"

#include "koyomi-row-table.h"

struct _KoyomiFigureWindow
{
  KoyomiPlanWindow  parent_instance;

  GtkWidget        *place;
  GtkButton        *copy_button;

  KoyomiRowTable   *table;
  KoyomiFigureView *view;     /* weak: what shows the figure */
};

static const KoyomiUiChild children[] = {
  KOYOMI_UI_CHILD (KoyomiFigureWindow, place),
  KOYOMI_UI_CHILD (KoyomiFigureWindow, copy_button),
  KOYOMI_UI_END
};

G_DEFINE_FINAL_TYPE (KoyomiFigureWindow, koyomi_figure_window, KOYOMI_TYPE_PLAN_WINDOW)

static GStrv
dup_cells (const GPtrArray *row)
{
  g_autoptr(GStrvBuilder) cells = g_strv_builder_new ();

  for (guint i = 0; i < row->len; i++)
    g_strv_builder_add (cells, g_ptr_array_index (row, i));

  return g_strv_builder_end (cells);
}

/* The columns of a figure depend on what it shows, so the table is made anew with them. */
static void
show_table (KoyomiFigureWindow *self)
{
  g_autoptr(KoyomiChartTable) source = NULL;
  GtkWidget *table;

  if (self->view == NULL || koyomi_figure_view_get_figure (self->view) == NULL)
    return;

  source = koyomi_figure_create_table (koyomi_figure_view_get_figure (self->view));
  table = koyomi_row_table_new (koyomi_figure_view_get_name (self->view));
  for (guint i = 0; i < source->headings->len; i++)
    koyomi_row_table_add_column (KOYOMI_ROW_TABLE (table), g_ptr_array_index (source->headings, i), i > 0);
  for (guint i = 0; i < source->rows->len; i++)
    koyomi_row_table_take_row (KOYOMI_ROW_TABLE (table), dup_cells (g_ptr_array_index (source->rows, i)));
  koyomi_row_table_show (KOYOMI_ROW_TABLE (table));
  gtk_widget_set_vexpand (table, TRUE);

  if (self->table != NULL)
    gtk_box_remove (GTK_BOX (self->place), GTK_WIDGET (self->table));
  self->table = KOYOMI_ROW_TABLE (table);
  gtk_box_append (GTK_BOX (self->place), table);
}

/* The view that shows the figure follows the plan, and this window the view. */
static gboolean
koyomi_figure_window_refresh (KoyomiPlanWindow  *window,
                              GError           **error)
{
  return TRUE;
}

static void
copy_cb (KoyomiFigureWindow *self)
{
  if (self->view != NULL)
    koyomi_figure_view_copy (self->view);
}

static void
koyomi_figure_window_dispose (GObject *object)
{
  KoyomiFigureWindow *self = KOYOMI_FIGURE_WINDOW (object);

  g_clear_weak_pointer (&self->view);
  koyomi_ui_clear (object, children);

  G_OBJECT_CLASS (koyomi_figure_window_parent_class)->dispose (object);
}

static void
koyomi_figure_window_class_init (KoyomiFigureWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_figure_window_dispose;
  KOYOMI_PLAN_WINDOW_CLASS (klass)->refresh = koyomi_figure_window_refresh;
}

static void
koyomi_figure_window_init (KoyomiFigureWindow *self)
{
}

/* The window shows what @view does as long as both are there. */
void
koyomi_figure_window_present (GtkWindow        *parent,
                              KoyomiWorkspace  *workspace,
                              KoyomiFigureView *view)
{
  g_autoptr(KoyomiFigureWindow) self = g_object_ref (g_object_new (KOYOMI_TYPE_FIGURE_WINDOW, NULL));

  g_set_weak_pointer (&self->view, view);
  koyomi_plan_window_build (KOYOMI_PLAN_WINDOW (self), parent, workspace, "koyomi-figure-window", children);
  gtk_window_set_title (GTK_WINDOW (self), koyomi_figure_view_get_name (view));
  g_signal_connect_object (self->copy_button, "clicked", G_CALLBACK (copy_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "filled", G_CALLBACK (show_table), self, G_CONNECT_SWAPPED);
  show_table (self);
  koyomi_plan_window_set_focus (KOYOMI_PLAN_WINDOW (self), GTK_WIDGET (self->table));
  koyomi_plan_window_show (KOYOMI_PLAN_WINDOW (self));
}
