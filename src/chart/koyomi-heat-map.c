#include "koyomi-heat-map.h"

static void
clear_cell (KoyomiHeatCell *self)
{
  g_free (self->text);
}

static void
free_row (KoyomiHeatRow *self)
{
  g_array_unref (self->cells);
  g_free (self->name);
  g_free (self);
}

KoyomiHeatMap *
koyomi_heat_map_new (KoyomiLanguage  language,
                     const char     *title)
{
  KoyomiHeatMap *self = g_new0 (KoyomiHeatMap, 1);

  self->language = language;
  self->title = g_strdup (title);
  self->columns = g_ptr_array_new_with_free_func (g_free);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) free_row);

  return self;
}

void
koyomi_heat_map_free (KoyomiHeatMap *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->rows);
  g_free (self->title);
  g_free (self);
}

/* All columns come before the first row. */
void
koyomi_heat_map_add_column (KoyomiHeatMap *self,
                            const char    *name)
{
  g_return_if_fail (self->rows->len == 0);

  g_ptr_array_add (self->columns, g_strdup (name));
}

/* Adds a row of cells without text, about which nothing is known. Returns: its number */
guint
koyomi_heat_map_add_row (KoyomiHeatMap *self,
                         const char    *name,
                         gboolean       is_group)
{
  KoyomiHeatRow *row = g_new0 (KoyomiHeatRow, 1);

  row->name = g_strdup (name);
  row->is_group = is_group;
  row->cells = g_array_new (FALSE, TRUE, sizeof (KoyomiHeatCell));
  g_array_set_clear_func (row->cells, (GDestroyNotify) clear_cell);
  g_array_set_size (row->cells, self->columns->len);
  g_ptr_array_add (self->rows, row);

  return self->rows->len - 1;
}

/* @text: "" for a cell that is only there to keep its place */
void
koyomi_heat_map_set_cell (KoyomiHeatMap *self,
                          guint          row,
                          guint          column,
                          const char    *text,
                          KoyomiHeat     heat)
{
  KoyomiHeatCell *cell;

  g_return_if_fail (row < self->rows->len && column < self->columns->len);

  cell = &g_array_index (((KoyomiHeatRow *) g_ptr_array_index (self->rows, row))->cells, KoyomiHeatCell, column);
  g_free (cell->text);
  cell->text = g_strdup (text);
  cell->heat = heat;
}
