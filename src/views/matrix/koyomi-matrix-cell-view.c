#include "koyomi-matrix-cell-view.h"

struct _KoyomiMatrixCellView
{
  GtkWidget           parent_instance;

  KoyomiMatrixSheet  *sheet;
  KoyomiMatrixPlace   place;
};

G_DEFINE_FINAL_TYPE (KoyomiMatrixCellView, koyomi_matrix_cell_view, GTK_TYPE_WIDGET)

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  gtk_widget_grab_focus (widget);
  gtk_widget_activate_action (widget, "matrix.open-cell", NULL);
}

/* Whoever gives the cell the focus chooses it. */
static gboolean
koyomi_matrix_cell_view_grab_focus (GtkWidget *widget)
{
  KoyomiMatrixCellView *self = KOYOMI_MATRIX_CELL_VIEW (widget);
  KoyomiMatrixPlace focus = koyomi_matrix_sheet_get_focus (self->sheet);

  if (!GTK_WIDGET_CLASS (koyomi_matrix_cell_view_parent_class)->grab_focus (widget))
    return FALSE;

  if (focus.line != self->place.line || focus.column != self->place.column)
    koyomi_matrix_sheet_go_to (self->sheet, self->place, FALSE);

  return TRUE;
}

static void
koyomi_matrix_cell_view_measure (GtkWidget      *widget,
                                 GtkOrientation  orientation,
                                 int             for_size,
                                 int            *minimum,
                                 int            *natural,
                                 int            *minimum_baseline,
                                 int            *natural_baseline)
{
  *minimum = *natural = 0;
}

static void
koyomi_matrix_cell_view_dispose (GObject *object)
{
  g_clear_object (&KOYOMI_MATRIX_CELL_VIEW (object)->sheet);

  G_OBJECT_CLASS (koyomi_matrix_cell_view_parent_class)->dispose (object);
}

static void
koyomi_matrix_cell_view_class_init (KoyomiMatrixCellViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = koyomi_matrix_cell_view_dispose;
  widget_class->grab_focus = koyomi_matrix_cell_view_grab_focus;
  widget_class->measure = koyomi_matrix_cell_view_measure;

  gtk_widget_class_install_action (widget_class, "cell.open", NULL, open_action);
  gtk_widget_class_set_css_name (widget_class, "cell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static void
koyomi_matrix_cell_view_init (KoyomiMatrixCellView *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

GtkWidget *
koyomi_matrix_cell_view_new (KoyomiMatrixSheet *sheet)
{
  KoyomiMatrixCellView *self = g_object_new (KOYOMI_TYPE_MATRIX_CELL_VIEW, NULL);

  self->sheet = g_object_ref (sheet);

  return GTK_WIDGET (self);
}

int
koyomi_matrix_cell_view_get_column (KoyomiMatrixCellView *self)
{
  return self->place.column;
}

/* Makes the widget stand for another cell, or the same one with what it holds now. */
void
koyomi_matrix_cell_view_bind (KoyomiMatrixCellView *self,
                              KoyomiMatrixPlace     place)
{
  KoyomiLanguage language = koyomi_matrix_sheet_get_language (self->sheet);
  const KoyomiMatrixFacts *facts;
  g_autofree char *name = NULL;
  guint row, column;

  self->place = place;
  if (!koyomi_matrix_sheet_find_cell (self->sheet, place, &row, &column))
    return;

  facts = koyomi_matrix_sheet_get_facts (self->sheet);
  name = facts->difference != NULL ? koyomi_matrix_difference_describe_cell (facts->difference, row, column, language)
                                   : koyomi_matrix_describe_cell (facts->matrix, row, column, language);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
